import { matchesIn } from '../../prose/matches.ts';
import { placeIn } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import type { ProseRule } from '../rule.ts';

/** N2. GB/T 15835 5.2.4 and GB/T 15834 4.13: how ranges are joined, and that both ends carry their unit. */
export const rangeForm: ProseRule = {
  id: 'range-form',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '数值范围的写法',
    why: '数值范围用浪纹线“～”连接，时间、地点的起止用一字线“—”；百分号和“万”“亿”前后都要写，否则“3～5万元”可以读成从3元起。',
    fix: '写成“20～30岁”“15%～30%”“3万元～5万元”“1—6月”，或者用“至”。',
    basis: {
      source: '《出版物上数字用法》（GB/T 15835-2011）；《标点符号用法》（GB/T 15834-2011）',
      clause: '15835 之 5.1.3；15834 之 4.13.3',
      rank: '规定',
    },
  },
  examples: [
    { input: '年龄在20-30岁之间。', reports: ['-'] },
    { input: '年龄在20—30岁之间。', reports: ['—'] },
    { input: '比重由15～30%。', reports: ['15～30%'] },
    { input: '每村补助3～5万元。', reports: ['3～5万元'] },
    { input: '2021-2023年，1-6月。', reports: ['-', '-'] },
    { input: '年龄20～30岁，占15%～30%，补助3万元～5万元，2021—2023年、1—6月、5至8名。', reports: [] },
    { input: '电话0512-6543210，标准GB/T 9704-2012，日期2023-10-20。', reports: [] },
  ],
  check({ passages }, report) {
    for (const passage of wholeText(passages).passagesWith(SIGN.joint, SIGN.digit)) {
      for (const match of matchesIn(passage.text, RANGE)) {
        const { index, 0: whole, 1: from = '', 2: fromUnit, 3: joint = '', 4: to = '', 5: unit = '' } = match;
        const start = index + from.length + (fromUnit ?? '').length;
        if (fromUnit === undefined && BOTH_ENDS.test(unit)) {
          report({
            at: placeIn(passage, index, index + whole.length),
            message: `范围“${whole}”只在后面写了“${unit}”`,
            hint: `两头都写：${from}${unit}～${to}${unit}。`,
          });
        } else if (joint !== '至' && joint !== jointFor(unit, joint)) {
          report({
            at: placeIn(passage, start, start + joint.length),
            message: `范围“${whole}”的连接号用了“${joint}”`,
            hint: `改用“${jointFor(unit, joint)}”。`,
          });
        }
      }
    }
  },
};

const UNIT = '(?:[%％]|[万亿](?:元|人|亩|户|名)?|年|月|日|岁|名|人|个|户|亩|元|天|次|期|项|家|周岁)';
const RANGE = new RegExp(
  `(?<![\\d.\\-—～~A-Za-z/])(\\d+(?:\\.\\d+)?)(${UNIT})?(——|--|[-~～–—〜∼至])(\\d+(?:\\.\\d+)?)(${UNIT})(?![-\\d])`,
  'g',
);
const BOTH_ENDS = /^[%％万亿]/;
const TIMES = /^[年月日]$/;

/** The long dash joins times and places; a value that it joins is let pass where it may be a time or number of a thing (3—5次). */
function jointFor(unit: string, joint: string): string {
  if (TIMES.test(unit)) return '—';
  return joint === '—' && !VALUES.test(unit) ? '—' : '～';
}

/** What is only ever measured. */
const VALUES = /岁$|^[%％]|元$/;
