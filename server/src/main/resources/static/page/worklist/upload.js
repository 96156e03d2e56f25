/** Films in, by the button or by dragging them onto the page. */
import * as api from '../api.js';
import { h, icon } from '../dom.js';
import { count, t } from '../language.js';
import { say } from '../say.js';

const AT_ONCE = 50; // a request has an end, in bytes and in parts
const ARROW = 'M10 14V3M5.500 7.500L10 3l4.500 4.500M3 13v4h14v-4';

export class Upload {
  #files = h('input', { type: 'file', multiple: true, hidden: true, id: 'files', 'aria-label': t('upload'),
    accept: '.png,.jpg,.jpeg,.dcm,image/png,image/jpeg,application/dicom',
    onchange: () => this.#send([...this.#files.files]) });
  #progress = h('progress', { max: 1, value: 0, hidden: true, 'aria-label': t('upload') });

  constructor() {
    this.element = h('div', { class: 'upload' }, this.#files,
      h('button', { type: 'button', class: 'plain', title: `${t('upload')} · U`, onclick: () => this.open() },
        icon(ARROW), t('upload')),
      this.#progress);
  }

  open() {
    this.#files.click();
  }

  /** Films can be dropped anywhere on an element. */
  dropOn(element) {
    element.addEventListener('dragover', (event) => {
      event.preventDefault();
      element.classList.add('dropping');
    });
    element.addEventListener('dragleave', (event) => {
      if (!element.contains(event.relatedTarget)) {
        element.classList.remove('dropping');
      }
    });
    element.addEventListener('drop', (event) => {
      event.preventDefault();
      element.classList.remove('dropping');
      this.#send([...event.dataTransfer.files]);
    });
  }

  async #send(files) {
    if (files.length === 0) {
      return;
    }
    this.#progress.hidden = false;
    try {
      for (let sent = 0; sent < files.length; sent += AT_ONCE) {
        const some = files.slice(sent, sent + AT_ONCE);
        report(await api.upload(some, (gone) => {
          this.#progress.value = (sent + gone * some.length) / files.length;
        }));
      }
    } catch (refusal) {
      say(t('notSent', { reason: refusal.message }), 'problem');
    } finally {
      this.#progress.hidden = true;
      this.#files.value = '';
    }
  }
}

function report(answers) {
  const refused = answers.filter((answer) => answer.problem);
  if (refused.length < answers.length) {
    say(t('sent', { count: count(answers.length - refused.length) }));
  }
  refused.forEach((answer) => say(answer.problem, 'problem')); // which names the file
}
