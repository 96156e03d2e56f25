/** The models that are there, and which of them reads: a card of quality, and of administration, which can exchange it. */
import * as api from './api.js';
import { fill, h } from './dom.js';
import { t } from './language.js';
import { say, telling } from './say.js';

export function models(mayExchange) {
  const table = h('tbody', {});
  const load = async () => {
    const all = await api.get('/api/models');
    fill(table, all.map((model) => h('tr', { class: model.current ? 'this' : null },
      h('th', { scope: 'row' }, model.name, model.current && ` · ${t('current')}`),
      h('td', {}, model.hash ? h('code', {}, model.hash.slice(0, 10)) : t('noModel')),
      h('td', {}, model.threshold?.toFixed(3)),
      mayExchange && h('td', {}, model.hash && !model.current && exchange(model.name)))));
  };
  function exchange(name) {
    const button = h('button', {
      type: 'button',
      class: 'plain',
      'aria-label': `${t('exchange')}: ${name}`,
      onclick: () => {
        button.disabled = true; // a model takes seconds to open
        telling(api.put('/api/models/current', { name }).then(() => {
          say(t('exchanged', { name }));
          return load();
        })).finally(() => { button.disabled = false; });
      },
    }, t('exchange'));
    return button;
  }
  const element = h('section', { class: 'card', id: 'models' },
    h('h2', {}, t('models')),
    mayExchange && h('p', { class: 'quiet' }, t('exchangeExplained')),
    h('table', {},
      h('thead', {}, h('tr', {}, ['model', 'hash', 'threshold'].map((name) => h('th', { scope: 'col' }, t(name))),
        mayExchange && h('td', {}))),
      table));
  return { element, load };
}
