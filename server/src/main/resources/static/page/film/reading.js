/** What the model says of a film, and at which operating point. */
import { h } from '../dom.js';
import { exactly, percent, share, t } from '../language.js';
import { badge, finding, scale } from './finding.js';

export function reading({ film, readings }) {
  const latest = readings.find((each) => each.hash === film.hash);
  const said = finding(film);
  return h('section', { class: `card reading ${said.toLowerCase()}`, 'aria-labelledby': 'reading' },
    h('h2', { id: 'reading' }, t('model')),
    h('p', { class: 'verdict' }, badge(said),
      latest && h('span', { class: 'probability' }, share(latest.probability))),
    film.problem && h('p', {}, film.problem),
    latest && operatingPoint(latest),
    film.unlike && h('p', { class: 'warning' }, '≠ ', t('unlikeWarning',
      { share: latest?.share === undefined ? '?' : percent(latest.share) })),
    latest && h('details', {}, h('summary', {}, t('more')), facts(film, latest)));
}

function operatingPoint(latest) {
  const point = scale(latest.probability, latest.threshold);
  return h('div', {}, point,
    h('p', { class: 'quiet' }, t('operatingPoint', { threshold: share(latest.threshold) })));
}

function facts(film, latest) {
  return h('dl', {},
    fact('chosenBy', latest.chosen),
    fact('model', `${latest.model} · ${latest.hash.slice(0, 10)}`),
    fact('heatMap', latest.method),
    fact('readAt', `${exactly(latest.readAt)} · ${latest.milliseconds} ms`),
    fact('film', [film.kind, `${film.width} × ${film.height}`].join(' · ')),
    film.patient && fact('patient', film.patient));
}

function fact(name, value) {
  return [h('dt', {}, t(name)), h('dd', {}, value)];
}
