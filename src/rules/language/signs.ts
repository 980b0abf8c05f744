/** Groups of characters without which a passage holds nothing that some rule looks for. */
const CHARACTERS = {
  digit: '0123456789',
  wideDigit: '０１２３４５６７８９',
  numeral: '零〇一二两三四五六七八九十百千',
  circled: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  multiplier: '万亿千百',
  some: '余多几来',
  more: '余多',
  orSo: '以左上开多',
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
  dateMark: '年月.．-',
  joint: '-~～–—〜∼至',
  perCentOrTimes: '%％倍',
  share: '占',
  documentNumber: '号',
  approximate: '约概近左上',
  below: '下',
  is: '是',
  andOthers: '等',
  placeholder: '【xX×*＊_＿○◯某T',
} as const;

type Group = keyof typeof CHARACTERS;

/** A bit for each group; `|` joins groups of which one will do. */
export const SIGN = Object.fromEntries(
  Object.keys(CHARACTERS).map((group, place) => [group, 1 << place]),
) as Readonly<Record<Group, number>>;

/** The bits of the groups that a UTF-16 code unit belongs to. */
export function signsOf(code: number): number {
  return SIGNS[code] ?? 0;
}

/** Those of the character at an offset; none behind the end of the text. */
export function signsAt(text: string, at: number): number {
  return at < text.length ? signsOf(text.charCodeAt(at)) : 0;
}

const SIGNS = new Int32Array(0x1_0000);
for (const group of Object.keys(CHARACTERS) as Group[]) {
  for (const character of CHARACTERS[group]) {
    const code = character.charCodeAt(0);
    SIGNS[code] = signsOf(code) | SIGN[group];
  }
}
