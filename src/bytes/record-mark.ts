import { hash } from 'node:crypto';

/** Ends a record: the SHA-256 of its lines follows, in hexadecimal digits. */
const RECORD_MARK = '# report:rollup:1:';

/** What a rolled-up facts file says of itself at its end, in comments: the lines, and the mark that they are as we wrote them. */
export function sealedRecord(lines: readonly string[]): string {
  const body = lines.map((line) => `# ${line}\n`).join('');
  return `${RECORD_HEADING}\n${body}${RECORD_MARK}${hash('sha256', body)}\n`;
}

/** The record's lines and the text before it; undefined for a file without one, or with one that was changed. */
export function readRecordMark(
  text: string,
): { readonly ahead: string; readonly lines: readonly string[] } | undefined {
  const start = text.lastIndexOf(RECORD_HEADING);
  if (start === -1 || (start > 0 && text[start - 1] !== '\n')) return undefined;
  const [, ...lines] = text.slice(start).trimEnd().split(/\r?\n/);
  const mark = lines.pop();
  const body = lines.map((line) => `${line}\n`).join('');
  if (mark !== RECORD_MARK + hash('sha256', body) || !lines.every((line) => line.startsWith('# ')))
    return undefined;
  return { ahead: text.slice(0, start), lines: lines.map((line) => line.slice(2)) };
}

const RECORD_HEADING = '# ———— 汇总记录：report rollup 据此认出人改过的数，请不要改动 ————';
