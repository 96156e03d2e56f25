/** A copy of the database, made while the server runs. */
import * as api from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../language.js';
import { telling } from '../say.js';

export function backup() {
  const made = h('p', { class: 'once', role: 'status' });
  const button = h('button', {
    type: 'button',
    class: 'plain',
    onclick: () => {
      button.disabled = true;
      telling(make()).finally(() => { button.disabled = false; });
    },
  }, t('makeBackup'));
  async function make() {
    const { file } = await api.post('/api/backups');
    fill(made, t('backupMade'), ' ', h('code', {}, file));
  }
  const element = h('section', { class: 'card', id: 'backup' },
    h('h2', {}, t('backup')),
    h('p', { class: 'quiet' }, t('backupExplained')),
    h('div', { class: 'row' }, button),
    made);
  return { element, load: async () => {} };
}
