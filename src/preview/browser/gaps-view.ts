import type { ChangeReply, GapNote, PaperNote } from '../messages.ts';
import { ChangeForm } from './change-form.ts';
import { makeElement } from './element.ts';

export interface GapsEvents {
  save(path: string, value: string): Promise<ChangeReply>;
  saveSurely(path: string, value: string): Promise<ChangeReply>;
  /** The keyboard came to a gap. */
  onFocus(path: string): void;
}

/** Everything that is still to be written, a field each: Enter saves and goes on to the next. */
export class GapsView {
  readonly element = makeElement('div', { class: 'gaps' });
  readonly #events: GapsEvents;
  readonly #forms = new Map<string, { readonly form: ChangeForm; readonly item: HTMLLIElement }>();
  readonly #list = makeElement('ol', { class: 'list' });
  readonly #head = makeElement('p', { class: 'note' });
  #unit = '';
  /** What is being saved, and where the keyboard goes once it is gone from the list. */
  #leaving: { readonly path: string; readonly next: string } | undefined;

  constructor(events: GapsEvents) {
    this.#events = events;
    this.element.append(this.#head, this.#list);
  }

  show({ unit, gaps }: PaperNote): void {
    if (unit !== this.#unit) {
      this.#forms.clear();
      this.#leaving = undefined;
    }
    this.#unit = unit;
    const paths = gaps.map(({ path }) => path);
    for (const path of [...this.#forms.keys()]) if (!paths.includes(path)) this.#forms.delete(path);
    const items = gaps.map((gap) => this.#itemOf(gap));
    for (const item of [...this.#list.children]) if (!items.includes(item as HTMLLIElement)) item.remove();
    // What stays is not moved, or it would lose the keyboard.
    for (const [at, item] of items.entries()) {
      const standing = this.#list.children[at];
      if (standing !== item) this.#list.insertBefore(item, standing ?? null);
    }
    this.#head.textContent =
      gaps.length === 0
        ? '没有待补的了。'
        : `还有 ${gaps.length} 项。填好一项按回车，就存进文件，并到下一项。`;
    this.#goOn(paths);
  }

  focus(): void {
    this.#forms.values().next().value?.form.focus();
  }

  #goOn(paths: readonly string[]): void {
    if (this.#leaving === undefined || paths.includes(this.#leaving.path)) return;
    const next = this.#forms.get(this.#leaving.next) ?? this.#forms.get(paths[0] ?? '');
    this.#leaving = undefined;
    next?.form.focus();
  }

  #itemOf(gap: GapNote): HTMLLIElement {
    const known = this.#forms.get(gap.path);
    if (known !== undefined) return known.item;
    const form = new ChangeForm(gap, {
      value: '',
      isPendable: false,
      onTyped: () => {},
      save: (value, isSure) => this.#save(gap.path, value, isSure),
    });
    const item = makeElement('li', { on: { focusin: () => this.#events.onFocus(gap.path) } }, [
      makeElement('p', { class: 'label' }, [
        makeElement('span', { text: gap.label }),
        gap.label === gap.name ? undefined : makeElement('span', { class: 'path', text: gap.name }),
      ]),
      form.element,
    ]);
    this.#forms.set(gap.path, { form, item });
    return item;
  }

  async #save(path: string, value: string, isSure: boolean): Promise<ChangeReply> {
    const paths = [...this.#forms.keys()];
    this.#leaving = { path, next: paths[paths.indexOf(path) + 1] ?? '' };
    const reply = await (isSure ? this.#events.saveSurely : this.#events.save)(path, value);
    if (reply.status !== 'saved') this.#leaving = undefined;
    return reply;
  }
}
