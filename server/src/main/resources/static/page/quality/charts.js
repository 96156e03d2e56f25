/** Small drawings of counts and shares. */
import { svg } from '../dom.js';

const WIDTH = 600;
const HEIGHT = 160;
const FOOT = 18;

/** Two histograms of [0, 1], the second as an outline, each as shares of its films. */
export function histogram(counts, others, label) {
  const shares = [counts, others].map((each) => {
    const sum = each.reduce((one, other) => one + other, 0);
    return each.map((many) => (sum > 0 ? many / sum : 0));
  });
  const most = Math.max(...shares.flat(), 1e-9);
  const width = WIDTH / counts.length;
  const height = (value) => (value / most) * (HEIGHT - FOOT);
  const outline = shares[1].map((value, i) =>
    `M${i * width},${HEIGHT - FOOT - height(value)}h${width}`).join('');
  return drawing(label,
    shares[0].map((value, i) => svg('rect', {
      class: 'bar', x: i * width + 1, width: width - 2, y: HEIGHT - FOOT - height(value), height: height(value) })),
    svg('path', { class: 'outline', d: outline }),
    words([[0, '0'], [0.5, '0.5'], [1, '1']]));
}

/** A share for each day; days without any are left out. */
export function line(days, label) {
  const known = days.filter((each) => each.share !== null);
  const x = (i) => (known.length > 1 ? (i / (known.length - 1)) * (WIDTH - 12) + 6 : WIDTH / 2);
  const y = (share) => (1 - share) * (HEIGHT - FOOT - 12) + 6;
  return drawing(label,
    [0, 0.5, 1].map((share) => svg('line', { class: 'grid', x1: 0, x2: WIDTH, y1: y(share), y2: y(share) })),
    svg('polyline', { points: known.map((each, i) => `${x(i)},${y(each.share)}`).join(' ') }),
    known.map((each, i) => svg('circle', { cx: x(i), cy: y(each.share), r: 3 })),
    words(known.length > 0 ? [[0, known[0].day], [1, known[known.length - 1].day]] : []));
}

function drawing(label, ...parts) {
  return svg('svg', { class: 'chart', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label }, parts);
}

function words(places) {
  return places.map(([share, word]) => svg('text', {
    x: share * WIDTH, y: HEIGHT - 4, 'text-anchor': share === 0 ? 'start' : share === 1 ? 'end' : 'middle' }, word));
}
