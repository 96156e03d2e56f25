/** A walk through a course that is done: λ moves smoothly, for films between two of the course's are mixed of them. */
import { fill, h } from '../dom.js';
import { percent, share, t } from '../language.js';
import { coursePicture } from '../viewer/pictures.js';
import { curve } from './curve.js';

const MODES = { single: 'O', side: 'S', blink: 'B', difference: 'D' };
const BLINK_MS = 700; // slow enough for everybody: far below three flashes a second
const STEPS = 30; // that the arrow keys take over the whole course
const WHOLE_WALK_MS = 6000;
const GAIN = 4; // a difference of a quarter of white is painted in full
// As it was on the film before.
const kept = { mode: 'side' };

export class Walk {
  #lambda;
  #isBlinkedAway = false;
  #blinking = null;
  #playing = null;
  #difference = document.createElement('canvas');
  #slider;
  #figures = h('dl', { class: 'figures' });
  #curve = h('div', {});
  #modes = {};

  static async through(course, film, changed) {
    const pictures = await Promise.all(course.points.map((point) => coursePicture(course.id, point.lambda)));
    return new Walk(course.points, pictures, film, changed);
  }

  constructor(points, pictures, film, changed) {
    Object.assign(this, { points, pictures, changed });
    this.least = points[0].lambda;
    this.most = points[points.length - 1].lambda;
    this.#lambda = this.least;
    this.#slider = h('input', { type: 'range', id: 'lambda', min: this.least, max: this.most, step: 'any', value: this.least,
      oninput: () => this.#go(Number(this.#slider.value)) });
    this.element = h('div', {},
      h('div', { class: 'modes', role: 'group', 'aria-label': t('shownAs') },
        Object.entries(MODES).map(([mode, key]) => this.#mode(mode, key))),
      this.#curve,
      h('div', { class: 'slider' },
        h('button', { type: 'button', class: 'tool', title: `${t('play')} · .`, 'aria-label': t('play'), onclick: () => this.play() },
          '▶'),
        h('label', { for: 'lambda', class: 'unseen' }, t('lambda')), this.#slider),
      this.#figures,
      h('p', { class: 'quiet' }, t('courseCaution')));
    this.choose(kept.mode);
  }

  choose(mode) {
    kept.mode = mode;
    Object.entries(this.#modes).forEach(([each, button]) => button.setAttribute('aria-pressed', each === mode));
    clearInterval(this.#blinking);
    this.#isBlinkedAway = false;
    if (mode === 'blink') {
      this.#blinking = setInterval(() => {
        this.#isBlinkedAway = !this.#isBlinkedAway;
        this.changed();
      }, BLINK_MS);
    }
    this.#tell();
    this.changed();
  }

  step(steps) {
    this.#go(this.#lambda + (steps * (this.most - this.least)) / STEPS);
  }

  /** Walks from where λ stands to the end, or from the beginning where it stands there; again stops. */
  play() {
    if (this.#playing) {
      this.#stop();
      return;
    }
    const from = this.#lambda >= this.most ? this.least : this.#lambda;
    const start = performance.now();
    const frame = (now) => {
      this.#playing = requestAnimationFrame(frame);
      this.#set(from + ((now - start) / WHOLE_WALK_MS) * (this.most - this.least));
      if (this.#lambda >= this.most) {
        this.#stop();
      }
    };
    this.#playing = requestAnimationFrame(frame);
  }

  /** What stands in the film's place, and what beside it. */
  shown(film) {
    const lambda = Math.round(this.#lambda);
    const isGenerated = this.#lambda > 0;
    const generated = isGenerated
      ? { picture: this.#picture(), isGenerated, caption: t('generated', { lambda }) }
      : film; // today's is the patient's own
    if (kept.mode === 'single' || (kept.mode === 'blink' && !this.#isBlinkedAway)) {
      return { film: generated };
    }
    if (kept.mode === 'side') {
      return { film, beside: generated };
    }
    if (kept.mode === 'difference') {
      film.picture.paintDifference(this.#difference, generated.picture, GAIN);
      return { film: { ...film, over: { image: this.#difference, opacity: 1 }, isGenerated,
        caption: t('differenceShown', { lambda }) } };
    }
    return { film };
  }

  close() {
    clearInterval(this.#blinking);
    this.#stop();
  }

  #stop() {
    cancelAnimationFrame(this.#playing);
    this.#playing = null;
  }

  #go(lambda) {
    this.#stop();
    this.#set(lambda);
  }

  #set(lambda) {
    this.#lambda = Math.max(this.least, Math.min(this.most, lambda));
    this.#tell();
    this.changed();
  }

  /** The course's films on both sides of λ, and how far it is from the first to the second. */
  #between() {
    const last = this.points.length - 1;
    const next = Math.max(Math.min(1, last), this.points.findIndex((point) => point.lambda >= this.#lambda));
    const before = Math.max(0, next - 1);
    const length = this.points[next].lambda - this.points[before].lambda;
    return { before, next, way: length > 0 ? (this.#lambda - this.points[before].lambda) / length : 0 };
  }

  #picture() {
    const { before, next, way } = this.#between();
    return this.pictures[before].towards(this.pictures[next], way);
  }

  #tell() {
    const { before, next, way } = this.#between();
    const at = (figure) => this.points[before][figure] + way * (this.points[next][figure] - this.points[before][figure]);
    const probability = at('probability');
    this.#slider.value = this.#lambda;
    this.#slider.setAttribute('aria-valuetext', `λ ${Math.round(this.#lambda)}, ${t('probability')} ${share(probability)}`);
    fill(this.#curve, curve(this.points, this.#lambda));
    fill(this.#figures,
      figure('λ', Math.round(this.#lambda)),
      figure(t('probability'), share(probability)),
      figure(t('similarity'), share(at('ssim'), 3)),
      figure(t('changeInside'), percent(at('changeInside'))),
      figure(t('changeOutside'), percent(at('changeOutside'))));
  }

  #mode(mode, key) {
    this.#modes[mode] = h('button', { type: 'button', title: `${t(mode)} · ${key}`, onclick: () => this.choose(mode) }, t(mode));
    return this.#modes[mode];
  }
}

function figure(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}
