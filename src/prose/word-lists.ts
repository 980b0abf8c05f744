/** The words that rules look for; data in `word-lists/*.yaml`, to which a unit's configuration adds. */
export interface WordLists {
  /**
   * W1: what is often miswritten, and what it should be; `except` are right words that hold the wrong one, `follows` is what it is a
   * slip before only: the end of a clause, or a figure with its unit.
   */
  readonly slips: readonly {
    readonly wrong: string;
    readonly right: string;
    readonly except?: readonly string[];
    readonly follows?: 'mark' | 'amount';
  }[];
  /** W1: 的 for 地 between words of manner and verbs, but not where a noun closes the phrase or a taker wants one. */
  readonly manners: readonly {
    readonly manners: readonly string[];
    readonly verbs: readonly string[];
    readonly nouns: readonly string[];
    readonly takers: readonly string[];
  }[];
  /** W2: formulas that are quoted whole: what they are called, their parts in order, slips of the whole. */
  readonly formulas: readonly {
    readonly name: string;
    readonly parts: readonly string[];
    readonly misquoted?: readonly string[];
  }[];
  /** W3: terms with a lifetime; `from` and `until` are months (2022-10), `instead` what is said afterwards. */
  readonly terms: readonly {
    readonly term: string;
    readonly from?: string;
    readonly until?: string;
    readonly instead?: string;
  }[];
  /** Documents and standards no longer in force; `until` is the last month, absent where there never was one. */
  readonly repealed: readonly {
    readonly title: string;
    readonly until?: string;
    readonly instead?: string;
  }[];
  /** W4: documents' short names without 《》; `full` where it is always the same document. */
  readonly shortNames: readonly { readonly short: string; readonly full?: string }[];
  /** Names of the unit's own places and bodies that no rule takes for a slip or another township. */
  readonly names: readonly string[];
}

/** The lists with a unit's own words added; its own come first, so that they go before ours. */
export function addWords(lists: WordLists, own: Partial<WordLists>): WordLists {
  return {
    slips: [...(own.slips ?? []), ...lists.slips],
    manners: lists.manners,
    repealed: lists.repealed,
    formulas: [...(own.formulas ?? []), ...lists.formulas],
    terms: [...(own.terms ?? []), ...lists.terms],
    shortNames: [...(own.shortNames ?? []), ...lists.shortNames],
    names: [...(own.names ?? []), ...lists.names],
  };
}
