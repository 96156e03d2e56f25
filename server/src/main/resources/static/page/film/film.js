/** A film on the screen: viewer, what the model says, the radiologist's verdict, the course, the patient's other films. */
import * as api from '../api.js';
import { Course } from '../course/course.js';
import { fill, h } from '../dom.js';
import { day, t } from '../language.js';
import { telling } from '../say.js';
import { filmPicture, heatMap } from '../viewer/pictures.js';
import { Viewer } from '../viewer/viewer.js';
import { Heat } from './heat.js';
import { give, opinion } from './opinion.js';
import { reading } from './reading.js';
import { timeline } from './timeline.js';

export class FilmView {
  #heat = new Heat(() => this.#draw());
  #viewer = new Viewer(this.#heat.element);
  #cards = h('div', { class: 'cards' });
  #page = null;
  #picture = null;
  #map = null;
  #course = null;
  #compared = null; // {id, picture, caption}

  constructor(me, open) {
    this.me = me;
    this.open = open;
    this.element = h('div', { class: 'film-view' }, this.#viewer.element,
      h('aside', { class: 'side', 'aria-label': t('findings') }, this.#cards));
    this.keys = {
      ...this.#viewer.keys,
      ...this.#heat.keys,
      n: () => this.#give('NORMAL'),
      p: () => this.#give('PNEUMONIA'),
      c: () => this.#course?.ask(),
      ArrowLeft: () => this.#course?.step(-1),
      ArrowRight: () => this.#course?.step(1),
      s: () => this.#course?.choose('side'),
      b: () => this.#course?.choose('blink'),
      d: () => this.#course?.choose('difference'),
      o: () => this.#course?.choose('single'),
      '.': () => this.#course?.play(),
    };
  }

  get id() {
    return this.#page?.film.id;
  }

  async show(id) {
    const page = await api.get(`/api/films/${id}`);
    if (id !== this.id) {
      this.#viewer.reset(); // a window that shows one film well may hide what is on the next
    }
    this.#leave();
    this.#page = page;
    if (this.#mayAskForCourses()) {
      this.#course = new Course(page.film, () => this.#draw());
      telling(this.#course.load());
    }
    this.#build();
    this.#draw();
    await this.#fetch();
  }

  /** The film changed: it was read, or somebody said something of it. */
  async heard(id) {
    if (this.#page?.patient.some((film) => film.id === id)) {
      const wasRead = this.#page.film.hash;
      const page = await api.get(`/api/films/${this.id}`);
      if (page.film.id === this.id) {
        this.#page = page;
        this.#build();
        if (wasRead !== page.film.hash) {
          await this.show(this.id);
        }
      }
    }
  }

  courseHeard(id) {
    telling(Promise.resolve(this.#course?.heard(id)));
  }

  close() {
    this.#leave();
  }

  /** Decoded before it is asked for, so that the next film is there at once. */
  foresee(id) {
    filmPicture(id).catch(() => {}); // who asks for it will be told
  }

  #leave() {
    this.#course?.close();
    this.#course = null;
    this.#compared = null;
    this.#picture = null;
    this.#map = null;
  }

  async #fetch() {
    const { film } = this.#page;
    if (film.state === 'FAILED') {
      return;
    }
    const picture = await filmPicture(film.id);
    const map = film.state === 'READ' ? await heatMap(film.id) : null;
    if (this.id === film.id) { // else somebody has gone on meanwhile
      this.#picture = picture;
      this.#map = map;
      this.#draw();
      this.element.dataset.shown = film.id;
    }
  }

  #build() {
    const page = this.#page;
    const focused = this.#cards.contains(document.activeElement) ? document.activeElement : null;
    fill(this.#cards,
      reading(page),
      opinion(page, this.me.roles.includes('READER')),
      this.#course?.element,
      timeline(page, this.#compared?.id, { open: this.open, compare: (id) => telling(this.#compare(id)) }));
    const again = focused?.dataset.verdict ? this.#cards.querySelector(`[data-verdict=${focused.dataset.verdict}]`) : focused;
    again?.focus(); // for who goes by the keyboard, the place is kept
  }

  #draw() {
    if (!this.#picture) {
      this.#viewer.show({ picture: null, caption: t(this.#page?.film.state === 'FAILED' ? 'FAILED' : 'fetching') }, null);
      return;
    }
    const film = { picture: this.#picture, over: this.#heat.over(this.#map), caption: this.#caption() };
    const generated = this.#course?.shown(film);
    this.#viewer.show(generated?.film ?? film, this.#compared ?? generated?.beside);
  }

  #caption() {
    const { name, taken } = this.#page.film;
    return [t('original'), name, taken && day(taken)].filter(Boolean).join(' · ');
  }

  async #compare(id) {
    const other = this.#page.patient.find((film) => film.id === id);
    this.#compared = other && {
      id, picture: await filmPicture(id), caption: [other.name, other.taken && day(other.taken)].filter(Boolean).join(' · '),
    };
    this.#build();
    this.#draw();
  }

  #give(verdict) {
    if (this.#page && this.me.roles.includes('READER')) {
      give(this.#page.film, verdict);
    }
  }

  #mayAskForCourses() {
    return this.me.roles.includes('READER') && this.#page.film.state === 'READ';
  }
}
