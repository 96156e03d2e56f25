/** Where films are looked at: one pane or two that move together, and the tools. */
import { h, icon } from '../dom.js';
import { t } from '../language.js';
import { tool } from './drag.js';
import { Pane } from './pane.js';
import { View } from './view.js';

const STEP = 1.25;
const MOVE = 0.05;
/** Windows that chest films are looked at with, as [centre, width] in shares of white. */
const WINDOWS = { whole: [0.5, 1], lungs: [0.35, 0.6], mediastinum: [0.7, 0.6] };

export class Viewer {
  #isDrawing = false;
  #view = new View(() => this.#draw());
  #panes = [new Pane(this.#view), new Pane(this.#view)];
  #window = h('output', { class: 'window', 'aria-live': 'off' });
  #tools = {};

  constructor(...more) {
    this.element = h('section', { class: 'viewer', 'aria-label': t('viewer') },
      h('div', { class: 'panes' }, this.#panes.map((pane) => pane.element)),
      h('div', { class: 'toolbar', role: 'toolbar', 'aria-label': t('tools') },
        this.#choice('window', 'w', 'M10 2a8 8 0 100 16zM10 2a8 8 0 010 16'),
        this.#choice('move', 'g', 'M10 2v16M2 10h16M7 5l3-3 3 3M7 15l3 3 3-3M5 7l-3 3 3 3M15 7l3 3-3 3'),
        this.#button('zoomIn', '+', 'M10 4v12M4 10h12', () => this.#enlarge(STEP)),
        this.#button('zoomOut', '-', 'M4 10h12', () => this.#enlarge(1 / STEP)),
        this.#button('fit', 'f', 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4', () => this.#view.fit()),
        h('button', { type: 'button', class: 'tool', title: `${t('actualSize')} · 1`, 'aria-label': t('actualSize'),
          onclick: () => this.#view.actualSize() }, '1:1'),
        this.#button('invert', 'i', 'M3 3h14v14H3zM10 3v14h7V3z', () => this.#view.invert()),
        this.#button('reset', 'r', 'M4 4v4h4M4.500 8a7 7 0 11-1 4', () => this.#view.reset()),
        more,
        this.#window));
    this.keys = {
      w: () => this.#choose('window'),
      g: () => this.#choose('move'),
      '+': () => this.#enlarge(STEP),
      '=': () => this.#enlarge(STEP),
      '-': () => this.#enlarge(1 / STEP),
      f: () => this.#view.fit(),
      i: () => this.#view.invert(),
      r: () => this.#view.reset(),
      1: () => this.#view.actualSize(),
      2: () => this.#setWindow('whole'),
      3: () => this.#setWindow('lungs'),
      4: () => this.#setWindow('mediastinum'),
      ShiftArrowLeft: () => this.#view.move(MOVE, 0),
      ShiftArrowRight: () => this.#view.move(-MOVE, 0),
      ShiftArrowUp: () => this.#view.move(0, MOVE),
      ShiftArrowDown: () => this.#view.move(0, -MOVE),
    };
    this.#choose(tool.current);
    this.show(null, null);
  }

  reset() {
    this.#view.reset();
  }

  /** Shows a film, and another beside it or none; each as a pane takes it. */
  show(film, beside) {
    this.#panes[1].element.hidden = !beside;
    [film, beside].forEach((shown, i) => this.#panes[i].show(shown ?? { picture: null, caption: t('noFilm') }));
    this.#draw();
  }

  #draw() {
    if (this.#isDrawing) {
      return; // once for all that changes before the next frame
    }
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      this.#panes.forEach((pane) => pane.draw());
      const { centre, width } = this.#view;
      const zoom = this.#panes[0].hasPicture ? ` · ${Math.round(this.#panes[0].zoom * 100)} %` : '';
      this.#window.textContent = `${t('windowShort', { width: hundredths(width), level: hundredths(centre) })}${zoom}`;
    });
  }

  #enlarge(times) {
    const [pane] = this.#panes;
    if (pane.hasPicture) {
      this.#view.enlarge(times, pane.fitting);
    }
  }

  #setWindow(name) {
    [this.#view.centre, this.#view.width] = WINDOWS[name];
    this.#view.changed();
  }

  #choose(name) {
    tool.current = name;
    Object.entries(this.#tools).forEach(([each, button]) => button.setAttribute('aria-pressed', each === name));
  }

  #choice(name, key, path) {
    this.#tools[name] = this.#button(name, key, path, () => this.#choose(name));
    return this.#tools[name];
  }

  #button(name, key, path, does) {
    return h('button', { type: 'button', class: 'tool', title: `${t(name)} · ${key.toUpperCase()}`,
      'aria-label': t(name), onclick: does }, icon(path));
  }
}

function hundredths(share) {
  return Math.round(share * 100);
}
