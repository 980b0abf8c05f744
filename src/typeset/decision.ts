import type { HeadingLevel } from '../document/tree.ts';

/** What a paragraph is set as, GB/T 9704 7. */
export type SetPart =
  | 'letterhead'
  | 'title'
  | 'subtitle'
  | 'addressee'
  | 'heading'
  | 'runIn'
  | 'body'
  | 'plain'
  | 'attachmentsNote'
  | 'signatory'
  | 'date'
  | 'remark'
  | 'attachmentMark'
  | 'attachmentTitle'
  | 'caption'
  | 'legend'
  | 'tableRemark'
  | 'picture'
  | 'blank';

/** What was decided of a paragraph that is more than plain text. */
export interface ParagraphDecision {
  /** From 1, among the paragraphs and cells that hold anything; by it the decision can be overruled. */
  readonly paragraph: number;
  readonly part: SetPart;
  readonly level: HeadingLevel | undefined;
  /** Why, in Chinese. */
  readonly reason: string;
  readonly text: string;
}

/** What somebody said that a paragraph is. */
export interface Ruling {
  readonly part: SetPart;
  readonly level: HeadingLevel | undefined;
}

/** Something that is not as it was, or could not be taken over, in Chinese. */
export interface TypesetNote {
  readonly what: string;
  /** Where the first of them is, as people find it; empty for the whole file. */
  readonly where: string;
  readonly count: number;
}

/** Gathers what is told: the same of several places once, with their number. */
export class TypesetNotes {
  private readonly told = new Map<string, { what: string; where: string; count: number }>();

  add(what: string, where = '', count = 1): void {
    if (count === 0) return;
    const known = this.told.get(what);
    if (known === undefined) this.told.set(what, { what, where, count });
    else known.count += count;
  }

  get all(): readonly TypesetNote[] {
    return [...this.told.values()];
  }
}
