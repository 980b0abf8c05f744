import { lostLinks, problemsWithout } from '../../account/problem-links.ts';
import type { FactsRule } from '../rule.ts';

export const problemCause: FactsRule = {
  id: 'problem-cause',
  stage: 'facts',
  severity: 'warning',
  docs: {
    title: '问题没有对应的原因',
    why: '原因分析应当覆盖查摆出来的问题。原因都写明了对应哪些问题，就看得出漏了哪一个；有一条原因不写对应问题，就当它对所有问题而言。',
    fix: '在有关原因的“对应问题”里加上这个问题的编号或标题，或者补写一条原因。',
    basis: { source: '自查报告的通行体例：问题、原因、措施相对应', rank: '通常' },
  },
  examples: [
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n  - {编号: P2, 标题: 台账不够规范}\n原因:\n  - {标题: 思想认识有差距, 对应问题: P1}',
      reports: ['问题“台账不够规范”没有对应的原因'],
    },
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n  - {编号: P2, 标题: 台账不够规范}\n原因:\n  - {标题: 思想认识有差距, 对应问题: P1}\n  - {标题: 监督管理不够严}',
      reports: [],
    },
    { input: '问题:\n  - {编号: P1, 标题: 学习不够深入}', reports: [] },
  ],
  check({ account, facts, unread }, report) {
    const links = account.links('causes');
    if (links.unlinked.length > 0 || links.answers.every((items) => items.length === 0)) return;
    const open = problemsWithout(facts, links);
    if (open.length <= links.astray.length + lostLinks(unread, facts, 'causes')) return;
    for (const { index, label } of open) {
      report({
        at: { path: `problems.${index}` },
        message: `问题${label}没有对应的原因`,
        hint: '在有关原因的“对应问题”里加上这个问题的编号或标题，或者补写一条原因。',
      });
    }
  },
};
