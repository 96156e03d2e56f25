/** Who comes in. */
import * as api from './api.js';
import { fill, h } from './dom.js';
import { t } from './language.js';

const PROBLEMS = { 401: 'wrongLogin', 429: 'tooManyLogins' };
/** Why somebody is sent back from a provider, by the word after the hash. */
const SENT_BACK = { '#no-account': 'noAccount', '#not-known': 'notKnown' };

/** A form that asks for name and password; tells who it was. */
export function login(switches, welcome) {
  const sentBack = SENT_BACK[location.hash];
  const problem = h('p', { class: 'problem', role: 'alert' }, sentBack && t(sentBack));
  if (sentBack) {
    history.replaceState(null, '', '/');
  }
  const others = h('div', { class: 'others' });
  api.get('/api/providers').then((providers) => fill(others, providers.map((provider) =>
    h('a', { href: provider.path, class: 'plain' }, t('logInBy', { name: provider.name })))), () => {});
  const form = h('form', {
    class: 'card login',
    onsubmit: (event) => {
      event.preventDefault();
      api.post('/api/login', Object.fromEntries(new FormData(form))).then(welcome, (refusal) => {
        problem.textContent = t(PROBLEMS[refusal.status] ?? 'noServer');
        form.elements.password.select();
      });
    },
  },
  h('h1', {}, h('img', { src: '/page/icon.svg', alt: '', width: 40, height: 40 }), 'Aerate'),
  h('p', { class: 'quiet' }, t('whatItIs')),
  h('label', {}, t('name'), h('input', { name: 'name', autocomplete: 'username', required: true, autofocus: true })),
  h('label', {}, t('password'),
    h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true })),
  problem,
  h('button', { type: 'submit', class: 'main' }, t('logIn')),
  others,
  h('p', { class: 'research' }, t('researchUse')));
  return h('main', { class: 'entrance' }, form, switches);
}
