/** The keyboard: what each key does, as long as shortcuts are wanted. */
const KEPT = 'aerate.keys';
const bound = new Map();

/**
 * Says what a key does from now on. Letters are told by where they lie where the language typed is not Latin, so that they
 * work while Hangul is on.
 */
export function bind(keys) {
  Object.entries(keys).forEach(([name, does]) => bound.set(name, does));
}

export function forgetKeys() {
  bound.clear();
}

/** Whether single keys do something; who dictates or types by other means can switch that off. */
export const areKeysOn = () => localStorage.getItem(KEPT) !== 'off';

export function switchKeys(on) {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
}

document.addEventListener('keydown', (event) => {
  const name = named(event);
  const does = bound.get(name);
  if (does && areKeysOn() && !isTaken(event, name)) {
    event.preventDefault();
    does();
  }
});

function named(event) {
  const place = event.code.match(/^Key([A-Z])$/);
  if (place && !/^[a-z]$/i.test(event.key)) {
    return place[1].toLowerCase();
  }
  const said = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.shiftKey && said.startsWith('Arrow') ? `Shift${said}` : said;
}

/** Whether the key means something else here: a command of the browser's, or one to what has the focus. */
function isTaken(event, name) {
  return event.ctrlKey || event.metaKey || event.altKey || event.isComposing
    || document.querySelector('dialog[open]')
    || event.target.matches('input:not([type=range], [type=checkbox], [type=radio]), select, textarea')
    || (name.includes('Arrow') && event.target.matches('input'));
}
