import { isNumber } from '../../facts/facts.ts';
import type { FactsRule } from '../rule.ts';

export const stockFlow: FactsRule = {
  id: 'stock-flow',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '上期末加减增减不等于本期末',
    why: '上期末党员数加发展、转入，减转出、去世、出党，就是本期末的总数。对不上，就有人没有登记，或者有一项是旧数。',
    fix: '按党员信息系统逐项核对。没有的一项写 0；有一项没有写的，不核对。',
    basis: { source: '上期末＋增－减＝本期末', rank: '通常', proof: '四则运算' },
  },
  examples: [
    {
      input: '党员: {总数: 410, 增减: {上期: 402, 发展: 9, 转入: 7, 转出: 4, 去世: 2, 出党: 0}}',
      reports: ['410'],
    },
    {
      input: '党员: {总数: 410, 增减: {上期: 402, 发展: 9, 转入: 5, 转出: 4, 去世: 2, 出党: 0}}',
      reports: [],
    },
    { input: '党员: {总数: 410, 增减: {上期: 402, 发展: 9, 转入: 7, 转出: 4, 去世: 2}}', reports: [] },
    {
      input: '党员: {总数: 410, 增减: {上期: 待补, 发展: 9, 转入: 7, 转出: 4, 去世: 2, 出党: 0}}',
      reports: [],
    },
  ],
  check({ facts }, report) {
    const { total, flow } = facts.members ?? {};
    if (flow === undefined || !isNumber(total)) return;
    const { last, admitted, in: moved, out, dead, expelled } = flow;
    const ups = [admitted, moved].filter(isNumber);
    const downs = [out, dead, expelled].filter(isNumber);
    if (!isNumber(last) || ups.length < 2 || downs.length < 3) return;
    const due = ups.reduce((sum, each) => sum + each, last) - downs.reduce((sum, each) => sum + each, 0);
    if (due === total) return;
    report({
      at: { path: 'members.total' },
      message: `党员总数 ${total} 与增减不符：上期 ${last} + ${ups.join(' + ')} - ${downs.join(' - ')} = ${due}`,
      hint: '核对上期末、发展、转入、转出、去世、出党和总数，改正写错的一项。',
      related: [{ message: `增减合计 ${due}`, at: { path: 'members.flow' } }],
    });
  },
};
