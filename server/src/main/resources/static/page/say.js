/** Short messages at the edge of the page, read out by screen readers. */
import { Refused } from './api.js';
import { h } from './dom.js';
import { t } from './language.js';

const SHOWN_MS = 4000;
const messages = h('div', { class: 'messages', role: 'status' });
document.body.append(messages);

/** Says something; problems stay until somebody closes them. */
export function say(text, kind = 'note') {
  const message = h('p', { class: kind }, text);
  if (kind === 'problem') {
    message.append(h('button', { type: 'button', 'aria-label': t('close'), onclick: () => message.remove() }, '×'));
  } else {
    setTimeout(() => message.remove(), SHOWN_MS);
  }
  messages.append(message);
}

/** Says it where the server refuses something. */
export function telling(promise) {
  return promise.catch((refusal) => {
    if (!(refusal instanceof Refused)) {
      throw refusal; // the page's own fault
    }
    if (refusal.status !== 401) { // the login says that
      say(refusal.status === 0 ? t('noServer') : refusal.message, 'problem');
    }
  });
}
