/** How films are looked at: window, zoom, place; shared by panes that are compared. */
const WIDEST = 2;
const NARROWEST = 0.01;
const LARGEST = 32;
const SMALLEST = 0.02;

export class View {
  /** Zoom is of the film's pixels to the screen's; null fits the film into its pane. Window in shares of white. */
  constructor(changed) {
    this.changed = changed;
    this.reset();
  }

  reset() {
    Object.assign(this, { centre: 0.5, width: 1, inverted: false });
    this.fit();
  }

  fit() {
    Object.assign(this, { zoom: null, x: 0.5, y: 0.5 }); // the point of the film that is in the middle
    this.changed();
  }

  invert() {
    this.inverted = !this.inverted;
    this.changed();
  }

  window(wider, brighter) {
    this.width = clamp(this.width * 2 ** wider, NARROWEST, WIDEST);
    this.centre = clamp(this.centre - brighter * this.width, 0, 1);
    this.changed();
  }

  /** Moves the film by shares of itself. */
  move(right, down) {
    this.x = clamp(this.x - right, 0, 1);
    this.y = clamp(this.y - down, 0, 1);
    this.changed();
  }

  /** Makes it so many times larger, about a point of the film that stays where it is. */
  enlarge(times, fitting, about = this) {
    const before = this.zoom ?? fitting;
    this.zoom = clamp(before * times, SMALLEST, LARGEST);
    const kept = before / this.zoom;
    this.x = clamp(about.x + (this.x - about.x) * kept, 0, 1);
    this.y = clamp(about.y + (this.y - about.y) * kept, 0, 1);
    this.changed();
  }

  /** One pixel of the film on one of the screen. */
  actualSize() {
    this.zoom = 1;
    this.changed();
  }
}

function clamp(value, least, most) {
  return Math.max(least, Math.min(most, value));
}
