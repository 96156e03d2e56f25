/** Which films of the worklist are shown, and in which order. */
import { h } from '../dom.js';
import { count, t } from '../language.js';

/** Each a name, what the server is asked for, and whether a film that comes is among them. */
const VIEWS = {
  all: { asks: {}, has: () => true, many: (c) => c.queued + c.reading + c.read + c.failed },
  PNEUMONIA: { asks: { verdict: 'PNEUMONIA' }, has: (film) => film.verdict === 'PNEUMONIA', many: (c) => c.pneumonia },
  NORMAL: { asks: { verdict: 'NORMAL' }, has: (film) => film.verdict === 'NORMAL', many: (c) => c.normal },
  UNLIKE: { asks: { unlike: true }, has: (film) => film.unlike === true, many: (c) => c.unlike },
  FAILED: { asks: { state: 'FAILED' }, has: (film) => film.state === 'FAILED', many: (c) => c.failed },
  QUEUED: { asks: { state: 'QUEUED' }, has: (film) => film.state === 'QUEUED', many: (c) => c.queued + c.reading },
};
const DAYS = { any: null, today: 1, week: 7, month: 31 };

// Kept while the page is: who comes back from another tab finds the list as it was.
const chosen = { view: 'all', days: 'any', unreviewed: false, sort: 'urgency' };

export class Filters {
  #counts = {};

  constructor(changed) {
    const set = (name, value) => {
      chosen[name] = value;
      changed();
    };
    this.element = h('form', { class: 'filters', 'aria-label': t('filters'), onsubmit: (event) => event.preventDefault() },
      h('fieldset', { class: 'views' },
        h('legend', { class: 'unseen' }, t('show')),
        Object.keys(VIEWS).map((name) => this.#view(name, set))),
      h('div', { class: 'more' },
        h('label', { class: 'check' },
          h('input', { type: 'checkbox', checked: chosen.unreviewed,
            onchange: (event) => set('unreviewed', event.target.checked) }),
          t('unreviewedOnly')),
        choice('days', Object.keys(DAYS), set),
        choice('sort', ['urgency', 'received'], set)));
  }

  /** What the server is asked for. */
  get asks() {
    const days = DAYS[chosen.days];
    return {
      ...VIEWS[chosen.view].asks,
      reviewed: chosen.unreviewed ? false : null,
      from: days && since(days).toISOString(),
      sort: chosen.sort,
    };
  }

  /** Whether a film belongs to what is shown. */
  has(film) {
    const days = DAYS[chosen.days];
    return VIEWS[chosen.view].has(film)
      && !(chosen.unreviewed && film.opinion)
      && !(days && new Date(film.received) < since(days));
  }

  get isByUrgency() {
    return chosen.sort === 'urgency';
  }

  tell(counts) {
    Object.entries(VIEWS).forEach(([name, view]) => {
      this.#counts[name].textContent = count(view.many(counts));
    });
  }

  #view(name, set) {
    this.#counts[name] = h('span', { class: 'count' });
    return h('label', { class: `view ${name.toLowerCase()}` },
      h('input', { type: 'radio', name: 'view', value: name, checked: chosen.view === name,
        onchange: () => set('view', name) }),
      h('span', {}, t(name), ' ', this.#counts[name]));
  }
}

function choice(name, values, set) {
  return h('label', { class: 'choice' }, h('span', { class: 'unseen' }, t(name)),
    h('select', { name, onchange: (event) => set(name, event.target.value) },
      values.map((value) => h('option', { value, selected: value === chosen[name] }, t(value)))));
}

/** Midnight, so many days ago less one. */
function since(days) {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  midnight.setDate(midnight.getDate() - days + 1);
  return midnight;
}
