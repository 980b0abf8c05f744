import { isNumber } from '../../facts/facts.ts';
import type { FactsRule } from '../rule.ts';

export const branchSize: FactsRule = {
  id: 'branch-size',
  stage: 'facts',
  severity: 'warning',
  docs: {
    title: '支部党员人数与设置不合',
    why: '党章规定，正式党员三人以上才成立支部；超过五十人的一般设总支部，超过一百人的一般设基层委员会。人数不合的支部，检查时会被问到。',
    fix: '核对名册里这个支部的党员数；确实不合的，说明联合组建、分设或者改设的打算。',
    basis: {
      source: '《中国共产党章程》；《中国共产党支部工作条例（试行）》',
      clause: '章程第三十条；条例第二章',
      rank: '规定',
    },
  },
  examples: [
    { input: '党支部:\n  名册:\n    - {名称: 柳湾村党支部, 党员: 2}', reports: ['2'] },
    { input: '党支部:\n  名册:\n    - {名称: 柳湾村党支部, 党员: 3}', reports: [] },
    { input: '党支部:\n  名册:\n    - {名称: 柳湾村党支部, 党员: 58}', reports: ['58'] },
    { input: '党支部:\n  名册:\n    - {名称: 柳湾村党总支, 党员: 58}', reports: [] },
    { input: '党支部:\n  名册:\n    - {名称: 柳湾村党总支, 党员: 108}', reports: ['108'] },
  ],
  check({ facts }, report) {
    for (const [index, { name = '支部', kind = '', members }] of (facts.branches?.roster ?? []).entries()) {
      if (!isNumber(members)) continue;
      const remark = remarkOn(members, name + kind);
      if (remark === undefined) continue;
      report({
        at: { path: `branches.roster.${index}.members` },
        message: `${name}有党员 ${members} 名，${remark}`,
        hint: '核对人数；没有写错的，在报告里说明打算。',
      });
    }
  },
};

/** What needs no remark, whatever the branch. */
const FEWEST = 3;
const LARGEST_BRANCH = 50;

function remarkOn(members: number, name: string): string | undefined {
  if ((members >= FEWEST && members <= LARGEST_BRANCH) || /党委|委员会/u.test(name)) return undefined;
  if (members > 100) return '超过 100 名，一般应设党委';
  if (name.includes('总支')) return undefined;
  if (members > LARGEST_BRANCH) return '超过 50 名，一般应设党总支';
  return members < FEWEST ? '不足 3 名，不够单独成立支部' : undefined;
}
