/** Things by the nouns that name them; a noun may name several. */
export class NounIndex<Thing> {
  readonly #byNoun = new Map<string, Thing[]>();
  /** The codes of the nouns' last characters. */
  readonly #lasts = new Set<number>();
  #longest = 0;

  /** The length of its longest noun. */
  get longest(): number {
    return this.#longest;
  }

  add(noun: string, thing: Thing): void {
    const named = this.#byNoun.get(noun);
    if (named !== undefined) {
      named.push(thing);
      return;
    }
    this.#byNoun.set(noun, [thing]);
    this.#lasts.add(noun.charCodeAt(noun.length - 1));
    this.#longest = Math.max(this.#longest, noun.length);
  }

  named(noun: string): readonly Thing[] {
    return this.#byNoun.get(noun) ?? NO_NOUNS;
  }

  /** Whether a text ends in the last character of a noun. */
  mayEnd(text: string): boolean {
    return this.#lasts.has(text.charCodeAt(text.length - 1));
  }
}

const NO_NOUNS: readonly never[] = [];
