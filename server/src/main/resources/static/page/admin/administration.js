/** What admins see to: accounts, tokens of machines, the log. */
import { h } from '../dom.js';
import { audit } from './audit.js';
import { accounts, tokens } from './known.js';

export class View {
  constructor() {
    this.parts = [accounts(), tokens(), audit()];
    this.element = h('div', { class: 'sheet' }, this.parts.map((part) => part.element));
  }

  async start() {
    await Promise.all(this.parts.map((part) => part.load()));
  }

  close() {}
}
