/** How the model does: against radiologists over time, and whether films of late are unlike earlier ones. */
import * as api from '../api.js';
import { fill, h } from '../dom.js';
import { count, day, percent, t } from '../language.js';
import { models } from '../models.js';
import { histogram, line } from './charts.js';

const DAYS = 90;
const STABLE = 0.1;
const CHANGED = 0.25;
// Films are unlike those that the model knows where their distance is both great and not by chance.
const FAR = 0.2;
const BY_CHANCE = 0.01;

export class View {
  constructor(me) {
    this.isOperator = me.roles.includes('OPERATOR');
    this.element = h('div', { class: 'sheet' });
  }

  async start() {
    const reading = this.isOperator ? models(false) : null;
    const [days, drift] = await Promise.all([
      api.get(`/api/agreement?days=${DAYS}`),
      this.isOperator ? api.get('/api/drift') : null,
      reading?.load(),
    ]);
    fill(this.element, agreement(days), drift && drifting(drift), reading?.element);
  }

  close() {}
}

function agreement(days) {
  const sum = (name) => days.reduce((one, each) => one + each[name], 0);
  const rows = days.map((each) => ({ day: day(each.day), share: each.opinions > 0 ? each.agree / each.opinions : null }));
  return h('section', { class: 'card' },
    h('h2', {}, t('agreement')),
    h('p', { class: 'quiet' }, t('agreementExplained', { days: DAYS })),
    h('dl', { class: 'figures' },
      figure('opinions', count(sum('opinions'))),
      figure('agree', ratio(sum('agree'), sum('opinions'))),
      figure('sensitivity', ratio(sum('sickFound'), sum('sick'))),
      figure('specificity', ratio(sum('healthyFound'), sum('healthy')))),
    rows.length > 0 && line(rows, t('agreement')));
}

function drifting(drift) {
  const state = stateOf(drift);
  return h('section', { class: 'card' },
    h('h2', {}, t('drift')),
    h('p', { class: `state ${state}` }, t(state)),
    h('dl', { class: 'figures' },
      figure('films', count(drift.films)),
      figure('psi', drift.psi?.toFixed(3) ?? '–'),
      figure('ks', drift.ks === undefined ? '–' : `${drift.ks.toFixed(3)} (p ${drift.ksP < 0.001 ? '< 0.001' : drift.ksP.toFixed(3)})`)),
    h('h3', {}, t('probabilities')),
    histogram(drift.histogram, drift.baselineHistogram, t('probabilities')),
    h('p', { class: 'quiet' }, t('baselineExplained', { films: count(drift.baseline) })));
}

function stateOf({ psi, ks, ksP }) {
  if (ks > FAR && ksP < BY_CHANCE) {
    return 'driftUnlike';
  }
  if (psi === undefined) {
    return 'driftUnknown';
  }
  return psi < STABLE ? 'driftStable' : psi < CHANGED ? 'driftSome' : 'driftChanged';
}

function figure(name, value) {
  return h('div', {}, h('dt', {}, t(name)), h('dd', {}, value));
}

function ratio(part, whole) {
  return whole > 0 ? `${percent(part / whole)} (${count(part)}/${count(whole)})` : '–';
}
