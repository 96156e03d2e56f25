/** A film's treatment course: asked for, watched while it is made, and walked through by λ. */
import * as api from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../language.js';
import { telling } from '../say.js';
import { Waiting } from './waiting.js';
import { Walk } from './walk.js';

const NONE = ['FAILED', 'CANCELLED'];

export class Course {
  #course = null;
  #walk = null;
  #waiting = null;
  #isStale = false;
  #isAsking = false;
  #isClosed = false;
  #content = h('div', {});

  constructor(film, changed) {
    this.film = film;
    this.changed = changed;
    this.element = h('section', { class: 'card course', 'aria-labelledby': 'course' },
      h('h2', { id: 'course' }, t('course')), this.#content);
  }

  async load() {
    const [latest] = await api.get(`/api/films/${this.film.id}/courses`);
    await this.#take(latest ?? null);
  }

  /** The course has gone on. Many steps may be told of at once: it is asked for once at a time, and once more after the last. */
  async heard(id) {
    this.#isStale ||= id === this.#course?.id;
    if (this.#isAsking) {
      return;
    }
    this.#isAsking = true;
    try {
      while (this.#isStale && !this.#isClosed) {
        this.#isStale = false;
        await this.#take(await api.get(`/api/courses/${id}`));
      }
    } finally {
      this.#isAsking = false;
    }
  }

  /** Asks for a course where there is none yet. */
  ask() {
    if (!this.#course || NONE.includes(this.#course.state)) {
      telling(this.#ask());
    }
  }

  /** What is to be seen, in place of the film or beside it; null where that is the film alone. */
  shown(film) {
    return this.#walk?.shown(film) ?? null;
  }

  step(steps) {
    this.#walk?.step(steps);
  }

  choose(mode) {
    this.#walk?.choose(mode);
  }

  play() {
    this.#walk?.play();
  }

  close() {
    this.#walk?.close();
    this.#isClosed = true;
  }

  async #ask() {
    try {
      await this.#take(await api.post(`/api/films/${this.film.id}/courses`, {}));
    } catch (refusal) {
      throw refusal.status === 409 ? new api.Refused(409, t('noDenoiser')) : refusal;
    }
  }

  async #take(course) {
    if (this.#isClosed) {
      return;
    }
    const isKnown = this.#course?.id === course?.id && this.#course?.state === 'DONE';
    this.#course = course;
    this.#build();
    if (course?.state === 'DONE' && !isKnown) {
      const walk = await Walk.through(course, this.film, this.changed);
      if (this.#isClosed) {
        walk.close();
        return;
      }
      this.#walk = walk;
      this.#build();
    }
    this.changed();
  }

  #build() {
    const course = this.#course;
    if (this.#walk) {
      fill(this.#content, this.#walk.element);
    } else if (!course || NONE.includes(course.state)) {
      this.#waiting = null;
      fill(this.#content,
        course && h('p', {}, t(`course${course.state}`), ' ', course.problem),
        h('p', { class: 'quiet' }, t('courseExplained')),
        h('button', { type: 'button', class: 'main', onclick: () => this.ask() },
          h('kbd', { 'aria-hidden': 'true' }, 'C'), t('askCourse')));
    } else {
      if (!this.#waiting) {
        this.#waiting = new Waiting(() => telling(this.#cancel()));
        fill(this.#content, this.#waiting.elements);
      }
      this.#waiting.show(course);
    }
  }

  async #cancel() {
    const { id } = this.#course;
    await api.remove(`/api/courses/${id}`);
    await this.heard(id);
  }
}
