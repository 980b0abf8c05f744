/** A comment in a facts file that switches rules off for a stretch of lines. */
export interface IgnoreComment {
  readonly rules: readonly string[];
  /** Why; empty where the comment says nothing. */
  readonly reason: string;
  /** The comment's own place: its line from 1, its first column and the one behind its last, in code points from 1. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The lines that it speaks of, both included. */
  readonly from: number;
  readonly to: number;
}

/** Whether a file can hold such comments at all; most do not, and need no closer look. */
export function mayHoldIgnores(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('report-ignore') || buffer.includes('忽略');
}

/** The rules and the reason that a comment names, `# report-ignore tally-sum: 理由` or `# 忽略 tally-sum：理由`. */
export function parseIgnore(comment: string): Pick<IgnoreComment, 'rules' | 'reason'> | undefined {
  const match = FORM.exec(comment.trim());
  if (match === null) return undefined;
  const [, rules = '', reason = ''] = match;
  return { rules: rules.split(/[、，,\s]+/u).filter((rule) => rule !== ''), reason: reason.trim() };
}

const IDS = '[a-z][a-z0-9-]*(?:\\s*[、，,]\\s*[a-z][a-z0-9-]*)*';
const FORM = new RegExp(
  `^#\\s*(?:report-ignore|忽略)(?:规则)?[\\s：:]+(${IDS})(?:[\\s：:，,。—-]+(.*))?$`,
  'u',
);
