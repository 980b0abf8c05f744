/** What somebody changed in a finished report, held against what the facts say. */
export interface Change {
  /**
   * `fact`: a text or figure of the facts; `new`, `removed`: an item or paragraph; `wording`: what the template says, or what the facts have no
   * place for; `layout`: how it looks, numbers before items, blanks.
   */
  readonly kind: 'fact' | 'new' | 'removed' | 'wording' | 'layout';
  /** The facts path, in English; absent for what no fact says. */
  readonly path?: string | undefined;
  /** The facts file for what goes into it, else the report. */
  readonly file: string;
  /** In the facts file a line, in the report a paragraph; from 1. */
  readonly line?: number | undefined;
  /** In the report: the place as people find it, under its heading. */
  readonly place?: string | undefined;
  readonly before: string;
  readonly after: string;
  /** Who changed it, where what it was before is known: somebody in the report, or the facts have changed since. */
  readonly side?: 'report' | 'facts' | undefined;
  /** Whether it goes into the facts. */
  readonly isTaken: boolean;
  /** Where else in the report the fact prints, as it now is there: paragraphs that will change with it. */
  readonly also?: readonly Print[] | undefined;
  /** Of layout: in how many places. */
  readonly count?: number | undefined;
  /** Why it is not taken, or what else to know. */
  readonly note?: string | undefined;
  /** What to do about it where it is not taken. */
  readonly advice?: string | undefined;
}

/** A place of the edited report where a fact prints that was changed in another place. */
export interface Print {
  readonly paragraph: number;
  /** As people find it. */
  readonly place: string;
  /** How it will read, and how it reads in the edited report. */
  readonly before: string;
  readonly after: string;
}

/** A comment that is in the report. */
export interface ListedComment {
  readonly author: string;
  readonly text: string;
  /** The paragraph that it is on; absent where its place is gone. */
  readonly paragraph?: number | undefined;
  /** As people find it. */
  readonly place?: string | undefined;
}
