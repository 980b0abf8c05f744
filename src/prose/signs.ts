import { LOOK_ALIKE_UNITS } from './look-alikes.ts';

/** A bit for each group of characters without one of which a passage holds nothing that some rule looks for; `|` joins groups. */
export const SIGN = {
  digit: 1 << 0,
  wideDigit: 1 << 1,
  numeral: 1 << 2,
  circled: 1 << 3,
  multiplier: 1 << 4,
  some: 1 << 5,
  more: 1 << 6,
  orSo: 1 << 7,
  leading: 1 << 8,
  divider: 1 << 9,
  pauseMark: 1 << 10,
  colon: 1 << 11,
  halfWidthMark: 1 << 12,
  pairedMark: 1 << 13,
  closingMark: 1 << 14,
  openingTitle: 1 << 15,
  openingBracket: 1 << 16,
  space: 1 << 17,
  dateMark: 1 << 18,
  joint: 1 << 19,
  perCentOrTimes: 1 << 20,
  share: 1 << 21,
  documentNumber: 1 << 22,
  about: 1 << 23,
  below: 1 << 24,
  is: 1 << 25,
  andOthers: 1 << 26,
  placeholder: 1 << 27,
  exceeding: 1 << 28,
  privateUse: 1 << 29,
  lookAlike: 1 << 30,
} as const;

/** What a passage is read by: its numbers, the marks that divide it and those that come in pairs. */
export const READING_SIGNS = SIGN.digit | SIGN.wideDigit | SIGN.numeral | SIGN.divider | SIGN.pairedMark;

/** The offsets of the `READING_SIGNS` of a text. */
export function signsIn(text: string): number[] {
  const marks: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if ((signsAt(text, at) & READING_SIGNS) !== 0) marks.push(at);
  }
  return marks;
}

type SignGroup = Exclude<keyof typeof SIGN, keyof typeof SIGN_RANGES>;

/** Groups of many characters: code units, from and to. */
const SIGN_RANGES = {
  /** With what stands where a character was lost, and the first halves of planes 15 and 16. */
  privateUse: [
    [0xe000, 0xf8ff],
    [0xfffd, 0xfffd],
    [0xdb80, 0xdbff],
  ],
  lookAlike: LOOK_ALIKE_UNITS,
} as const;

const CHARACTERS: Readonly<Record<SignGroup, string>> = {
  digit: '0123456789',
  wideDigit: '０１２３４５６７８９',
  numeral: '零〇一二两三四五六七八九十百千',
  circled: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  multiplier: '万亿千百',
  some: '余多几来',
  more: '余多',
  orSo: '以及左上开多',
  leading: '约近超过破足到于少多',
  divider: '，、；：,;:（(）)。！？!?\n',
  pauseMark: '、',
  colon: '：',
  halfWidthMark: ',;:!?()\'".',
  pairedMark: '“”‘’《》〈〉（）()【】〔〕',
  closingMark: '”》’',
  openingTitle: '《',
  openingBracket: '（(',
  space: ' 　',
  dateMark: '年月度.．-',
  joint: '-~～–—〜∼至',
  perCentOrTimes: '%％倍',
  share: '占',
  documentNumber: '号',
  about: '约概近',
  below: '下',
  is: '是',
  andOthers: '等',
  placeholder: '【xX×*＊_＿○◯某T□?？…[',
  exceeding: '超',
};

/** The bits of the groups that a UTF-16 code unit belongs to. */
export function signsOf(code: number): number {
  return SIGN_TABLE[code] ?? 0;
}

/** Those of the character at an offset; none after the end of the text. */
export function signsAt(text: string, at: number): number {
  return at < text.length ? signsOf(text.charCodeAt(at)) : 0;
}

const SIGN_TABLE = new Int32Array(0x1_0000);
for (const group of Object.keys(CHARACTERS) as SignGroup[]) {
  for (const character of CHARACTERS[group]) {
    const code = character.charCodeAt(0);
    SIGN_TABLE[code] = signsOf(code) | SIGN[group];
  }
}
for (const group of Object.keys(SIGN_RANGES) as (keyof typeof SIGN_RANGES)[]) {
  for (const [from, to] of SIGN_RANGES[group]) SIGN_TABLE.fill(SIGN[group], from, to + 1);
}
