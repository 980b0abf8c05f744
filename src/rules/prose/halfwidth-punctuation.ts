import type { Passage } from '../../facts/passages.ts';
import { documentNumberBrackets } from '../../prose/document-numbers.ts';
import { isChineseText, isHan } from '../../prose/han.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, touchesReference } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule } from '../rule.ts';

/** P1. GB/T 15834: Chinese text takes full-width marks and curved quotes. */
export const halfwidthPunctuation: ProseRule = {
  id: 'halfwidth-punctuation',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '汉字旁的半角标点',
    why: '《标点符号用法》（GB/T 15834）规定中文用全角标点；半角的逗号、冒号、括号和直引号排出来又窄又歪，是最显眼的不规范。',
    fix: '把汉字旁的半角标点改成全角：, 改为 ，; 改为 ；( ) 改为（ ），直引号改为“ ”。数字之间（14:30、1,000）不用改。',
    basis: { source: '《标点符号用法》（GB/T 15834-2011）', clause: '5.1', isUnchecked: true, rank: '规定' },
  },
  examples: [
    { input: '全镇有党支部8个,党员300名。', reports: [','] },
    { input: '一是抓学习;二是抓落实。', reports: [';'] },
    { input: '云溪镇(以下简称本镇)开展自查。', reports: ['(以下简称本镇)'] },
    { input: '开展"双联"活动。', reports: ['"双联"'] },
    { input: '岗位要求符合实际.工作初见成效。', reports: ['.'] },
    { input: '收入增长8.5%.支出下降3.2.全年收支平衡。', reports: ['.', '.'] },
    { input: '整改任务1.加强学习；2.完善制度，见附件2.自2023.10起施行。', reports: [] },
    { input: '会议14:30开始，补助1,000元，网址见 http://example.com/a?b，标准为GB/T 9704。', reports: [] },
    { input: '共有党员{{党员.总书}}名。', reports: [] },
    { input: "推行'1+N'，成效好。", reports: ["'1+N'"] },
    { input: '开展“党建&amp;乡村”活动。', reports: [] },
    { input: '镇发(2024)9号文件已印发。', reports: [] },
  ],
  looksFor: [SIGN.halfWidthMark],
  check({ candidates }, report) {
    for (const passage of candidates) {
      if (!ANY_MARK.test(passage.text)) continue;
      for (const { start, end, replacement } of joinPairs(passage, halfwidthMarks(passage))) {
        report({
          at: anchorIn(passage, start, end),
          message: `半角标点“${markPair(passage.text.slice(start, end))}”用在中文里`,
          hint: replacement === undefined ? '改成成对的“ ”。' : `改成全角的“${markPair(replacement)}”。`,
          ...(replacement === undefined ? {} : { replacement }),
        });
      }
    }
  },
};

interface Mark {
  readonly start: number;
  readonly replacement?: string;
  /** Where the other half of a pair stands. */
  readonly partner?: number;
}

interface HalfwidthSlip extends Omit<Mark, 'partner'> {
  readonly end: number;
}

/** A mark, or a pair without what it encloses. */
function markPair(text: string): string {
  return text.charAt(0) + text.slice(1).slice(-1);
}

/** Both halves of a pair are one slip, unless a reference is between them. */
function joinPairs(passage: Passage, marks: readonly Mark[]): HalfwidthSlip[] {
  const found = new Map(marks.map((mark) => [mark.start, mark]));
  return marks.flatMap(({ partner, ...mark }) => {
    const other = partner === undefined ? undefined : found.get(partner);
    const [first, last] = [Math.min(mark.start, partner ?? mark.start), Math.max(mark.start, partner ?? 0)];
    if (other === undefined || touchesReference(passage, first, last))
      return [{ ...mark, end: mark.start + 1 }];
    if (other.start < mark.start) return [];
    const inner = passage.text.slice(first + 1, last);
    return [{ start: first, end: last + 1, replacement: `${mark.replacement}${inner}${other.replacement}` }];
  });
}

