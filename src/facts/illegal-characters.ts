import { codeUnitsOf } from './code-units.ts';
import { MOST_SLIPS, type ReadingSlip } from './slip.ts';

/** Whether a text holds a character that no document may hold; the cheap question before `findIllegalCharacters`. */
export function hasIllegalCharacter(text: string): boolean {
  return mayHoldIllegal(codeUnitsOf(text)) && ILLEGAL_IN_FACTS.test(text);
}

/** The illegal characters of a text, up to `MOST_SLIPS`; a run of one and the same is one slip. */
export function findIllegalCharacters(text: string): ReadingSlip[] {
  const slips: ReadingSlip[] = [];
  for (const match of text.matchAll(ILLEGAL_RUN)) {
    const about = match[0].startsWith(REPLACEMENT) ? DAMAGED : explainIllegal(match[0]);
    slips.push({ ...about, start: match.index, end: match.index + match[0].length });
    if (slips.length === MOST_SLIPS) break;
  }
  return slips;
}

/** What stands where another program could not make out a character. */
const REPLACEMENT = '\ufffd';

const DAMAGED: Pick<ReadingSlip, 'rule' | 'message' | 'hint'> = {
  rule: 'text-encoding',
  message: '这里的文字已经损坏，变成了“\ufffd”',
  hint: '多半是换编码时弄坏的；对照原来的文件，把这几个字重新输入。',
};

function explainIllegal(characters: string): Pick<ReadingSlip, 'rule' | 'message' | 'hint'> {
  return {
    rule: 'illegal-character',
    message: `这里有${describeCharacter(characters)}，文档里不能有这样的字符`,
    hint: '删去它；多半是从网页、聊天软件或表格里复制文字时带进来的，重新输入这一处最稳妥。',
  };
}

/** An illegal character by its kind and code: 零宽字符（U+200B）. */
export function describeCharacter(text: string): string {
  const code = text.codePointAt(0) ?? 0;
  const name = ILLEGAL_KINDS.find(({ from, to }) => code >= from && code <= to)?.name ?? '非字符';
  return `${name}（U+${code.toString(16).toUpperCase().padStart(4, '0')}）`;
}

const ILLEGAL_KINDS: readonly { readonly from: number; readonly to: number; readonly name: string }[] = [
  { from: 0, to: 0, name: '空字符' },
  { from: 0x01, to: 0x9f, name: '控制字符' },
  { from: 0x061c, to: 0x061c, name: '文字方向控制字符' },
  { from: 0x180e, to: 0x180e, name: '零宽字符' },
  { from: 0x200b, to: 0x200d, name: '零宽字符' },
  { from: 0x200e, to: 0x200f, name: '文字方向控制字符' },
  { from: 0x2028, to: 0x2029, name: '行分隔符或段分隔符' },
  { from: 0x202a, to: 0x202e, name: '文字方向控制字符' },
  { from: 0x2060, to: 0x2064, name: '零宽字符' },
  { from: 0x2066, to: 0x2069, name: '文字方向控制字符' },
  { from: 0xd800, to: 0xdfff, name: '残缺的字符（半个代理对）' },
  { from: 0xfeff, to: 0xfeff, name: '字节顺序标记' },
];

// biome-ignore format: one group a line
const CHARACTER =
  '(?:[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f' + // C0 but tab and line breaks, DEL, C1
  '\\u200b-\\u200d\\u2060-\\u2064\\u180e\\ufeff' + // zero width, BOM
  '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069' + // bidirectional controls
  '\\u2028\\u2029\\ufffd' +
  '\\p{Cs}\\p{Noncharacter_Code_Point}]' +
  '|\\r(?!\\n))'; // a lone CR ends no line in YAML
/** Every code unit that an illegal character may hold. */
// biome-ignore format: one group a line
const SUSPICIOUS_RANGES: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x0008], [0x000b, 0x001f], [0x007f, 0x009f],
  [0x061c, 0x061c], [0x180e, 0x180e], [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x2069],
  [0xd800, 0xdfff], [0xfdd0, 0xfdef], [0xfeff, 0xfeff], [0xfffd, 0xffff],
];
/** By code unit: a table takes a third of the time of a regular expression. */
const IS_SUSPICIOUS = new Uint8Array(0x10000);
for (const [from, to] of SUSPICIOUS_RANGES) IS_SUSPICIOUS.fill(1, from, to + 1);

function mayHoldIllegal(units: Uint16Array): boolean {
  for (let at = 0; at < units.length; at++) if (IS_SUSPICIOUS[units[at] ?? 0] === 1) return true;
  return false;
}

const ILLEGAL_IN_FACTS = new RegExp(CHARACTER, 'u');
const ILLEGAL_RUN = new RegExp(`(${CHARACTER})\\1*`, 'gu');
