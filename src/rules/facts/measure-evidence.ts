import { isUnread } from '../../account/unread.ts';
import type { ListItem } from '../../facts/facts.ts';
import type { FactsRule, Report } from '../rule.ts';

export const measureEvidence: FactsRule = {
  id: 'measure-evidence',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '措施已完成但没有佐证，或者没有完成就销号',
    why: '写“已完成”就要拿得出依据：文件、会议记录、数据或者照片。没有佐证的完成，检查时不予销号；销号和完成日期只属于已完成的措施。',
    fix: '在“佐证”里写明依据，例如印发了什么制度、开了什么会；还没有完成的把“状态”改为“推进中”，并去掉“销号”和“完成日期”。',
    basis: { source: '巡视巡察整改的通行做法：逐项销号、留存佐证', rank: '通常', proof: '状态与佐证对不上' },
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
    {
      input: '措施:\n  - {标题: 加强学习, 状态: 推进中, 销号: 是}',
      reports: ['是'],
    },
    {
      input: '措施:\n  - {标题: 加强学习, 状态: 推进中, 完成日期: 2023-10-20}',
      reports: ['2023-10-20'],
    },
    {
      input: '措施:\n  - {标题: 加强学习, 状态: 推进中, 销号: 否}',
      reports: [],
    },
  ],
  check({ facts, unread }, report) {
    for (const [index, measure] of (facts.measures ?? []).entries()) {
      const path = `measures.${index}`;
      if (measure.status === '已完成') checkEvidence(measure, { path, unread, report });
      else if (!isUnread(unread, path, ['status'])) checkUndone(measure, path, report);
    }
  },
};

type ProvenMeasure = ListItem<'measures'>;

function checkEvidence(
  { title = '', evidence = [] }: ProvenMeasure,
  {
    path,
    unread,
    report,
  }: { readonly path: string; readonly unread: ReadonlySet<string>; readonly report: Report },
): void {
  if (evidence.some((text) => text.trim() !== '') || isUnread(unread, path, ['evidence'])) return;
  report({
    at: { path: `${path}.status` },
    message: `措施“${title}”写了已完成，但没有佐证`,
    hint: '在“佐证”里写明依据；还没有完成的把“状态”改为“推进中”。',
  });
}

/** What is not done has no day on which it was, and is not struck off; one slip is one finding. */
function checkUndone(
  { title = '', status, closed, completed }: ProvenMeasure,
  path: string,
  report: Report,
): void {
  if (closed !== true && completed === undefined) return;
  const [key, said] = closed === true ? ['closed', '已经销号'] : ['completed', '有完成日期'];
  const state = status === undefined ? '没有写状态' : `状态却是“${status}”`;
  report({
    at: { path: `${path}.${key}` },
    message: `措施“${title}”${said}，${state}`,
    hint: '做完了的把“状态”写成“已完成”并写佐证；没有做完的去掉“销号”和“完成日期”。',
    ...(status !== undefined && {
      related: [{ message: `状态是“${status}”`, at: { path: `${path}.status` } }],
    }),
  });
}
