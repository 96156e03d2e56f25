/** The page's words, numbers and dates, in the language that was chosen. */
import { english } from './words.en.js';
import { korean } from './words.ko.js';

const LANGUAGES = { en: english, ko: korean };
const KEPT = 'aerate.language';

let current = localStorage.getItem(KEPT) ?? (navigator.language.startsWith('ko') ? 'ko' : 'en');

export const language = () => current;

export function speak(chosen) {
  current = chosen;
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen;
}

/** The words of a key, with {values} in their places. */
export function t(key, values = {}) {
  const words = LANGUAGES[current][key];
  if (words === undefined) {
    throw new Error(`no words for ${key} in ${current}`);
  }
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** A whole number, in groups of three. */
export const count = (value) => new Intl.NumberFormat(current).format(value);

/** A share or a probability, to so many places; never rounded up to certainty. */
export function share(value, places = 2) {
  const most = 1 - 10 ** -places;
  return (value < 1 ? Math.min(value, most) : value).toFixed(places);
}

export const percent = (value) =>
  new Intl.NumberFormat(current, { style: 'percent', maximumFractionDigits: 1 }).format(value);

export const day = (iso) => new Intl.DateTimeFormat(current, { dateStyle: 'medium' }).format(new Date(iso));

/** The time of a moment of today, else its day. */
export function moment(iso) {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  const style = today ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(current, style).format(at);
}

export const exactly = (iso) =>
  new Intl.DateTimeFormat(current, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
