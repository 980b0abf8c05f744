import type { ChangeReply, FactNote, PaperNote } from '../messages.ts';
import { ChangeForm } from './change-form.ts';
import { button, makeElement } from './element.ts';
import { findingCard } from './findings-view.ts';

export interface FactEvents {
  save(path: string, value: string, isSure: boolean): Promise<ChangeReply>;
  showNext(): void;
  open(path: string): void;
}

/** One fact: where it is from, what it says, and a field to correct it in. */
export class FactView {
  readonly element = makeElement('div', { class: 'fact' });
  readonly #events: FactEvents;
  /** What was typed and is not saved, by unit and path. */
  readonly #typed = new Map<string, string>();
  readonly #above = makeElement('div');
  readonly #field = makeElement('div');
  readonly #below = makeElement('div', { class: 'below' });
  #form: { readonly key: string; readonly form: ChangeForm } | undefined;
  #shown = '';

  constructor(events: FactEvents) {
    this.#events = events;
    this.element.append(this.#above, this.#field, this.#below);
  }

  /** Shows a fact. The field that somebody is typing in stays as it is, with a word about what the file says now. */
  show(fact: FactNote, { unit, findings }: PaperNote, places: number): void {
    const own = findings.filter(({ path }) => path === fact.path);
    const shown = JSON.stringify([unit, fact, own, places]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#above.replaceChildren(
      this.#trail(fact),
      makeElement('h2', { text: fact.label }),
      ...(fact.path === '' ? [] : [whereOf(fact)]),
    );
    const key = `${unit} ${fact.path}`;
    this.#showField(fact, key);
    this.#below.replaceChildren(
      ...factNotes(fact, this.#typed.get(key)),
      ...rostersOf(fact, (value) => this.#form?.form.submit(value)),
      ...showExcerpt(fact),
      ...printedAt(fact, places, this.#events.showNext),
      ...own.map((finding) => findingCard(finding)),
    );
  }

  focus(): void {
    this.#form?.form.focus();
  }

  /** The way up. */
  #trail({ trail }: FactNote): HTMLElement {
    const links = trail.map(({ path, label }) =>
      makeElement('li', {}, [button(label, () => this.#events.open(path), { class: 'quiet' })]),
    );
    const nav = makeElement('nav', { class: 'trail', attributes: { 'aria-label': '所在的位置' } }, [
      makeElement('ol', {}, links),
    ]);
    return trail.length > 0 ? nav : makeElement('p', { class: 'note', text: FACT_HELP });
  }

  #showField(fact: FactNote, key: string): void {
    const isHolder = fact.parts.length > 0 || fact.adds !== undefined;
    if (isHolder || fact.locked !== undefined) {
      this.#form = undefined;
      const locked = makeElement('p', { class: 'said', text: fact.locked ?? '' });
      this.#field.replaceChildren(...(isHolder ? this.#parts(fact) : [locked]));
    } else if (this.#form?.key === key) {
      if (!this.#typed.has(key)) this.#form.form.offer(fact.value);
    } else {
      const form = this.#makeForm(fact, key);
      this.#form = { key, form };
      this.#field.replaceChildren(form.element);
    }
  }

  #makeForm(fact: FactNote, key: string): ChangeForm {
    return new ChangeForm(fact, {
      value: this.#typed.get(key) ?? fact.value,
      isPendable: true,
      onTyped: (value) => this.#typed.set(key, value),
      save: async (value, isSure) => {
        const reply = await this.#events.save(fact.path, value, isSure);
        if (reply.status === 'saved') this.#typed.delete(key);
        return reply;
      },
    });
  }

  #parts({ parts, adds }: FactNote): HTMLElement[] {
    const rows = parts.map(({ path, label, value, isThere, isGroup }) => {
      const row = button('', () => this.#events.open(path), { class: isThere ? 'part' : 'part absent' });
      row.append(
        makeElement('span', { class: 'label', text: label }),
        makeElement('span', { class: 'value', text: isThere ? value : '没有写' }),
        makeElement('span', {
          class: 'arrow',
          text: isGroup ? '›' : '',
          attributes: { 'aria-hidden': 'true' },
        }),
      );
      return makeElement('li', {}, [row]);
    });
    const add = adds === undefined ? undefined : button('添一项', () => this.#events.open(adds));
    return [makeElement('ul', { class: 'parts' }, rows), ...(add === undefined ? [] : [add])];
  }
}

function factNotes({ value, about, kind, locked }: FactNote, typed: string | undefined): HTMLElement[] {
  if (locked !== undefined) return [];
  const isOther = typed !== undefined && typed !== value && value !== '';
  const notes = [
    isOther ? `还没有保存。文件里现在写的是“${shortenedText(value)}”。` : '',
    about,
    kind === 'text' ? 'Ctrl+回车 保存；{{党员.总数}} 这样的写法会换成数字。' : '',
  ];
  return notes.filter((text) => text !== '').map((text) => makeElement('p', { class: 'note', text }));
}

const FACT_HELP =
  '点报告里的数字或文字，这里就显示它写在文件的哪一行、由哪份名册数出来，可以当场改。报告里没有的，从下面找。';

function whereOf(fact: FactNote): HTMLElement {
  return makeElement('p', { class: 'where' }, [
    makeElement('span', { class: 'path', text: fact.name }),
    makeElement('span', { text: factPlaceText(fact) }),
  ]);
}

function factPlaceText({ isThere, place }: FactNote): string {
  return isThere ? `${place.file} 第${place.line}行` : `${place.file} 里还没有写`;
}

function rostersOf(fact: FactNote, save: (value: string) => void): HTMLElement[] {
  const { rosters, counted, value, locked } = fact;
  if (rosters.length === 0 || counted === undefined) return [];
  const differs = Number(value) !== Number(counted);
  return [
    makeElement('section', { class: `rosters${differs ? ' differs' : ''}` }, [
      makeElement('h3', { text: '名册' }),
      ...rosters.map(({ place, rows }) =>
        makeElement('p', {}, [place, makeElement('span', { class: 'quiet', text: `${rows}行` })]),
      ),
      makeElement('p', {
        text: differs ? `名册数出来是 ${counted}，与这里不同。` : `名册数出来也是 ${counted}。`,
      }),
      differs && locked === undefined ? button(`改为 ${counted}`, () => save(counted)) : undefined,
    ]),
  ];
}

function showExcerpt({ lines, place, isThere }: FactNote): HTMLElement[] {
  if (lines.length === 0 || !isThere) return [];
  const rows = lines.map(({ number, text, isOwn }) =>
    makeElement('div', { class: isOwn ? 'own' : '' }, [
      makeElement('span', { class: 'number', text: String(number), attributes: { 'aria-hidden': 'true' } }),
      makeElement('code', { text: text === '' ? ' ' : text }),
    ]),
  );
  return [
    makeElement('section', { class: 'excerpt' }, [
      makeElement('h3', { text: `${place.file} 里` }),
      makeElement(
        'div',
        { class: 'lines', attributes: { tabindex: '0', role: 'group', 'aria-label': '文件里的这几行' } },
        rows,
      ),
    ]),
  ];
}

function printedAt({ isThere, parts, path }: FactNote, places: number, showNext: () => void): HTMLElement[] {
  if (places === 0 && path !== '' && isThere && parts.length === 0)
    return [makeElement('p', { class: 'note', text: '这一项没有印在报告上。' })];
  if (places < 2) return [];
  return [
    makeElement('p', { class: 'note' }, [
      `报告里印了 ${places} 处，改了都会变。`,
      button('下一处', showNext, { class: 'quiet' }),
    ]),
  ];
}

function shortenedText(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
