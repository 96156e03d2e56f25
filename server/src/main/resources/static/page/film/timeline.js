/** The same patient's films over time. */
import { h } from '../dom.js';
import { day, moment, share, t } from '../language.js';
import { badge, finding } from './finding.js';

const THUMBNAIL = 160;

/**
 * @param compared id of the film that stands beside this one; null for none
 * @param does open and compare, each with a film's id
 */
export function timeline({ film, patient }, compared, does) {
  if (patient.length < 2) {
    return null;
  }
  return h('section', { class: 'card timeline', 'aria-labelledby': 'timeline' },
    h('h2', { id: 'timeline' }, t('followUps')),
    h('ol', {}, patient.map((each) => entry(each, each.id === film.id, each.id === compared, does))));
}

function entry(film, isThis, isCompared, does) {
  const when = film.taken ? day(film.taken) : moment(film.received);
  return h('li', { class: isThis ? 'this' : null },
    h('button', { type: 'button', class: 'thumbnail', 'aria-current': isThis ? 'true' : null,
      onclick: () => does.open(film.id) },
    film.state === 'READ' && h('img', { src: `/api/films/${film.id}/image?side=${THUMBNAIL}`, alt: '', loading: 'lazy' }),
    h('span', {}, when),
    badge(finding(film)),
    film.state === 'READ' && h('span', { class: 'probability' }, share(film.probability))),
    !isThis && film.state === 'READ' && h('button', { type: 'button', class: 'plain', 'aria-pressed': String(isCompared),
      'aria-label': t('compareWith', { when }), onclick: () => does.compare(isCompared ? null : film.id) },
    t('compare')));
}
