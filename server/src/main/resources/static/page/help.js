/** The keys, and the switch that turns them off. */
import { h } from './dom.js';
import { areKeysOn, switchKeys } from './keys.js';
import { t } from './language.js';

const KEYS = {
  keysList: [['J ↓', 'next'], ['K ↑', 'previous'], ['P', 'sayPneumonia'], ['N', 'sayNormal'], ['U', 'upload'], ['/', 'filters']],
  keysFilm: [['H', 'heatMap'], ['[ ]', 'opacity'], ['W', 'window'], ['2 3 4', 'windows'], ['G', 'move'], ['⇧ ← ↑ → ↓', 'move'],
    ['+ -', 'zoom'], ['F', 'fit'], ['1', 'actualSize'], ['I', 'invert'], ['R', 'reset']],
  keysCourse: [['C', 'askCourse'], ['← →', 'lambda'], ['.', 'play'], ['O', 'single'], ['S', 'side'], ['B', 'blink'],
    ['D', 'difference']],
  keysPage: [['L', 'otherLanguage'], ['T', 'look'], ['?', 'help']],
};

export class Help {
  constructor() {
    this.element = h('dialog', { class: 'help', 'aria-labelledby': 'help' },
      h('h2', { id: 'help' }, t('help')),
      h('div', { class: 'keys' }, Object.entries(KEYS).map(([name, keys]) => h('section', {},
        h('h3', {}, t(name)),
        h('dl', {}, keys.map(([key, does]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(does)))))))),
      h('p', { class: 'quiet' }, t('mouse')),
      h('form', { method: 'dialog' },
        h('label', { class: 'check' },
          h('input', { type: 'checkbox', checked: areKeysOn(), onchange: (event) => switchKeys(event.target.checked) }),
          t('keysOn')),
        h('button', { class: 'main' }, t('close'))));
  }

  open() {
    this.element.showModal();
  }
}
