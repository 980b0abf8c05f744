import type { ListedUnits, PaperNote } from '../messages.ts';
import { button, makeElement } from './element.ts';
import { server } from './server.ts';
import { stateKind, stateText } from './units-view.ts';

export interface BarEvents {
  openUnit(unit: string): void;
  chooseTemplate(id: string): void;
  keepTemplate(): void;
  undo(): void;
}

/** What is above everything: whose report it is and how it stands, the template, undo, the finished file. Its parts stay, so that none is lost under a finger. */
export class BarView {
  /** Where the list of units has no room. */
  readonly #units: HTMLSelectElement;
  readonly #name = makeElement('h1');
  readonly #state = makeElement('span');
  readonly #template: HTMLSelectElement;
  readonly #keep: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  readonly #word = makeElement('a', { class: 'button primary', attributes: { download: '' } });

  constructor(element: HTMLElement, events: BarEvents) {
    this.#units = makeElement('select', {
      class: 'unit-choice',
      attributes: { 'aria-label': '单位' },
      on: { change: () => events.openUnit(this.#units.value) },
    });
    this.#template = makeElement('select', {
      on: { change: () => events.chooseTemplate(this.#template.value) },
    });
    this.#keep = button('写进文件', events.keepTemplate, {
      class: 'quiet',
      attributes: { title: '现在只是看看；写进事实文件，以后就用这个模板' },
    });
    this.#undo = button('撤销', events.undo, { class: 'quiet' });
    element.append(
      makeElement('div', { class: 'who' }, [this.#units, this.#name, this.#state]),
      makeElement('div', { class: 'tools' }, [
        makeElement('label', { class: 'template' }, [makeElement('span', { text: '模板' }), this.#template]),
        this.#keep,
        this.#undo,
        this.#word,
      ]),
    );
    for (const part of [this.#units, this.#keep, this.#undo, this.#word]) part.hidden = true;
  }

  show(paper: PaperNote, { folder, units }: ListedUnits): void {
    const { name, state, template, ownTemplate, templates, undo, standing, unit } = paper;
    document.title = `${name} · 报告预览`;
    this.#name.textContent = name;
    this.#state.textContent = stateText(state);
    this.#state.className = `state ${stateKind(state)}`;
    this.#units.hidden = folder === undefined;
    offer(
      this.#units,
      units.map((each) => [each.id, `${each.name}（${stateText(each.state)}）`]),
      unit,
    );
    offer(
      this.#template,
      templates.map((each) => [each.id, each.name]),
      template,
    );
    this.#keep.hidden = template === ownTemplate;
    this.#undo.hidden = undo === undefined;
    this.#undo.title = `撤销：${undo}`;
    this.#undo.setAttribute('aria-label', `撤销：${undo}`);
    this.#word.hidden = standing === 'unreadable';
    this.#word.textContent = standing === 'final' ? '下载 Word' : '下载草稿';
    this.#word.href = server.wordAddress(unit, template);
  }

  /** As if it had been pressed. */
  undo(): void {
    if (!this.#undo.hidden) this.#undo.click();
  }
}

/** What a select offers, each by its value and its words; made anew only where that is another. */
function offer(
  select: HTMLSelectElement,
  choices: readonly (readonly [value: string, text: string])[],
  current: string,
): void {
  const isSame =
    choices.length === select.options.length &&
    choices.every(([value, text], at) => {
      const option = select.options[at];
      return option?.value === value && option.text === text;
    });
  if (!isSame) {
    select.replaceChildren(
      ...choices.map(([value, text]) => makeElement('option', { text, attributes: { value } })),
    );
  }
  select.value = current;
}
