/** How the probability of pneumonia falls along a course. */
import { svg } from '../dom.js';
import { t } from '../language.js';

const WIDTH = 280;
const HEIGHT = 72;
const EDGE = 6;

export function curve(points, lambda) {
  const [least, most] = [points[0].lambda, points[points.length - 1].lambda];
  const x = (value) => EDGE + ((value - least) / Math.max(1, most - least)) * (WIDTH - 2 * EDGE);
  const y = (probability) => HEIGHT - EDGE - probability * (HEIGHT - 2 * EDGE);
  return svg('svg', { class: 'curve', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': t('curve') },
    [0, 1].map((edge) => svg('line', { class: 'grid', x1: 0, x2: WIDTH, y1: y(edge), y2: y(edge) })),
    svg('polyline', { points: points.map((point) => `${x(point.lambda)},${y(point.probability)}`).join(' ') }),
    points.map((point) => svg('circle', {
      class: point.verdict.toLowerCase(), cx: x(point.lambda), cy: y(point.probability), r: 3 })),
    svg('line', { class: 'cursor', x1: x(lambda), x2: x(lambda), y1: 0, y2: HEIGHT }));
}
