import type { KnownFigure, NamedFigure } from './known-figure.ts';

/** A noun at an end of a text, and the figures that it names. */
export interface FoundNoun {
  readonly known: readonly KnownFigure[];
  readonly length: number;
}

/** The figures that a facts file gives, by the nouns that name them. */
export class FigureIndex {
  readonly #byNoun = new Map<string, KnownFigure[]>();
  /** Most texts end in no noun's last character: then nothing longer need be looked up. */
  readonly #firsts = new Set<string>();
  readonly #lasts = new Set<string>();
  #longest = 0;

  readonly #byUnit = new Map<string, KnownFigure>();

  constructor(figures: readonly NamedFigure[]) {
    for (const { nouns, figure, ownUnit } of figures) {
      for (const noun of nouns) this.#add(noun, figure);
      if (ownUnit !== undefined) this.#byUnit.set(ownUnit, figure);
    }
  }

  #add(noun: string, figure: KnownFigure): void {
    const named = this.#byNoun.get(noun);
    if (named !== undefined) {
      named.push(figure);
      return;
    }
    this.#byNoun.set(noun, [figure]);
    this.#firsts.add(noun.charAt(0));
    this.#lasts.add(noun.charAt(noun.length - 1));
    this.#longest = Math.max(this.#longest, Math.min(noun.length, LONGEST_NOUN));
  }

  /** What all of the unit is counted in by this word. */
  countedIn(unit: string): KnownFigure | undefined {
    return this.#byUnit.get(unit);
  }

  named(noun: string): readonly KnownFigure[] {
    return this.#byNoun.get(noun) ?? [];
  }

  /** The longest noun that a text begins with. */
  atStart(text: string): FoundNoun | undefined {
    return this.#firsts.has(text.charAt(0))
      ? this.#longestOf(text, (size) => text.slice(0, size))
      : undefined;
  }

  /** The longest noun that a text ends with. */
  atEnd(text: string): FoundNoun | undefined {
    const isNounLike = this.#lasts.has(text.charAt(text.length - 1));
    return isNounLike ? this.#longestOf(text, (size) => text.slice(-size)) : undefined;
  }

  #longestOf(text: string, cut: (length: number) => string): FoundNoun | undefined {
    for (let length = Math.min(this.#longest, text.length); length > 0; length -= 1) {
      const known = this.#byNoun.get(cut(length));
      if (known !== undefined) return { known, length };
    }
    return undefined;
  }
}

const LONGEST_NOUN = 16;
