/** Who is known: people by their accounts, machines by their tokens, departments. */
import * as api from '../api.js';
import { fill, h } from '../dom.js';
import { day, t } from '../language.js';
import { telling } from '../say.js';

const ROLES = ['READER', 'OPERATOR', 'ADMIN'];

/** What is asked of one that is new, beside its name: an element, and what its form then wishes. */
const ROLE_BOXES = {
  element: () => h('fieldset', {}, h('legend', { class: 'unseen' }, t('roles')), ROLES.map((role) =>
    h('label', { class: 'check' },
      h('input', { type: 'checkbox', name: 'roles', value: role, checked: role === 'READER' }), t(role)))),
  wish: (given) => ({ roles: given.getAll('roles') }),
};
const FIRST_ADMIN = {
  element: () => field('admin', t('firstAdmin')),
  wish: (given) => ({ admin: given.get('admin') }),
};

export function accounts() {
  return known('accounts', 'password', ROLE_BOXES, (account, load) => [
    h('td', {}, roles(account)),
    h('td', {}, t(account.active ? 'active' : 'locked')),
    h('td', {}, act(account.active ? 'lock' : 'unlock', account,
      () => api.patch(`/api/accounts/${account.id}`, { active: !account.active }), load)),
  ]);
}

export function tokens() {
  return known('tokens', 'token', ROLE_BOXES, (token, load) => [
    h('td', {}, roles(token)),
    h('td', {}, day(token.made)),
    h('td', {}, act('revoke', token, () => api.remove(`/api/tokens/${token.id}`), load)),
  ]);
}

/** Departments, each with films and admins of its own. */
export function tenants() {
  return known('tenants', 'password', FIRST_ADMIN, () => []);
}

/**
 * A list that can be added to.
 *
 * @param name of it, and of its path
 * @param secret what is shown once of one that is new
 * @param more what is asked beside a name
 * @param cells of a row after its name
 */
function known(name, secret, more, cells) {
  const table = h('tbody', {});
  const once = h('p', { class: 'once', role: 'status' });
  const load = async () => {
    const rows = await api.get(`/api/${name}`);
    fill(table, rows.map((each) => h('tr', {}, h('th', { scope: 'row' }, each.name), cells(each, load))));
  };
  const form = h('form', {
    class: 'row',
    onsubmit: (event) => {
      event.preventDefault();
      telling(add());
    },
  },
  field('name', t('name')),
  more.element(),
  h('button', { type: 'submit', class: 'plain' }, t('add')));
  async function add() {
    const given = new FormData(form);
    const made = await api.post(`/api/${name}`, { name: given.get('name'), ...more.wish(given) });
    fill(once, t('shownOnce', { name: made.admin ?? made.name }), ' ', h('code', {}, made[secret]));
    form.reset();
    await load();
  }
  const element = h('section', { class: 'card', id: name }, h('h2', {}, t(name)), h('table', {}, table), form, once);
  return { element, load };
}

function field(name, label) {
  return h('label', {}, label, h('input', { name, required: true, autocomplete: 'off' }));
}

function roles(somebody) {
  return somebody.roles.map((role) => t(role)).join(', ');
}

function act(name, on, does, load) {
  return h('button', { type: 'button', class: 'plain', 'aria-label': `${t(name)}: ${on.name}`,
    onclick: () => telling(does().then(load)) }, t(name));
}
