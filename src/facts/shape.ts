/** What one value of a file of settings may be: plain data, from which the reader and its messages are made. */
export type Shape =
  | { readonly kind: 'text'; readonly only?: Wording }
  | { readonly kind: 'date' }
  /** One of some words, each with what it stands for. */
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, string>> }
  | { readonly kind: 'list'; readonly item: Shape }
  /** Free keys. */
  | { readonly kind: 'map'; readonly value: Shape }
  | {
      readonly kind: 'record';
      readonly fields: Readonly<Record<string, ShapeKey>>;
      /** The names of two dates, the first of which is not the later one. */
      readonly inOrder?: readonly [string, string];
    };

/** What a text may be, where not every text will do. */
export interface Wording {
  readonly pattern: RegExp;
  /** In words, after “应是”. */
  readonly says: string;
}

export interface ShapeKey {
  readonly zh: string;
  readonly shape: Shape;
  readonly isRequired?: boolean;
  /** One sentence for the documentation. */
  readonly about?: string;
}
