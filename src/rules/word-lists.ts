/** The words that rules look for; data in `word-lists/*.yaml`, to which a unit's configuration adds. */
export interface WordLists {
  /** W1: what is often miswritten, and what it should be. */
  readonly slips: readonly { readonly wrong: string; readonly right: string }[];
  /** W2: formulas that are quoted whole: what they are called, their parts in order. */
  readonly formulas: readonly { readonly name: string; readonly parts: readonly string[] }[];
  /** W3: terms with a lifetime; `from` and `until` are months (2022-10), `instead` what is said afterwards. */
  readonly terms: readonly {
    readonly term: string;
    readonly from?: string;
    readonly until?: string;
    readonly instead?: string;
  }[];
  /** Names of the unit's own places and bodies that no rule takes for a slip or another township. */
  readonly names: readonly string[];
}
