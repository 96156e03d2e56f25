/** Whether the heat map lies over the film, and how strongly. */
import { h, icon } from '../dom.js';
import { t } from '../language.js';

const STEP = 0.1;
// As it was on the film before: who reads a pile sets it once.
const kept = { on: false, opacity: 0.6 };

export class Heat {
  #button = h('button', { type: 'button', class: 'tool', title: `${t('heatMap')} · H`, 'aria-label': t('heatMap'),
    onclick: () => this.#set({ on: !kept.on }) }, icon('M10 2c1 4 5 5.500 5 10a5 5 0 01-10 0c0-2 1-3 2-4 .5 1.500 1.500 2 2 2 0-3 0-5 1-8z'));
  #slider = h('input', { type: 'range', min: 0, max: 1, step: 0.05, 'aria-label': t('opacity'), title: `${t('opacity')} · [ ]`,
    oninput: () => this.#set({ on: true, opacity: Number(this.#slider.value) }) });

  constructor(changed) {
    this.changed = changed;
    this.element = h('span', { class: 'heat' }, this.#button, this.#slider);
    this.keys = {
      h: () => this.#set({ on: !kept.on }),
      '[': () => this.#set({ on: true, opacity: Math.max(0, kept.opacity - STEP) }),
      ']': () => this.#set({ on: true, opacity: Math.min(1, kept.opacity + STEP) }),
    };
    this.#tell();
  }

  /** What is laid over a film whose map this is. */
  over(image) {
    return kept.on && image ? { image, opacity: kept.opacity } : null;
  }

  #set(values) {
    Object.assign(kept, values);
    this.#tell();
    this.changed();
  }

  #tell() {
    this.#button.setAttribute('aria-pressed', kept.on);
    this.#slider.value = kept.opacity;
  }
}
