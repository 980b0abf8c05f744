import type { Passage } from '../../facts/passages.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule, Reported } from '../rule.ts';

/** P3. GB/T 15834 and GB/T 9704 7.3.3: `一、` `（一）` `1.` `（1）`. */
export const numberMark: ProseRule = {
  id: 'number-mark',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '序号后的标点',
    why: '公文的层次序数依次写作“一、”“（一）”“1.”“（1）”：带括号的序号后面不再加标点，阿拉伯数字后面用下脚点，汉字数字后面用顿号。',
    fix: '“（一）、”去掉顿号，“1、”改为“1.”，“一.”“一，”改为“一、”。',
    basis: {
      source: '《党政机关公文格式》（GB/T 9704-2012）；《标点符号用法》（GB/T 15834-2011）',
      clause: '9704 之 7.3.3',
      isUnchecked: true,
      rank: '规定',
    },
  },
  examples: [
    { input: '（一）、强化理论学习', reports: ['、'] },
    { input: '1、建立学习制度。', reports: ['、'] },
    { input: '一.基本情况\n二，主要做法', reports: ['.', '，'] },
    { input: '（1）、完善台账。', reports: ['、'] },
    { input: '一、基本情况\n（一）强化理论学习\n1.建立学习制度\n（1）完善台账', reports: [] },
    { input: '1、2号楼已经完工。', reports: [] },
    { input: '1.5万亩耕地已经流转。', reports: [] },
  ],
  looksFor: [SIGN.digit | SIGN.numeral | SIGN.circled],
  check({ candidates }, report) {
    for (const passage of candidates) {
      if (!NUMBER_HEAD.test(passage.text)) continue;
      for (const { pattern, wanted } of WRONG) {
        for (const match of matchesIn(passage.text, pattern)) {
          report(wrongMark(passage, match.index + match[0].length - 1, wanted));
        }
      }
    }
  },
};

/** What every match of all patterns begins with. */
const NUMBER_HEAD = /(?:^|[。；：])[\s　]*[（(①-⑳\d一二三四五六七八九十]/;
/** The mark is the last character of a match. */
const WRONG = [
  {
    pattern: /(?:^|[。；：])[\s　]*[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)][、.．，,：:](?![（(])/g,
    wanted: '',
  },
  { pattern: /^[\s　]*[①-⑳][、.．，,]/g, wanted: '' },
  { pattern: /(?:^|[。；：])[\s　]*\d{1,2}、(?=[一-鿿“《])/g, wanted: '.' },
  { pattern: /^[\s　]*[一二三四五六七八九十]{1,3}[.．，,](?=[\s　]*[一-鿿“《])/g, wanted: '、' },
];

function wrongMark(passage: Passage, start: number, wanted: string): Reported {
  const mark = passage.text.charAt(start);
  return {
    at: anchorIn(passage, start, start + 1),
    message: wanted === '' ? `带括号的序号后面多了“${mark}”` : `序号后面用了“${mark}”，应当用“${wanted}”`,
    hint: wanted === '' ? '删去它。' : `改成“${wanted}”。`,
    replacement: wanted,
  };
}
