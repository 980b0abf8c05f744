/**
 * What a fact is to be: a text, a figure as digits, a date as in the file; a list of texts; a record's fields by their English names; or any
 * value in YAML's own writing.
 */
export type FactValue = string | readonly FactValue[] | YamlSource | { readonly [field: string]: FactValue };

/** A value as it is to be written, comments included: a text of one line, or lines of their own, each of which begins with a blank. */
export class YamlSource {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get hasOwnLines(): boolean {
    return this.text.startsWith(' ');
  }
}

/** A change to a facts file, in English facts paths. */
export type FactEdit =
  /** A scalar that is there gets another text, character by character; what is absent is put where the vocabulary has it. */
  | { readonly kind: 'set'; readonly path: string; readonly value: FactValue }
  /** An item more in a list, before the one that has this index now. */
  | { readonly kind: 'insert'; readonly path: string; readonly index: number; readonly value: FactValue }
  /** A key with its value, or an item of a list; what held nothing else goes too. */
  | { readonly kind: 'remove'; readonly path: string }
  /** An item of a list, with its comments, to another index. */
  | { readonly kind: 'move'; readonly path: string; readonly from: number; readonly to: number };
