/** The log: who asked for what, with which outcome. */
import * as api from '../api.js';
import { h } from '../dom.js';
import { exactly, t } from '../language.js';
import { telling } from '../say.js';

const PAGE = 100;
const REFUSED = 400;

export function audit() {
  const table = h('tbody', {});
  const more = h('button', { type: 'button', class: 'plain', onclick: () => telling(load()) }, t('more'));
  let before;
  const load = async () => {
    const entries = await api.get(`/api/audit${api.query({ size: PAGE, before })}`);
    table.append(...entries.map(row));
    before = entries[entries.length - 1]?.id;
    more.hidden = entries.length < PAGE;
  };
  const element = h('section', { class: 'card', id: 'audit' }, h('h2', {}, t('audit')),
    h('div', { class: 'scrolled', tabindex: '0', role: 'region', 'aria-label': t('audit') },
      h('table', {},
        h('thead', {}, h('tr', {}, ['at', 'actor', 'action', 'subject', 'outcome']
          .map((name) => h('th', { scope: 'col' }, t(name))))),
        table)),
    more);
  return { element, load };
}

function row(entry) {
  return h('tr', { class: entry.outcome >= REFUSED ? 'refused' : null },
    h('td', {}, exactly(entry.at)), h('td', {}, entry.actor), h('td', {}, entry.action),
    h('td', {}, h('code', {}, entry.subject?.slice(0, 8) ?? '')), h('td', {}, entry.outcome));
}
