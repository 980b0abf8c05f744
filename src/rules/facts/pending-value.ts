import { PENDING } from '../../facts/facts.ts';
import { factsTexts, type TextLeaf } from '../../facts/texts-of.ts';
import type { FactsRule } from '../rule.ts';

export const pendingValue: FactsRule = {
  id: 'pending-value',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '还有待补的数',
    why: '“待补”表示知道缺这个数、还没有拿到。草稿里照样显示并突出标明，正式报告不能带着它报出去。',
    fix: '把“待补”换成核实后的数；暂时拿不到的，用 --draft 先出草稿；不打算写的，删去这一行。',
    basis: { source: '事实文件自己写的“待补”', rank: '通常', proof: '空缺' },
  },
  examples: [
    { input: '党员:\n  总数: 待补', reports: ['待补'] },
    { input: '党支部:\n  总数: 12\n  分类: {机关: 3, 村: 待补}', reports: ['待补'] },
    { input: '党员:\n  总数: 0', reports: [] },
  ],
  check({ facts, isDraft }, report) {
    if (isDraft) return;
    for (const leaf of factsTexts(facts)) {
      if (leaf.text.trim() !== PENDING) continue;
      report({
        at: { path: leaf.path },
        message: `${leafName(leaf)}还是“待补”`,
        hint: '填上核实后的内容；还拿不到的，用 --draft 先出草稿。',
      });
    }
  },
};

/** What a reader calls it: 党员总数, 分类“村”. */
function leafName({ field, part }: TextLeaf): string {
  const { label = field.zh } = field;
  return part === undefined ? label : `${label}“${part}”`;
}
