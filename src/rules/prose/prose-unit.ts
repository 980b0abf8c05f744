import { reportClaims } from '../report-claims.ts';
import type { ProseRule } from '../rule.ts';

/** S3. A whole and its parts are written in one magnitude. */
export const proseUnit: ProseRule = {
  id: 'prose-unit',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '总数与分项的计量单位',
    why: '“投入资金500元，其中县级300万元、镇级200万元”：数字都对，单位差了一万倍。',
    fix: '核对总数和分项，补上漏写的“万”“亿”。',
    basis: { source: '总数与分项同一量级', rank: '通常', proof: '四则运算' },
  },
  examples: [
    { input: '投入资金500元，其中县级补助300万元、镇级配套200万元。', reports: ['500元'] },
    { input: '共有人口24600万人，其中农业人口18000人，非农业人口6600人。', reports: ['24600万人'] },
    { input: '投入资金500万元，其中县级补助300万元、镇级配套200万元。', reports: [] },
  ],
  check(subject, report) {
    reportClaims('prose-unit', subject, report);
  },
};
