/** What admins see to: accounts, tokens of machines, the log; those of the house also departments, models and backups. */
import { h } from '../dom.js';
import { models } from '../models.js';
import { audit } from './audit.js';
import { backup } from './backup.js';
import { accounts, tenants, tokens } from './known.js';

export class View {
  constructor(me) {
    this.parts = [accounts(), tokens(), ...(me.house ? [tenants(), models(true), backup()] : []), audit()];
    this.element = h('div', { class: 'sheet' }, this.parts.map((part) => part.element));
  }

  async start() {
    await Promise.all(this.parts.map((part) => part.load()));
  }

  close() {}
}
