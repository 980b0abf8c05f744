import { isRefuted } from '../../account/contradictions.ts';
import { subsetsOf } from '../../account/subsets.ts';
import { isNumber } from '../../facts/facts.ts';
import type { FactsRule } from '../rule.ts';

export const subsetTotal: FactsRule = {
  id: 'subset-total',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '其中数大于总数',
    why: '女党员、少数民族党员、流动党员、一肩挑等都是总数里的一部分，不可能比总数还多。多半是两个数填反了，或者少写了一位。',
    fix: '核对其中数和总数，改正写错的一个。',
    basis: { source: '部分不大于整体', rank: '通常', proof: '四则运算' },
  },
  examples: [
    { input: '党员:\n  总数: 300\n  女: 620', reports: ['300'] },
    { input: '党员:\n  总数: 300\n  流动: 300', reports: [] },
    { input: '村两委:\n  成员: 5\n  一肩挑: 10', reports: ['5'] },
    { input: '干部:\n  总数: 15\n  班子: {总数: 25}', reports: ['15'] },
    {
      input: '党员:\n  总数: 300\n指标:\n  - {名称: 参训党员, 数值: 320, 计量单位: 人, 分母: 党员.总数}',
      reports: ['300'],
    },
    { input: '党员:\n  总数: 待补\n  女: 62', reports: [] },
  ],
  check({ account, facts }, report) {
    for (const { part, whole } of subsetsOf(facts)) {
      if (!isNumber(part.figure) || !isNumber(whole.figure) || part.figure <= whole.figure) continue;
      if (isRefuted(account.wholes, whole.path, part.figure)) continue;
      report({
        at: { path: whole.path },
        message: `${part.label} ${part.figure} 大于${whole.label} ${whole.figure}`,
        hint: `${part.label}包含在${whole.label}里，请核对两个数。`,
        related: [{ message: `${part.label} ${part.figure}`, at: { path: part.path } }],
      });
    }
  },
};
