import type { ChangeReply, FieldNote } from '../messages.ts';
import { button, makeElement } from './element.ts';
import { type ValueField, valueField } from './value-field.ts';

export interface ChangeFormOptions {
  /** What is in the field at first: what was typed and not saved, or what the file says. */
  readonly value: string;
  readonly save: (value: string, isSure: boolean) => Promise<ChangeReply>;
  /** Something was typed; the field is to be kept. */
  readonly onTyped: (value: string) => void;
  readonly isPendable: boolean;
}

/** A field with its button, and what is answered to it. New errors are shown before they are made; a second Enter makes them. */
export class ChangeForm {
  readonly element: HTMLElement;
  readonly #field: ValueField;
  readonly #answer: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #options: ChangeFormOptions;
  #isSure = false;
  #isSaving = false;

  constructor(note: FieldNote, options: ChangeFormOptions) {
    this.#options = options;
    const id = `value-${note.path}`;
    this.#answer = makeElement('div', {
      class: 'answer',
      attributes: { id: `${id}-answer`, role: 'status' },
    });
    this.#field = valueField(note, {
      id,
      value: options.value,
      describedBy: `${id}-answer`,
      onInput: () => this.#typed(),
      onEnter: () => void this.#save(),
    });
    this.#button = button('保存', () => void this.#save(), { class: 'primary' });
    const pend =
      options.isPendable && note.kind === 'number'
        ? button('标为待补', () => this.submit('待补'), { class: 'quiet' })
        : undefined;
    const label = makeElement('label', {
      class: 'visually-hidden',
      text: note.label,
      attributes: { for: id },
    });
    const row = makeElement('div', { class: 'row' }, [label, this.#field.element, this.#button, pend]);
    this.element = makeElement('div', { class: `change ${note.kind}` }, [row, this.#answer]);
  }

  focus(): void {
    this.#field.focus();
  }

  /** The file has another value now, and nothing was typed. */
  offer(value: string): void {
    if (this.#field.value() === value) return;
    this.#field.set(value);
    this.#clear();
  }

  /** Saves a value as if it had been typed. */
  submit(value: string): void {
    this.#field.set(value);
    this.#typed();
    void this.#save();
  }

  #typed(): void {
    this.#clear();
    this.#options.onTyped(this.#field.value());
  }

  #clear(): void {
    this.#isSure = false;
    this.#button.textContent = '保存';
    this.#answer.replaceChildren();
  }

  async #save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    this.#button.disabled = true;
    try {
      this.#show(await this.#options.save(this.#field.value(), this.#isSure));
    } finally {
      this.#isSaving = false;
      this.#button.disabled = false;
    }
  }

  #show(reply: ChangeReply): void {
    this.#isSure = reply.status === 'doubtful';
    this.#button.textContent = this.#isSure ? '仍然保存' : '保存';
    switch (reply.status) {
      case 'saved':
        this.#answer.replaceChildren();
        return;
      case 'refused':
        this.#answer.replaceChildren(saidOutcome('error', `没有保存：${reply.message}`, reply.hint));
        return;
      case 'changed':
        this.#answer.replaceChildren(
          saidOutcome('error', '没有保存：文件刚刚在别处改过', '页面已经换成新的内容，请看过以后再保存。'),
        );
        return;
      case 'doubtful':
        this.#answer.replaceChildren(
          saidOutcome('warning', '还没有保存。这样写会有新的问题：', ''),
          ...reply.findings.map(({ message, hint }) => saidOutcome('warning item', message, hint)),
          saidOutcome('warning', '', '要先这样存下、随后再改别处，就按“仍然保存”或再按一次回车。'),
        );
    }
  }
}

function saidOutcome(kind: string, message: string, hint: string): HTMLElement {
  return makeElement('p', { class: `said ${kind}` }, [
    message === '' ? undefined : makeElement('span', { class: 'message', text: message }),
    hint === '' ? undefined : makeElement('span', { class: 'hint', text: hint }),
  ]);
}
