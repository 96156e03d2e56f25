/** Starts the page: who is here, and what they see. */
import * as api from './api.js';
import { fill, h } from './dom.js';
import { forgetKeys } from './keys.js';
import { language, speak } from './language.js';
import { login } from './login.js';
import { applyLook } from './look.js';
import { telling } from './say.js';
import { Shell } from './shell.js';
import { switches } from './switches.js';

const place = h('div', { id: 'page' });
let shell = null;
let me = null;

function build() {
  shell?.close();
  forgetKeys();
  shell = me && new Shell(me, { rebuild: build, leave });
  fill(place, shell ? shell.element : login(switches(build), welcome));
  place.querySelector('[autofocus]')?.focus();
  shell?.start();
}

function welcome(somebody) {
  me = somebody;
  build();
}

async function leave() {
  shell.close(); // so that nothing is asked for any more
  await telling(api.post('/api/logout'));
  welcome(null);
}

applyLook();
speak(language());
document.body.append(place);
api.onLoggedOut(() => welcome(null));
api.get('/api/me').then(welcome, () => welcome(null));
