/** The reading room: worklist and film. */
import * as api from './api.js';
import { h } from './dom.js';
import { FilmView } from './film/film.js';
import { bind } from './keys.js';
import { telling } from './say.js';
import { Worklist } from './worklist/worklist.js';

export class View {
  #list = new Worklist(choose);
  #film;
  #events = null;

  constructor(me) {
    this.#film = new FilmView(me, choose);
    this.element = h('div', { class: 'room' }, this.#list.element, this.#film.element);
  }

  async start() {
    bind({
      ...this.#film.keys,
      j: () => this.#go(1),
      k: () => this.#go(-1),
      ArrowDown: () => this.#go(1),
      ArrowUp: () => this.#go(-1),
      '/': () => this.#list.focus(),
    });
    this.#events = api.events({
      film: (film) => {
        this.#list.heard(film);
        telling(this.#film.heard(film.id));
      },
      course: (id) => this.#film.courseHeard(id),
      lost: () => telling(this.#list.load()),
    });
    await this.#list.load();
  }

  /** Shows a film; without one the first of the list. */
  async show(id) {
    const wanted = id ?? this.#list.neighbour(0);
    if (wanted && wanted !== this.#film.id) {
      this.#list.mark(wanted);
      await this.#film.show(wanted);
      const next = this.#list.neighbour(1);
      if (next) {
        this.#film.foresee(next);
      }
    }
  }

  close() {
    this.#events?.close();
    this.#list.close();
    this.#film.close();
  }

  #go(places) {
    const id = this.#list.neighbour(places);
    if (id) {
      choose(id);
    }
  }
}

function choose(id) {
  location.hash = `room/${id}`;
}
