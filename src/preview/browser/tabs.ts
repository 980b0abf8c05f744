import { makeElement } from './element.ts';

export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly content: HTMLElement;
}

/** Several views of which one is seen; arrow keys go from tab to tab. On a narrow screen the panel opens and closes with them. */
export class Tabs {
  readonly #panel: HTMLElement;
  readonly #tabs: readonly Tab[];
  readonly #buttons = new Map<string, HTMLButtonElement>();
  readonly #pages = new Map<string, HTMLElement>();
  #current = '';

  constructor(panel: HTMLElement, tabs: readonly Tab[]) {
    this.#panel = panel;
    this.#tabs = tabs;
    const list = makeElement('div', { class: 'tabs', attributes: { role: 'tablist' } });
    for (const { id, title, content } of tabs) {
      const tab = makeElement('button', {
        text: title,
        attributes: { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `page-${id}` },
        on: {
          click: () => this.#press(id),
          keydown: (event) => this.#onKey(event as KeyboardEvent),
        },
      });
      const attributes = { id: `page-${id}`, role: 'tabpanel', 'aria-labelledby': `tab-${id}` };
      this.#buttons.set(id, tab);
      this.#pages.set(id, makeElement('div', { class: 'tab-page', attributes }, [content]));
      list.append(tab);
    }
    panel.replaceChildren(list, ...this.#pages.values());
    this.open(tabs[0]?.id ?? '', false);
  }

  get current(): string {
    return this.#current;
  }

  /** `isSeen` also opens the panel where it is folded away. */
  open(id: string, isSeen = true): void {
    this.#current = id;
    for (const [each, tab] of this.#buttons) {
      tab.setAttribute('aria-selected', String(each === id));
      tab.tabIndex = each === id ? 0 : -1;
    }
    for (const [each, page] of this.#pages) page.hidden = each !== id;
    if (isSeen) this.#panel.classList.add('is-open');
  }

  fold(): void {
    this.#panel.classList.remove('is-open');
  }

  /** Writes a number beside a tab's title. */
  count(id: string, count: number): void {
    const tab = this.#buttons.get(id);
    const title = this.#tabs.find((each) => each.id === id)?.title ?? '';
    tab?.replaceChildren(
      title,
      ...(count === 0 ? [] : [makeElement('span', { class: 'count', text: String(count) })]),
    );
  }

  #press(id: string): void {
    const isOpen = this.#panel.classList.contains('is-open');
    if (isOpen && id === this.#current) this.fold();
    else this.open(id);
  }

  #onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const ids = this.#tabs.map(({ id }) => id);
    const next = ids[(ids.indexOf(this.#current) + step + ids.length) % ids.length] ?? '';
    this.open(next);
    this.#buttons.get(next)?.focus();
    event.preventDefault();
  }
}
