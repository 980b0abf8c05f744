/** Something that the markup subset does not know, or not there. The rest of the markup is read all the same. */
export interface MarkupProblem {
  readonly message: string;
  /** UTF-16 offset in the markup. */
  readonly at: number;
  readonly tag: string;
}

/** Notes a problem at a UTF-16 offset of the markup. */
export type ReportMarkup = (at: number, tag: string, message: string) => void;

/** Collects problems; a name may be as long as the markup, the message about it may not. */
export function collectProblems(): { report: ReportMarkup; problems: MarkupProblem[] } {
  const problems: MarkupProblem[] = [];
  const report: ReportMarkup = (at, tag, message) =>
    problems.push({
      at,
      tag,
      message: tag.length > LONGEST_TAG ? message.replace(tag, `${tag.slice(0, LONGEST_TAG)}…`) : message,
    });
  return { report, problems };
}

const LONGEST_TAG = 40;
