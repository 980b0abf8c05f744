import type { Facts } from '../../facts/facts.ts';
import type { FigureNoun } from './figure-nouns.ts';
import { COUNTED_IN, FIXED_NOUNS, fixedFigure, unknownFigure } from './fixed-figures.ts';
import type { KnownFigure } from './known-figure.ts';
import type { NounIndex } from './noun-index.ts';
import { ownFigures } from './own-figures.ts';

/** A noun at an end of a text, and the figures that it names. */
export interface FoundNoun {
  readonly known: readonly KnownFigure[];
  readonly length: number;
}

/**
 * The figures that a facts file gives, by the nouns that name them. An `isOpen` one knows every figure of the vocabulary, with a value that nothing
 * is near to: for reading out of prose what no facts say yet.
 */
export class FigureIndex {
  readonly #facts: Facts;
  readonly #own: NounIndex<KnownFigure>;
  readonly #isOpen: boolean;

  constructor(facts: Facts, isOpen = false) {
    this.#facts = facts;
    this.#own = ownFigures(facts);
    this.#isOpen = isOpen;
  }

  #figureOf(noun: FigureNoun): KnownFigure | undefined {
    return this.#isOpen ? unknownFigure(noun) : fixedFigure(this.#facts, noun);
  }

  /** What all of the unit is counted in by this word. */
  countedIn(unit: string): KnownFigure | undefined {
    const counted = COUNTED_IN.get(unit);
    return counted && this.#figureOf(counted);
  }

  named(noun: string): readonly KnownFigure[] {
    const fixed = FIXED_NOUNS.named(noun);
    const own = this.#own.named(noun);
    if (fixed.length === 0) return own;
    return [...fixed.flatMap((each) => this.#figureOf(each) ?? []), ...own];
  }

  /** What a text names that is a noun alone, but for a 中 or 里 after it. */
  alone(text: string): readonly KnownFigure[] {
    const known = this.mayEnd(text) ? this.#namedShortly(text) : NO_FIGURES;
    return known.length === 0 && ENDS_INSIDE.test(text) ? this.#namedShortly(text.slice(0, -1)) : known;
  }

  #namedShortly(noun: string): readonly KnownFigure[] {
    return noun.length > LONGEST_FIGURE_NOUN ? NO_FIGURES : this.named(noun);
  }

  /** Whether a text may end with a noun: most do not, and nothing longer need be looked up. */
  mayEnd(text: string): boolean {
    return FIXED_NOUNS.mayEnd(text) || this.#own.mayEnd(text);
  }

  /** The longest noun that a text ends with. */
  atEnd(text: string): FoundNoun | undefined {
    if (!this.mayEnd(text)) return undefined;
    const longest = Math.max(FIXED_NOUNS.longest, this.#own.longest);
    for (let length = Math.min(longest, LONGEST_FIGURE_NOUN, text.length); length > 0; length -= 1) {
      const known = this.named(text.slice(-length));
      if (known.length > 0) return { known, length };
    }
    return undefined;
  }
}

const ENDS_INSIDE = /[中里]$/;
const LONGEST_FIGURE_NOUN = 16;
const NO_FIGURES: readonly never[] = [];
