/** What is around every view: where one can go, who is here, and that this is for research. */
import { fill, h, icon } from './dom.js';
import { Help } from './help.js';
import { bind } from './keys.js';
import { t } from './language.js';
import { toggleLook } from './look.js';
import { telling } from './say.js';
import { Password } from './password.js';
import { switches, switchLanguage } from './switches.js';
import { Upload } from './worklist/upload.js';

/** The views: who may see them, and where they are. */
const VIEWS = {
  room: { roles: ['READER', 'OPERATOR'], load: () => import('./room.js') },
  quality: { roles: ['READER', 'OPERATOR'], load: () => import('./quality/quality.js') },
  administration: { roles: ['ADMIN'], load: () => import('./admin/administration.js') },
};

export class Shell {
  #content = h('main', { class: 'content', id: 'content' });
  #tabs = {};
  #view = null;
  #help = new Help();
  #upload = new Upload();
  #password;

  /** @param does rebuild (the page in another language) and leave */
  constructor(me, does) {
    this.me = me;
    this.does = does;
    this.#password = new Password(me);
    this.views = Object.keys(VIEWS).filter((name) => VIEWS[name].roles.some((role) => me.roles.includes(role)));
    const sendsFilms = this.views.includes('room');
    this.element = h('div', { class: 'shell' },
      h('header', {},
        h('h1', { class: 'brand' }, h('img', { src: '/page/icon.svg', alt: '', width: 24, height: 24 }), 'Aerate'),
        h('nav', { 'aria-label': t('views') }, this.views.map((name) => this.#tab(name))),
        h('span', { class: 'research' }, t('researchUse')),
        sendsFilms && this.#upload.element,
        switches(does.rebuild),
        h('button', { type: 'button', class: 'tool', title: `${t('help')} · ?`, 'aria-label': t('help'),
          onclick: () => this.#help.open() }, '?'),
        h('button', { type: 'button', class: 'plain', title: t('changePassword'), onclick: () => this.#password.open() }, me.name),
        h('button', { type: 'button', class: 'plain leave', onclick: does.leave },
          icon('M8 3H3v14h5M12 6l4 4-4 4M16 10H7'), t('logOut'))),
      this.#content,
      this.#help.element,
      this.#password.element);
    if (sendsFilms) {
      this.#upload.dropOn(this.element);
    }
    this.go = () => telling(this.#show());
  }

  start() {
    bind({
      '?': () => this.#help.open(),
      l: () => switchLanguage(this.does.rebuild),
      t: toggleLook,
      u: () => this.#upload.open(),
    });
    addEventListener('hashchange', this.go);
    this.go();
  }

  close() {
    removeEventListener('hashchange', this.go);
    this.#view?.close();
  }

  /** Shows what the address names: #view or #view/id. */
  async #show() {
    const [asked, id] = location.hash.slice(1).split('/');
    const name = this.views.includes(asked) ? asked : this.views[0];
    if (this.#view?.name !== name) {
      this.#view?.close();
      const { View } = await VIEWS[name].load();
      this.#view = new View(this.me);
      this.#view.name = name;
      fill(this.#content, this.#view.element);
      Object.entries(this.#tabs).forEach(([each, tab]) => {
        tab.toggleAttribute('data-here', each === name);
        each === name ? tab.setAttribute('aria-current', 'page') : tab.removeAttribute('aria-current');
      });
      await this.#view.start();
    }
    await this.#view.show?.(id);
  }

  #tab(name) {
    this.#tabs[name] = h('a', { href: `#${name}` }, t(name));
    return this.#tabs[name];
  }
}
