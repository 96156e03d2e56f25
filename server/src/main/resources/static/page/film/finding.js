/** How a film's state is said: never by colour alone, but by sign, word and weight. */
import { h } from '../dom.js';
import { t } from '../language.js';

const SIGNS = { PNEUMONIA: '▲', NORMAL: '○', FAILED: '!', UNLIKE: '≠', QUEUED: '…', READING: '…' };

/** What a film is to a radiologist: the verdict, else why there is none. */
export function finding(film) {
  return film.state === 'READ' ? film.verdict : film.state;
}

/** The group of the worklist that a film is in, by urgency. */
export function group(film) {
  if (film.state === 'READ') {
    return film.verdict === 'NORMAL' && film.unlike ? 'UNLIKE' : film.verdict;
  }
  return film.state === 'FAILED' ? 'FAILED' : 'QUEUED';
}

export function badge(name) {
  return h('span', { class: `badge ${name.toLowerCase()}` },
    h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[name]), ` ${t(name)}`);
}

/** The probability on a scale, with the operating point where that is known. */
export function scale(probability, threshold = null) {
  return h('div', { class: 'scale', 'aria-hidden': 'true' },
    mark('fill', probability), threshold !== null && mark('threshold', threshold));
}

function mark(name, share) {
  const element = h('span', { class: name });
  element.style.setProperty('--share', share);
  return element;
}
