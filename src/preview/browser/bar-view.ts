import type { PaperNote, UnitList } from '../messages.ts';
import { button, make } from './element.ts';
import { server } from './server.ts';
import { stateKind, stateText } from './units-view.ts';

export interface BarEvents {
  openUnit(unit: string): void;
  chooseTemplate(id: string): void;
  keepTemplate(): void;
  undo(): void;
}

/** What stands above everything: whose report it is and how it stands, the template, undo, the finished file. */
export class BarView {
  readonly #element: HTMLElement;
  readonly #events: BarEvents;
  #shown = '';

  constructor(element: HTMLElement, events: BarEvents) {
    this.#element = element;
    this.#events = events;
  }

  show(paper: PaperNote, list: UnitList): void {
    const { name, state, template, ownTemplate, templates, undo, standing, unit } = paper;
    const key = JSON.stringify([name, state, template, ownTemplate, templates, undo, standing, unit, list]);
    if (key === this.#shown) return;
    const focused = this.#element.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.#shown = key;
    document.title = `${name} · 报告预览`;
    this.#element.replaceChildren(
      make('div', { class: 'who' }, [
        list.folder === undefined ? undefined : this.#unitChoice(list, unit),
        make('h1', { text: name }),
        make('span', { class: `state ${stateKind(state)}`, text: stateText(state) }),
      ]),
      make('div', { class: 'tools' }, [
        ...this.#templateChoice(paper),
        undo === undefined
          ? undefined
          : button('撤销', this.#events.undo, {
              class: 'quiet',
              attributes: { id: 'undo', title: `撤销：${undo}`, 'aria-label': `撤销：${undo}` },
            }),
        standing === 'unreadable' ? undefined : wordLink(paper),
      ]),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  /** Where the list of units has no room. */
  #unitChoice({ units }: UnitList, current: string): HTMLElement {
    const select = make('select', {
      class: 'unit-choice',
      attributes: { id: 'unit-choice', 'aria-label': '单位' },
      on: { change: () => this.#events.openUnit(select.value) },
    });
    for (const { id, name, state } of units) {
      select.append(make('option', { text: `${name}（${stateText(state)}）`, attributes: { value: id } }));
    }
    select.value = current;
    return select;
  }

  #templateChoice({ template, ownTemplate, templates }: PaperNote): HTMLElement[] {
    const select = make('select', {
      attributes: { id: 'template' },
      on: { change: () => this.#events.chooseTemplate(select.value) },
    });
    for (const { id, name } of templates) {
      select.append(make('option', { text: name, attributes: { value: id } }));
    }
    select.value = template;
    const label = make('label', { class: 'template' }, [make('span', { text: '模板' }), select]);
    if (template === ownTemplate) return [label];
    const keep = button('写进文件', this.#events.keepTemplate, {
      class: 'quiet',
      attributes: { id: 'keep-template', title: '现在只是看看；写进事实文件，以后就用这个模板' },
    });
    return [label, keep];
  }
}

function wordLink({ unit, template, standing }: PaperNote): HTMLElement {
  return make('a', {
    class: 'button primary',
    text: standing === 'final' ? '下载 Word' : '下载草稿',
    attributes: { id: 'word', href: server.wordAddress(unit, template), download: '' },
  });
}
