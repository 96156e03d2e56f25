/** One's own password, changed. */
import * as api from './api.js';
import { h } from './dom.js';
import { t } from './language.js';
import { say } from './say.js';

export class Password {
  constructor(me) {
    const problem = h('p', { class: 'problem', role: 'alert' });
    const form = h('form', {
      class: 'login',
      onsubmit: (event) => {
        event.preventDefault();
        api.put('/api/me/password', Object.fromEntries(new FormData(form))).then(() => {
          form.reset();
          this.element.close();
          say(t('changed'));
        }, (refusal) => {
          problem.textContent = refusal.message;
        });
      },
    },
    h('h2', { id: 'password' }, `${t('changePassword')} · ${me.name}`),
    h('label', {}, t('oldPassword'), h('input', { name: 'old', type: 'password', autocomplete: 'current-password', required: true })),
    h('label', {}, t('freshPassword'), h('input', { name: 'fresh', type: 'password', autocomplete: 'new-password', required: true })),
    problem,
    h('button', { type: 'submit', class: 'main' }, t('changePassword')),
    h('button', { type: 'button', class: 'plain', onclick: () => this.element.close() }, t('cancel')));
    this.element = h('dialog', { class: 'password', 'aria-labelledby': 'password' }, form);
  }

  open() {
    this.element.showModal();
  }
}
