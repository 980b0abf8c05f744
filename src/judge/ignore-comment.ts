/** A comment in a facts file that switches rules off for a stretch of lines. */
export interface IgnoreComment {
  readonly rules: readonly string[];
  /** Why; empty where the comment says nothing. */
  readonly reason: string;
  /** The comment's own place: its line from 1, its first column and the one after its last, in code points from 1. */
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
  return KEYWORDS.some((keyword) => buffer.includes(keyword));
}

/** As bytes, since a text would be encoded anew for each file; 忽略 without its first, which a tenth of all Chinese characters begin with. */
const KEYWORDS = [Buffer.from('ignore'), Buffer.from('忽略').subarray(1)];

/** The rules and the reason that a comment names: `# report-ignore tally-sum: 理由`, `# ignore tally-sum: 理由` or `# 忽略 tally-sum：理由`. */
export function parseIgnore(comment: string): Pick<IgnoreComment, 'rules' | 'reason'> | undefined {
  const match = IGNORE_FORM.exec(comment.trim());
  if (match === null) return undefined;
  const { rules = '', apart = rules, reason = '', rest = reason } = match.groups ?? {};
  return { rules: apart.split(/[、，,\s]+/u).filter((rule) => rule !== ''), reason: rest.trim() };
}

const RULE_ID = '[a-z][a-z0-9-]*';
/** Words after the first that have a hyphen are rules even where only a space is between; with a colon after them any are. */
const RULES_APART = `${RULE_ID}(?:[、，,\\s]+${RULE_ID})+(?=\\s*[：:])|${RULE_ID}(?:[、，,\\s]+[a-z]+-[a-z0-9-]+)+`;
const IDS = `${RULE_ID}(?:\\s*[、，,]\\s*${RULE_ID})*`;
const KEYWORD = `(?:report-ignore|忽略)(?:规则)?[\\s：:]+|ignore\\s+(?=[a-z]+-[a-z]|${RULE_ID}\\s*[：:])`;
const IGNORE_FORM = new RegExp(
  `^#\\s*(?:${KEYWORD})(?:(?<apart>${RULES_APART})(?:\\s*[：:，,。—-]+(?<rest>.*))?$|(?<rules>${IDS})(?:[\\s：:，,。—-]+(?<reason>.*))?$)`,
  'u',
);
