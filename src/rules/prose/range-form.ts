import { anchorIn } from '../../prose/place.ts';
import { isMagnitudeOmitted, rangesIn } from '../../prose/ranges.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule } from '../rule.ts';

/** N2. GB/T 15835 5.1.3 and GB/T 15834 4.13: how ranges are joined. */
export const rangeForm: ProseRule = {
  id: 'range-form',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '数值范围的写法',
    why: '数值范围用浪纹线“～”或一字线“—”连接，时间、地点的起止用一字线“—”；短横“-”用在编号、号码里，不表示范围。',
    fix: '写成“20～30岁”“15%～30%”“1—6月”，或者用“至”。',
    basis: {
      source: '《出版物上数字用法》（GB/T 15835-2011）；《标点符号用法》（GB/T 15834-2011）',
      clause: '15835 之 5.1.3；15834 之 4.13.3',
      isUnchecked: true,
      rank: '规定',
    },
  },
  examples: [
    { input: '年龄在20-30岁之间。', reports: ['-'] },
    { input: '41-50岁9名，51-60岁17名，补助3-5元。', reports: ['-', '-', '-'] },
    { input: '0—14岁人口、15—59岁人口各占一半。', reports: [] },
    { input: '2021-2023年，1-6月。', reports: ['-', '-'] },
    { input: '年龄20～30岁，占15%～30%，补助3万元～5万元，2021—2023年、1—6月、5至8名。', reports: [] },
    { input: '电话0512-6543210，标准GB/T 9704-2012，日期2023-10-20。', reports: [] },
  ],
  looksFor: [SIGN.joint, SIGN.digit],
  check({ candidates }, report) {
    for (const passage of candidates) {
      for (const range of rangesIn(passage.text)) {
        const { start, text, from, fromUnit, joint, unit } = range;
        const wanted = jointFor(unit, joint);
        if (isMagnitudeOmitted(range) || joint === '至' || joint === wanted) continue;
        const at = start + from.length + fromUnit.length;
        report({
          at: anchorIn(passage, at, at + joint.length),
          message: `范围“${text}”的连接号用了“${joint}”`,
          hint: `改用“${wanted}”。`,
        });
      }
    }
  },
};

const TIME_UNIT = /^[年月日]$/;

/** Times take the long dash; values may take either, by GB/T 15835 (0—14岁 in a census), though GB/T 15834 has the wave alone. */
function jointFor(unit: string, joint: string): string {
  return TIME_UNIT.test(unit) || joint === '—' ? '—' : '～';
}
