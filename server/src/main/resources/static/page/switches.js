/** Language and look, which everybody may choose at any time. */
import { h, icon } from './dom.js';
import { language, speak, t } from './language.js';
import { toggleLook } from './look.js';

const HALF = 'M10 2a8 8 0 100 16zM10 2a8 8 0 010 16';

/** @param rebuild what shows the page anew, in another language */
export function switches(rebuild) {
  return h('div', { class: 'switches' },
    h('button', { type: 'button', class: 'plain language', title: `${t('otherLanguage')} · L`,
      lang: other(), onclick: () => {
        switchLanguage(rebuild);
        document.querySelector('.language').focus(); // the button is another one now
      } }, t('otherLanguage')),
    h('button', { type: 'button', class: 'tool', title: `${t('look')} · T`, 'aria-label': t('look'), onclick: toggleLook },
      icon(HALF)));
}

export function switchLanguage(rebuild) {
  speak(other());
  rebuild();
}

function other() {
  return language() === 'ko' ? 'en' : 'ko';
}
