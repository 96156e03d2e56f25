/** The worklist: films as the server sorts them, kept up to date by its events. */
import * as api from '../api.js';
import { fill, h } from '../dom.js';
import { group } from '../film/finding.js';
import { count, t } from '../language.js';
import { Filters } from './filters.js';
import { row } from './row.js';

const PAGE = 100;
const AT_MOST_EVERY_MS = 300;

export class Worklist {
  #films = new Map();
  #rows = new Map();
  #next = null;
  #chosen = null;
  #list = h('div', { class: 'films' });
  #filters = new Filters(() => this.load());
  #waiting = null;
  #asked = 0;

  /** Tells which film somebody chose. */
  constructor(choose) {
    this.choose = choose;
    this.element = h('section', { class: 'worklist', 'aria-label': t('worklist') },
      this.#filters.element, this.#list);
  }

  /** The films that are shown, in their order. */
  get films() {
    const column = this.#filters.isByUrgency ? 'place' : 'arrival';
    // A place is a number of 64 bits, which the server sends as text.
    return [...this.#films.values()].sort((one, other) => (BigInt(one[column]) < BigInt(other[column]) ? 1 : -1));
  }

  async load() {
    const asked = ++this.#asked;
    const [page, counts] = await Promise.all([this.#page(null), api.get('/api/films/counts')]);
    if (asked === this.#asked) { // else somebody has chosen something else meanwhile
      this.#films = new Map(page.films.map((film) => [film.id, film]));
      this.#rows.clear();
      this.#next = page.next;
      this.#filters.tell(counts);
      this.#show();
    }
  }

  /** A film has changed: it comes, moves or goes. Beyond the page that is shown, it is left to the next. */
  heard(film) {
    this.#films.delete(film.id);
    if (this.#filters.has(film)) {
      this.#films.set(film.id, film);
    }
    this.#waiting ??= setTimeout(() => {
      this.#waiting = null;
      this.#show();
      api.get('/api/films/counts').then((counts) => this.#filters.tell(counts)).catch(() => {});
    }, AT_MOST_EVERY_MS);
  }

  /** Marks the film that is being looked at. */
  mark(id) {
    this.#chosen = id;
    this.#show();
    this.#list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  /** The film so many places after the one that is looked at. */
  neighbour(places) {
    const films = this.films;
    const at = films.findIndex((film) => film.id === this.#chosen);
    return films[at < 0 ? 0 : at + places]?.id;
  }

  focus() {
    this.#filters.element.querySelector('input:checked').focus();
  }

  close() {
    clearTimeout(this.#waiting);
  }

  #page(after) {
    return api.get(`/api/films${api.query({ ...this.#filters.asks, size: PAGE, after })}`);
  }

  async #more() {
    const page = await this.#page(this.#next);
    page.films.forEach((film) => this.#films.set(film.id, film));
    this.#next = page.next;
    this.#show();
  }

  #show() {
    const focused = this.#list.contains(document.activeElement) && document.activeElement.dataset.film;
    fill(this.#list,
      this.#groups().map(([name, films]) => h('section', {},
        name && h('h2', { class: name.toLowerCase() }, t(name), ' ', h('span', { class: 'count' }, count(films.length))),
        h('ol', {}, films.map((film) => this.#row(film))))),
      this.#films.size === 0 && h('p', { class: 'empty' }, t('noFilms')),
      this.#next && h('button', { type: 'button', class: 'plain', onclick: () => this.#more() }, t('more')));
    if (focused) {
      this.#list.querySelector(`[data-film="${focused}"]`)?.focus({ preventScroll: true });
    }
  }

  /** A film's row: the one that is there, where nothing has changed. */
  #row(film) {
    const chosen = film.id === this.#chosen;
    const says = JSON.stringify([film, chosen]);
    if (this.#rows.get(film.id)?.says !== says) {
      this.#rows.set(film.id, { says, element: row(film, { chosen, choose: this.choose }) });
    }
    return this.#rows.get(film.id).element;
  }

  /** Films under headings, by urgency; under none by arrival. */
  #groups() {
    if (!this.#filters.isByUrgency) {
      return [[null, this.films]];
    }
    const groups = new Map();
    this.films.forEach((film) => groups.set(group(film), [...(groups.get(group(film)) ?? []), film]));
    return [...groups];
  }
}
