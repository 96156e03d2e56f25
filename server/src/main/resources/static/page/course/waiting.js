/** A course that is being made: kept while its figures change, for a button exchanged under the pointer misses its click. */
import { h } from '../dom.js';
import { t } from '../language.js';

export class Waiting {
  #text = h('p', {});
  #bar = h('progress', {});
  #cancel;

  constructor(cancel) {
    this.#cancel = h('button', { type: 'button', class: 'plain', onclick: cancel }, t('cancel'));
    this.elements = [this.#text, this.#bar, this.#cancel];
  }

  show(course) {
    const isDone = course.state === 'DONE';
    const saying = t(isDone ? 'fetching' : `course${course.state}`);
    this.#text.textContent = saying;
    this.#bar.max = course.steps || 1;
    this.#bar.value = course.done;
    this.#bar.setAttribute('aria-label', saying);
    if (isDone) {
      this.#cancel.remove();
    }
  }
}
