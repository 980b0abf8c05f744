import { isUnread } from '../reckoning/unread.ts';
import type { FactsRule } from '../rule.ts';

export const measureEvidence: FactsRule = {
  id: 'measure-evidence',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '措施已完成但没有佐证',
    why: '写“已完成”就要拿得出依据：文件、会议记录、数据或者照片。没有佐证的完成，检查时不予销号。',
    fix: '在“佐证”里写明依据，例如印发了什么制度、开了什么会；还没有完成的把“状态”改为“推进中”。',
  },
  examples: [
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n措施:\n  - {标题: 加强学习, 对应问题: P1, 责任单位: 党建办, 时限: 2023-10, 状态: 已完成}',
      reports: ['已完成'],
    },
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n措施:\n  - {标题: 加强学习, 对应问题: P1, 责任单位: 党建办, 时限: 2023-10, 状态: 已完成, 佐证: 印发学习计划并组织了三次集中学习}',
      reports: [],
    },
  ],
  check({ facts, unread }, report) {
    for (const [index, { title = '', status, evidence = [] }] of (facts.measures ?? []).entries()) {
      if (status !== '已完成' || evidence.some((text) => text.trim() !== '')) continue;
      if (isUnread(unread, `measures.${index}`, ['evidence'])) continue;
      report({
        at: { path: `measures.${index}.status` },
        message: `措施“${title}”写了已完成，但没有佐证`,
        hint: '在“佐证”里写明依据；还没有完成的把“状态”改为“推进中”。',
      });
    }
  },
};
