/** A number at the head of a paragraph: `一、` `（一）` `1.` `（1）`, and the ways in which they are miswritten. */
export interface HeadingMark {
  /** Official documents number their levels `一、` (1), `（一）` (2), `1.` (3), `（1）` (4). */
  readonly level: 1 | 2 | 3 | 4;
  readonly number: number;
  /** Where the text after the mark begins. */
  readonly end: number;
}

/** Reads the number that a paragraph opens with; undefined where it opens with none (一是, 1.5, 2023年, 三、四级职员). */
export function readHeadingMark(text: string): HeadingMark | undefined {
  for (const { level, pattern } of HEADING_MARKS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const number = readHeadingNumber(match[1] ?? '');
    if (number !== undefined) return { level, number, end: match[0].length };
  }
  return undefined;
}

const HEADING_MARKS = [
  {
    level: 1,
    pattern:
      /^[\s　]*([一二三四五六七八九十]{1,3})[、.．，,](?!\d|[一二三四五六七八九十][级线等类批])[\s　]*/,
  },
  { level: 2, pattern: /^[\s　]*[（(]([一二三四五六七八九十]{1,3})[）)][、.．，,]?[\s　]*/ },
  { level: 3, pattern: /^[\s　]*(\d{1,2})(?:[.．](?!\d)|、(?!\d))[\s　]*/ },
  { level: 4, pattern: /^[\s　]*[（(](\d{1,2})[）)][、.．，,]?[\s　]*/ },
] as const;

function readHeadingNumber(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text);
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (match === null) return undefined;
  const [, tens, ten, ones] = match;
  return (ten === undefined ? 0 : digit(tens ?? '一') * 10) + (ones === undefined ? 0 : digit(ones));
}

function digit(numeral: string): number {
  return '一二三四五六七八九'.indexOf(numeral) + 1;
}
