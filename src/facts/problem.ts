import type { Fields } from './field.ts';
import type { Raw, RawPlace } from './raw-tree.ts';
import type { Refusal } from './refusal.ts';

/** Something of a file that the vocabulary does not take. */
export interface FactsProblem {
  /** In English; list items count as the file has them. */
  readonly path: string;
  readonly at: RawPlace;
  readonly cause:
    | { readonly kind: 'value'; readonly refusal: Refusal }
    | { readonly kind: 'shape'; readonly expected: ExpectedShape; readonly raw: Raw }
    | { readonly kind: 'unknown-key'; readonly key: string; readonly fields: Fields }
    | { readonly kind: 'duplicate-key'; readonly first: RawPlace }
    | { readonly kind: 'empty-item' };
}

export type ExpectedShape = 'record' | 'list' | 'tally' | 'mapping' | 'text' | 'texts';

/** Is told what is found on the way; places of values only where somebody asks for them. */
export interface Witness {
  problem(problem: FactsProblem): void;
  place?(path: string, at: RawPlace): void;
}
