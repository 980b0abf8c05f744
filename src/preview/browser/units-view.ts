import type { ListedUnits, UnitState } from '../messages.ts';
import { button, makeElement } from './element.ts';

/** The units of a folder with how they stand; nothing where a single file was given. */
export class UnitsView {
  readonly #element: HTMLElement;
  readonly #open: (unit: string) => void;
  #shown = '';

  constructor(element: HTMLElement, open: (unit: string) => void) {
    this.#element = element;
    this.#open = open;
  }

  show({ folder, units }: ListedUnits, current: string): void {
    this.#element.hidden = folder === undefined;
    const key = JSON.stringify([folder, units, current]);
    if (folder === undefined || key === this.#shown) return;
    this.#shown = key;
    const hadFocus = this.#element.contains(document.activeElement);
    const ready = units.filter(({ state }) => state !== undefined && isReady(state)).length;
    const items = units.map(({ id, name, file, state }) => {
      const open = button('', () => this.#open(id), {
        attributes: { 'aria-current': id === current ? 'true' : undefined, title: file },
      });
      open.append(
        makeElement('span', { class: 'name', text: name }),
        makeElement('span', { class: `state ${stateKind(state)}`, text: stateText(state) }),
      );
      return makeElement('li', {}, [open]);
    });
    this.#element.replaceChildren(
      makeElement('h2', { text: folder }),
      makeElement('p', { class: 'note', text: `${units.length} 个单位，${ready} 个可以生成报告。` }),
      makeElement('ul', {}, items),
    );
    if (hadFocus) this.#element.querySelector<HTMLElement>('[aria-current]')?.focus();
  }
}

/** How a unit stands, in few words. */
export function stateText(state: UnitState | undefined): string {
  if (state === undefined) return '…';
  if (!state.isReadable) return '读不出来';
  const parts = [
    state.errors > 0 ? `${state.errors} 个错误` : '',
    state.gaps > 0 ? `${state.gaps} 项待补` : '',
  ].filter((text) => text !== '');
  if (parts.length > 0) return parts.join('，');
  return state.warnings > 0 ? `可以生成，${state.warnings} 处提醒` : '可以生成';
}

/** The same as a class. */
export function stateKind(state: UnitState | undefined): string {
  if (state === undefined) return '';
  if (!state.isReadable || state.errors > 0) return 'bad';
  return state.gaps > 0 ? 'open' : 'good';
}

function isReady(state: UnitState): boolean {
  return stateKind(state) === 'good';
}
