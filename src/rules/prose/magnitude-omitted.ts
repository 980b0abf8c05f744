import { anchorIn } from '../../prose/place.ts';
import { isMagnitudeOmitted, rangesIn } from '../../prose/ranges.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule } from '../rule.ts';

/** N2. GB/T 15835 5.1.3: what multiplies both ends of a range follows both. */
export const magnitudeOmitted: ProseRule = {
  id: 'magnitude-omitted',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '范围前一个数漏了“%”“万”“亿”',
    why: '“3～5万元”可以读成从3元到5万元。省略会引起歧义的，百分号和“万”“亿”两头都要写。',
    fix: '写成“3万元～5万元”“15%～30%”。',
    basis: {
      source: '《出版物上数字用法》（GB/T 15835-2011）',
      clause: '5.1.3',
      isUnchecked: true,
      rank: '规定',
    },
  },
  examples: [
    { input: '比重由15～30%，每村补助3—5万元。', reports: ['15～30%', '3—5万元'] },
    { input: '每户年均增收1.2至1.5万元。', reports: ['1.2至1.5万元'] },
    { input: '年龄20～30岁，占15%～30%，补助3万元～5万元，3至5名。', reports: [] },
  ],
  looksFor: [SIGN.joint, SIGN.digit],
  check({ candidates }, report) {
    for (const passage of candidates) {
      for (const range of rangesIn(passage.text)) {
        if (!isMagnitudeOmitted(range)) continue;
        const { start, text, from, to, unit } = range;
        report({
          at: anchorIn(passage, start, start + text.length),
          message: `范围“${text}”只在后面写了“${unit}”`,
          hint: `两头都写：${from}${unit}～${to}${unit}。`,
        });
      }
    }
  },
};
