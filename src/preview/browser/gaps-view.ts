import type { ChangeReply, GapNote, PaperNote } from '../messages.ts';
import { ChangeForm } from './change-form.ts';
import { make } from './element.ts';

export interface GapsEvents {
  save(path: string, value: string): Promise<ChangeReply>;
  saveSurely(path: string, value: string): Promise<ChangeReply>;
  /** The keyboard came to a gap. */
  onFocus(path: string): void;
}

/** Everything that is still to be written, a field each: Enter saves and goes on to the next. */
export class GapsView {
  readonly element = make('div', { class: 'gaps' });
  readonly #events: GapsEvents;
  readonly #forms = new Map<string, { readonly form: ChangeForm; readonly item: HTMLElement }>();
  readonly #list = make('ol', { class: 'list' });
  readonly #head = make('p', { class: 'note' });
  #unit = '';
  /** Where the keyboard goes once what was saved is gone from the list. */
  #next: string | undefined;

  constructor(events: GapsEvents) {
    this.#events = events;
    this.element.append(this.#head, this.#list);
  }

  show({ unit, gaps }: PaperNote): void {
    if (unit !== this.#unit) this.#forms.clear();
    this.#unit = unit;
    const paths = gaps.map(({ path }) => path);
    for (const path of [...this.#forms.keys()]) if (!paths.includes(path)) this.#forms.delete(path);
    const items = gaps.map((gap) => this.#itemOf(gap));
    const isSame =
      items.length === this.#list.children.length &&
      items.every((item, at) => item === this.#list.children[at]);
    if (!isSame) this.#list.replaceChildren(...items);
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
    if (this.#next === undefined) return;
    const next = this.#forms.get(this.#next) ?? this.#forms.get(paths[0] ?? '');
    this.#next = undefined;
    next?.form.focus();
  }

  #itemOf(gap: GapNote): HTMLElement {
    const known = this.#forms.get(gap.path);
    if (known !== undefined) return known.item;
    const form = new ChangeForm(gap, {
      value: '',
      isPendable: false,
      onTyped: () => {},
      save: (value, isSure) => this.#save(gap.path, value, isSure),
    });
    const item = make('li', { on: { focusin: () => this.#events.onFocus(gap.path) } }, [
      make('p', { class: 'label' }, [
        make('span', { text: gap.label }),
        gap.label === gap.name ? undefined : make('span', { class: 'path', text: gap.name }),
      ]),
      form.element,
    ]);
    this.#forms.set(gap.path, { form, item });
    return item;
  }

  async #save(path: string, value: string, isSure: boolean): Promise<ChangeReply> {
    const paths = [...this.#forms.keys()];
    const following = paths[paths.indexOf(path) + 1] ?? paths[0];
    this.#next = following;
    const reply = await (isSure ? this.#events.saveSurely : this.#events.save)(path, value);
    if (reply.status !== 'saved') this.#next = undefined;
    return reply;
  }
}
