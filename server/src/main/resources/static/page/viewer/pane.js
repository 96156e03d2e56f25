/** One film on the screen, with what is laid over it. */
import { h } from '../dom.js';
import { drag } from './drag.js';

export class Pane {
  #canvas = h('canvas', { role: 'img', tabindex: '0' });
  #caption = h('p', { class: 'caption' });
  #painted = h('canvas');
  #picture = null;
  #over = null;
  #shown = '';

  constructor(view) {
    this.view = view;
    this.element = h('div', { class: 'pane' }, this.#canvas, this.#caption);
    drag(this.#canvas, this);
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(this.element);
  }

  /**
   * Takes a picture, to be drawn.
   *
   * @param over what is laid over it, as {image, opacity}; null for nothing
   * @param caption what it is, for the eye and for screen readers
   * @param isGenerated whether nobody's body was ever exposed so
   */
  show({ picture, over, caption, isGenerated }) {
    if (this.#picture !== picture) {
      this.#picture = picture;
      this.#shown = '';
    }
    this.#over = over;
    this.#caption.textContent = caption;
    this.#caption.classList.toggle('generated', Boolean(isGenerated));
    this.#canvas.setAttribute('aria-label', caption);
  }

  get hasPicture() {
    return this.#picture !== null;
  }

  /** The zoom at which the whole film is to be seen. */
  get fitting() {
    const { width, height } = this.#picture;
    return Math.min(this.#canvas.width / width, this.#canvas.height / height);
  }

  get zoom() {
    return this.view.zoom ?? this.fitting;
  }

  /** The point of the film under a point of the screen, in shares of the film. */
  point(event) {
    const box = this.#canvas.getBoundingClientRect();
    const x = (event.clientX - box.left - box.width / 2) * devicePixelRatio;
    const y = (event.clientY - box.top - box.height / 2) * devicePixelRatio;
    return { x: this.view.x + this.share(x, 'width'), y: this.view.y + this.share(y, 'height') };
  }

  /** A length on the screen, in shares of the film. */
  share(pixels, side) {
    return pixels / (this.#picture[side] * this.zoom);
  }

  draw() {
    const box = this.element.getBoundingClientRect();
    const [width, height] = [box.width, box.height].map((side) => Math.max(1, Math.round(side * devicePixelRatio)));
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      Object.assign(this.#canvas, { width, height });
    }
    const context = this.#canvas.getContext('2d');
    context.resetTransform();
    context.clearRect(0, 0, width, height);
    if (!this.#picture) {
      return;
    }
    this.#paint();
    const { zoom, view } = this;
    const [wide, high] = [this.#picture.width, this.#picture.height];
    context.setTransform(zoom, 0, 0, zoom, width / 2 - view.x * wide * zoom, height / 2 - view.y * high * zoom);
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.#painted, 0, 0);
    if (this.#over) {
      context.globalAlpha = this.#over.opacity;
      context.drawImage(this.#over.image, 0, 0, wide, high);
      context.globalAlpha = 1;
    }
  }

  /** The picture as the window shows it, painted anew only where that has changed. */
  #paint() {
    const { centre, width, inverted } = this.view;
    const wanted = [centre, width, inverted].join();
    if (this.#shown !== wanted) {
      this.#picture.paint(this.#painted, this.view);
      this.#shown = wanted;
    }
  }
}
