/** Something that the markup subset does not know, or not there. The rest of the markup is read all the same. */
export interface MarkupProblem {
  readonly message: string;
  /** In the markup, from 1; columns count code points. */
  readonly line: number;
  readonly column: number;
  readonly tag: string;
}

/** Notes a problem at a UTF-16 offset of the markup. */
export type Report = (at: number, tag: string, message: string) => void;

/** Collects problems; lines are counted only for what is reported. */
export function collectProblems(markup: string): { report: Report; problems: MarkupProblem[] } {
  const problems: MarkupProblem[] = [];
  const report: Report = (at, tag, message) => problems.push({ message, tag, ...positionOf(markup, at) });
  return { report, problems };
}

function positionOf(markup: string, at: number): { line: number; column: number } {
  const before = markup.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.length === 0 ? 1 : before.split('\n').length;
  return { line, column: [...before.slice(lineStart)].length + 1 };
}
