/** The radiologist's verdict: one key; said again it corrects, and what was said before stays to be seen. */
import * as api from '../api.js';
import { h } from '../dom.js';
import { exactly, moment, t } from '../language.js';
import { say, telling } from '../say.js';

const KEYS = { NORMAL: 'N', PNEUMONIA: 'P' };

export function opinion({ film, opinions }, may) {
  return h('section', { class: 'card', 'aria-labelledby': 'opinion' },
    h('h2', { id: 'opinion' }, t('radiologist')),
    may && h('div', { class: 'verdicts' }, Object.entries(KEYS).map(([verdict, key]) =>
      h('button', {
        type: 'button', class: `give ${verdict.toLowerCase()}`, 'aria-pressed': String(film.opinion === verdict),
        'data-verdict': verdict, onclick: () => give(film, verdict),
      }, h('kbd', { 'aria-hidden': 'true' }, key), t(verdict)))),
    h('ol', { class: 'opinions quiet' }, opinions.map((each) => h('li', {},
      h('span', {}, each.by), h('span', {}, t(each.verdict)),
      h('time', { datetime: each.at, title: exactly(each.at) }, moment(each.at))))));
}

/** Gives it; the page hears of it by the server's events, as everybody does. */
export function give(film, verdict) {
  return telling(api.post(`/api/films/${film.id}/opinions`, { verdict })
    .then(() => say(t('given', { verdict: t(verdict) }))));
}
