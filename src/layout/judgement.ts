/** What can be said of a clause: kept, broken, for a person to look at, or nothing in the document that it is about. */
export type Verdict = '合' | '不合' | '需人看' | '不适用';

/** How strongly GB/T 9704 words a clause: 应当 and plain statements, 一般, 可以 and what is practice alone. */
export type Strength = '规定' | '一般' | '推荐';

export type LayoutRuleId =
  | 'layout-page'
  | 'layout-grid'
  | 'layout-title'
  | 'layout-body'
  | 'layout-heading'
  | 'layout-page-number'
  | 'layout-signature'
  | 'layout-attachment'
  | 'layout-table'
  | 'layout-font';

/** Something that is otherwise than the clause says: one matter, one value, wherever it occurs. Words are Chinese. */
export interface Deviation {
  /** What is wrong, without a closing mark: 正文字号不对. */
  readonly what: string;
  readonly found: string;
  readonly wanted: string;
  /** Indexes of the paragraphs in the finished document, the first one first; empty where it is about the whole file. */
  readonly at: readonly number[];
}

/** What a clause's judge says of a document. */
export interface ClauseJudgement {
  readonly deviations?: readonly Deviation[];
  /** What is there, where nothing is wrong. */
  readonly found?: string;
  /** Why a person has to look. */
  readonly look?: string;
  readonly isAbsent?: boolean;
}

/** One line of the sheet. */
export interface ClauseVerdict {
  readonly clause: string;
  readonly item: string;
  readonly strength: Strength;
  readonly rule: LayoutRuleId;
  readonly verdict: Verdict;
  readonly found: string;
  readonly wanted: string;
  readonly deviations: readonly Deviation[];
}

/** In the place of a paragraph, where something is about the whole file. */
export const WHOLE_FILE = -1;

/** One deviation for each value; paragraphs that share it stand together, in their order. */
export function byValue(
  found: readonly { readonly value: string; readonly at: number }[],
  deviation: Pick<Deviation, 'what' | 'wanted'>,
): Deviation[] {
  const places = new Map<string, number[]>();
  for (const { value, at } of found) {
    const known = places.get(value);
    if (known === undefined) places.set(value, at === WHOLE_FILE ? [] : [at]);
    else if (at !== WHOLE_FILE && known.at(-1) !== at) known.push(at);
  }
  return [...places].map(([value, at]) => ({ ...deviation, found: value, at }));
}
