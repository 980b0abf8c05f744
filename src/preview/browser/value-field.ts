import type { FieldNote } from '../messages.ts';
import { makeElement } from './element.ts';

/** What a value is typed or chosen in. */
export interface ValueField {
  readonly element: HTMLElement;
  value(): string;
  set(value: string): void;
  focus(): void;
}

export interface ValueFieldOptions {
  readonly id: string;
  readonly value: string;
  /** Says which messages belong to it. */
  readonly describedBy: string;
  onInput(): void;
  /** Enter, in a text of several lines Ctrl+Enter. */
  onEnter(): void;
}

/** A field by the kind of the fact: numbers with their unit, choices by the vocabulary, passages in as many lines as they have. */
export function valueField(note: FieldNote, options: ValueFieldOptions): ValueField {
  if (note.kind === 'choice') return choiceField(note, options);
  return note.kind === 'text' ? textField(options) : lineField(note, options);
}

function lineField({ kind, measure }: FieldNote, options: ValueFieldOptions): ValueField {
  const isNumber = kind === 'number';
  const input = makeElement('input', {
    attributes: {
      ...common(options),
      type: 'text',
      inputmode: isNumber ? 'decimal' : undefined,
      placeholder: isNumber ? '数' : kind === 'date' ? '例如 2023-10-20' : undefined,
    },
    on: {
      input: options.onInput,
      keydown: (event) => {
        if (!isEnter(event)) return;
        event.preventDefault();
        options.onEnter();
      },
    },
  });
  input.value = options.value;
  const unit = measure === '' ? undefined : makeElement('span', { class: 'measure', text: measure });
  return controlField(input, makeElement('div', { class: `field ${kind}` }, [input, unit]));
}

function textField(options: ValueFieldOptions): ValueField {
  const area = makeElement('textarea', {
    attributes: { ...common(options), rows: '4' },
    on: {
      input: () => {
        grow();
        options.onInput();
      },
      keydown: (event) => {
        if (isEnter(event) && (event as KeyboardEvent).ctrlKey) options.onEnter();
      },
    },
  });
  const grow = () => {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, MOST_HEIGHT)}px`;
  };
  area.value = options.value;
  requestAnimationFrame(grow);
  return controlField(area, makeElement('div', { class: 'field text' }, [area]));
}

const MOST_HEIGHT = 320;

function choiceField({ choices }: FieldNote, options: ValueFieldOptions): ValueField {
  const select = makeElement('select', { attributes: common(options), on: { change: options.onInput } });
  const all = choices.includes(options.value) ? choices : [options.value, ...choices];
  select.append(
    ...all.map((choice) => makeElement('option', { text: choice, attributes: { value: choice } })),
  );
  select.value = options.value;
  select.addEventListener('keydown', (event) => {
    if (!isEnter(event)) return;
    event.preventDefault();
    options.onEnter();
  });
  return controlField(select, makeElement('div', { class: 'field choice' }, [select]));
}

function controlField(
  control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  element: HTMLElement,
): ValueField {
  return {
    element,
    value: () => control.value,
    set: (value) => {
      control.value = value;
    },
    focus: () => {
      control.focus();
      if (control instanceof HTMLInputElement) control.select();
    },
  };
}

function common({ id, describedBy }: ValueFieldOptions) {
  return { id, 'aria-describedby': describedBy, autocomplete: 'off', spellcheck: 'false' };
}

/** Not the one that ends the composing of a Chinese word. */
function isEnter(event: Event): event is KeyboardEvent {
  return event instanceof KeyboardEvent && event.key === 'Enter' && !event.isComposing;
}
