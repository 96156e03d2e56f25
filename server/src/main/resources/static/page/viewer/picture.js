/** A grey picture: samples of 0 to `maximum`, row by row. */
export class Picture {
  constructor(width, height, bits, samples) {
    Object.assign(this, { width, height, bits, samples, maximum: 2 ** bits - 1 });
  }

  /** The picture on the way to another of its size: at 0 itself, at 1 the other. */
  towards(other, way) {
    if (way === 0) {
      return this;
    }
    const samples = new Uint16Array(this.samples.length);
    for (let i = 0; i < samples.length; i++) {
      samples[i] = this.samples[i] + way * (other.samples[i] - this.samples[i]) + 0.5;
    }
    return new Picture(this.width, this.height, this.bits, samples);
  }

  /** Paints it as a window shows it. */
  paint(canvas, { centre, width, inverted }) {
    const shades = this.#shades(centre, width, inverted);
    const image = new ImageData(this.width, this.height);
    const pixels = new Uint32Array(image.data.buffer);
    for (let i = 0; i < pixels.length; i++) {
      pixels[i] = shades[this.samples[i]];
    }
    put(canvas, image);
  }

  /**
   * Paints where another picture of its size differs: blue where that is darker, which is where opacities clear, orange
   * where it is brighter, as opaque as strong.
   *
   * @param gain how much of white a difference must be to be painted in full: 1 / gain
   */
  paintDifference(canvas, other, gain) {
    const image = new ImageData(this.width, this.height);
    const { data } = image;
    const scale = (255 * gain) / this.maximum;
    for (let i = 0, at = 0; i < this.samples.length; i++, at += 4) {
      const change = (other.samples[i] - this.samples[i]) * scale;
      const [red, green, blue] = change < 0 ? DARKER : BRIGHTER;
      data[at] = red;
      data[at + 1] = green;
      data[at + 2] = blue;
      data[at + 3] = Math.abs(change); // clamped
    }
    put(canvas, image);
  }

  /** The grey of each sample, as a pixel. */
  #shades(centre, width, inverted) {
    const shades = new Uint32Array(this.maximum + 1);
    const black = (centre - width / 2) * this.maximum;
    const scale = 255 / (width * this.maximum);
    for (let sample = 0; sample < shades.length; sample++) {
      const grey = Math.max(0, Math.min(255, Math.round((sample - black) * scale)));
      shades[sample] = (inverted ? 255 - grey : grey) * 0x010101 + 0xff000000;
    }
    return shades;
  }
}

const DARKER = [70, 170, 255];
const BRIGHTER = [255, 150, 40];

function put(canvas, image) {
  if (canvas.width !== image.width || canvas.height !== image.height) {
    Object.assign(canvas, { width: image.width, height: image.height });
  }
  canvas.getContext('2d').putImageData(image, 0, 0);
}
