import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import { SIGN } from '../../prose/signs.ts';
import type { ProseRule } from '../rule.ts';

/** N4. GB/T 15835 5.3: digits go together with 万 and 亿 only. */
export const unitMixed: ProseRule = {
  id: 'unit-mixed',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '数字与单位混用',
    why: '阿拉伯数字只能与“万”“亿”连用，不写“3千”“5百”；同一个数也不分两截写（3万5千）。',
    fix: '“3千元”写成“3000元”，“3万5千元”写成“3.5万元”。',
    basis: {
      source: '《出版物上数字用法》（GB/T 15835-2011）',
      clause: '5.3',
      isUnchecked: true,
      rank: '规定',
    },
  },
  examples: [
    { input: '每户补助3千元。', reports: ['3千'] },
    { input: '投入资金3万5千元，发展党员5百名。', reports: ['3万5千', '5百'] },
    { input: '共投入3万5000元。', reports: ['3万5000'] },
    { input: '收入3000元、3.5万元、2亿元，重5千克，长3千米，入围2023百强，提升2.5百分点。', reports: [] },
  ],
  looksFor: [SIGN.digit, SIGN.multiplier],
  check({ candidates }, report) {
    for (const passage of candidates) {
      for (const match of matchesIn(passage.text, MIXED)) {
        report({
          at: anchorIn(passage, match.index, match.index + match[0].length),
          message: `“${match[0]}”混用了数字和单位`,
          hint: '数字后面只用“万”“亿”，其余写成完整的数。',
        });
      }
    }
  },
};

const MIXED =
  /(?<![\d.])\d{1,12}(?:\.\d{1,6})?(?:[万亿]\d{1,8}[千百](?!分)|[万亿]\d{1,8}(?=元|人|亩|名|户)|[千百](?!分|强|克|米|瓦|卡|帕|赫|佳|日|村|县|乡|镇|家企业))/g;
