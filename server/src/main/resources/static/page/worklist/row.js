/** A film in the worklist. */
import { h } from '../dom.js';
import { badge, finding, scale } from '../film/finding.js';
import { exactly, moment, share, t } from '../language.js';

export function row(film, { chosen, choose }) {
  const said = finding(film);
  return h('li', {},
    h('button', {
      type: 'button', class: `film ${said.toLowerCase()}`, 'aria-current': chosen ? 'true' : null,
      'data-film': film.id, onclick: () => choose(film.id),
    },
    h('span', { class: 'line' },
      badge(said),
      film.unlike && h('span', { class: 'tag' }, '≠ ', t('UNLIKE')),
      film.state === 'READ' && h('span', { class: 'probability' }, share(film.probability))),
    h('span', { class: 'line quiet' },
      h('span', { class: 'name', 'data-name': film.name }, film.name ?? film.patient ?? film.id.slice(0, 8)),
      opinion(film),
      h('time', { datetime: film.received, title: exactly(film.received) }, moment(film.received))),
    film.state === 'READ' && scale(film.probability)));
}

/** What the radiologist said, and whether it is something else than the model did. */
function opinion(film) {
  if (!film.opinion) {
    return null;
  }
  const differs = film.opinion !== film.verdict;
  return h('span', { class: differs ? 'opinion differs' : 'opinion' },
    differs ? `✓ ${t(film.opinion)}` : '✓', h('span', { class: 'unseen' }, ` ${t('reviewed')}`));
}