const FULL_WIDTH_MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '.': '。',
};
/** One that names no fact is reported as such; its dots are no full stops. */
const UNKNOWN_REFERENCE = /\{\{[^{}\n]{0,80}\}\}/g;
/** The semicolon of `&amp;` is none. */
const WRITTEN_ENTITY = /&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[\dA-Fa-f]{1,6});/g;
/** A dot before a digit is a decimal point. */
const ANY_MARK = /[,;:!?()'"]|\.(?!\d)/;

function halfwidthMarks({ text }: Passage): Mark[] {
  const taken = new Set(documentNumberBrackets(text).flatMap(({ start, end }) => [start, end - 1]));
  for (const { index, 0: reference } of [
    ...matchesIn(text, UNKNOWN_REFERENCE),
    ...matchesIn(text, WRITTEN_ENTITY),
  ]) {
    for (let offset = index; offset < index + reference.length; offset += 1) taken.add(offset);
  }
  const brackets = pairBrackets(text);
  const quotes = curveQuotes(text);
  const marks: Mark[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const mark = text.charAt(offset);
    if (taken.has(offset)) continue;
    if (mark === '"' || mark === "'") {
      const quote = quotes.get(offset) ?? { start: offset };
      if ([offset, quote.partner ?? offset].some((at) => isBesideChinese(text, at))) marks.push(quote);
    } else if (mark === '.') {
      if (isFullStop(text, offset)) marks.push({ start: offset, replacement: '。' });
    } else if (mark in FULL_WIDTH_MARKS) {
      const partner = brackets.get(offset);
      const isFlagged =
        isBesideChinese(text, offset) || (partner !== undefined && isBesideChinese(text, partner));
      if (isFlagged) {
        const pair = partner === undefined ? {} : { partner };
        marks.push({ start: offset, replacement: FULL_WIDTH_MARKS[mark] ?? mark, ...pair });
      }
    }
  }
  return marks;
}

function isBesideChinese(text: string, offset: number): boolean {
  return isChineseText(text, offset - 1) || isChineseText(text, offset + 1);
}

/** A full stop comes after an ideograph or a figure and before an ideograph or the end; after a list's number it is the number's own. */
function isFullStop(text: string, offset: number): boolean {
  if (text.charAt(offset + 1) === '.') return false;
  if (offset + 1 < text.length && !isHan(text, offset + 1)) return false;
  if (!isHan(text, offset - 1))
    return FIGURE_ENDS.test(text.slice(Math.max(0, offset - LONGEST_FIGURE), offset));
  return !/^[\s　]*[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, offset - 8), offset));
}

/** A share, a decimal after a word, or a whole number after one that leads up to it; 附件1. and 第3. number something. */
const FIGURE_ENDS =
  /(?:\d[%％]|[一-鿿]\d{1,9}\.\d{1,4}|(?:增长|下降|提高|上升|减少|增加|达到?|仅有|共有|均为|完成|超过)\d{1,9})$/;
const LONGEST_FIGURE = 18;

/** Half-width brackets by their partners, so that both of a pair are changed or neither. */
function pairBrackets(text: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const mark = text.charAt(offset);
    if (mark === '(') open.push(offset);
    if (mark !== ')') continue;
    const start = open.pop();
    if (start === undefined) continue;
    partners.set(start, offset).set(offset, start);
  }
  return partners;
}

/** Straight quotes with the curved ones they stand for; an odd one out is nobody's to guess. */
function curveQuotes(text: string): ReadonlyMap<number, Mark> {
  const curved = new Map<number, Mark>();
  for (const [straight, opening, closing] of [
    ['"', '“', '”'],
    ["'", '‘', '’'],
  ] as const) {
    const offsets = matchesIn(text, new RegExp(straight, 'g')).map((match) => match.index);
    if (offsets.length % 2 === 1) continue;
    offsets.forEach((start, index) => {
      const isOpening = index % 2 === 0;
      const partner = offsets[isOpening ? index + 1 : index - 1] ?? start;
      curved.set(start, { start, partner, replacement: isOpening ? opening : closing });
    });
  }
  return curved;
}
