import type { Passage } from '../../facts/passages.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn, touchesReference } from '../../prose/place.ts';
import type { Sentence } from '../../prose/sentences.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule } from '../rule.ts';

/** N6. GB/T 15835 5.1.7: digits are half-width and are in Chinese text without spaces. */
export const digitSpacing: ProseRule = {
  id: 'digit-spacing',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '数字旁的空格和全角数字',
    why: '公文里数字与汉字之间不空格，数字用半角；空格多半是从网页或别的文件粘贴带来的。',
    fix: '删去数字前后的空格，全角数字改成半角。',
    basis: {
      source: '《出版物上数字用法》（GB/T 15835-2011）',
      clause: '5.1.7',
      isUnchecked: true,
      rank: '规定',
    },
  },
  examples: [
    { input: '共有党员 644 名，2018 年完成。', reports: [' 644 ', '2018 '] },
    { input: '现有党员３００名。', reports: ['３００'] },
    { input: '共有党员644名，标准为GB/T 9704。', reports: [] },
    { input: '选出党员代表130 名。', reports: ['130 '] },
    { input: '表1  各村党员情况\n本报讯 2023年12月31日，述职评议会召开。', reports: [] },
  ],
  looksFor: [SIGN.space | SIGN.wideDigit],
  check({ candidates }, report) {
    for (const passage of candidates) {
      for (const { index, 0: text } of matchesIn(passage.text, SPACED)) {
        if (opensText(passage.text, index)) continue;
        for (const { start, end } of spacesAround(passage, index, text)) {
          report({
            at: anchorIn(passage, start, end),
            message: `数字“${text.trim()}”旁有空格`,
            hint: '删去空格。',
            replacement: passage.text.slice(start, end).replace(/[ 　]/g, ''),
          });
        }
      }
      for (const { index, 0: text } of matchesIn(passage.text, FULL_WIDTH_DIGITS)) {
        report({
          at: anchorIn(passage, index, index + text.length),
          message: `数字“${text}”是全角`,
          hint: `改成半角的“${halfWidthDigits(text)}”。`,
          replacement: halfWidthDigits(text),
        });
      }
    }
  },
};

/** The number with its spaces; beside a figure that a reference put in, the spaces alone, so that the reference stays. */
function spacesAround(passage: Passage, index: number, text: string): Sentence[] {
  if (!touchesReference(passage, index, index + text.length))
    return [{ start: index, end: index + text.length }];
  return matchesIn(text, /[ 　]+/g).map((space) => ({
    start: index + space.index,
    end: index + space.index + space[0].length,
  }));
}

/** 本报讯 2023年…, 抓好班子建设 2023年…: a dateline, or a title that text is run into, comes before a space and a year. */
function opensText(text: string, index: number): boolean {
  return index <= LONGEST_OPENING && DATELINE.test(text.slice(0, index + LONGEST_OPENING));
}

const LONGEST_OPENING = 20;
const DATELINE =
  /^[\s　]*(?:[一-鿿]{0,8}(?:讯|电|消息)|[一-鿿“”]{4,14})[ 　]{1,4}(?:20\d{2}年|\d{1,2}月\d{1,2}日)/;

const BESIDE = '[一-鿿，。；：、（）“”《》]';
const DIGITS_WITH_POINT = '\\d{1,15}(?:\\.\\d{1,6})?[%％]?';
const SPACED = new RegExp(
  `(?<=${BESIDE})[ 　]{1,4}${DIGITS_WITH_POINT}(?:[ 　]{1,4}(?=${BESIDE})|(?![\\d.A-Za-z/-]))|(?<![\\d.\\w/-]|^|(?:^|[^一-鿿]|[附见如])[表图件] ?)${DIGITS_WITH_POINT}[ 　]{1,4}(?=${BESIDE})|^${DIGITS_WITH_POINT}[ 　]{1,4}(?=[年月日名个人%户亩])`,
  'g',
);
const FULL_WIDTH_DIGITS = /[０-９]+(?:．[０-９]+)?/g;

function halfWidthDigits(text: string): string {
  return text.replace(/[０-９．]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
