import type { Account } from '../../account/account.ts';
import { hasLostProblem, problemIds } from '../../account/problem-links.ts';
import { hasUnread, isLost, isUnread, type Unread } from '../../account/unread.ts';
import { nameOf, parentOf } from '../../facts/fact-path.ts';
import { type Facts, PENDING } from '../../facts/facts.ts';
import { resolveReference } from '../../facts/references.ts';
import type { FactsRule, Report } from '../rule.ts';

export const unknownReference: FactsRule = {
  id: 'unknown-reference',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '引用的东西不存在',
    why: '正文里的 {{党员.总数}} 要能找到对应的数，“对应问题”里的编号或标题要真有这个问题。找不到，或者一个编号用了两次，报告就不知道指的是哪一个。',
    fix: '核对写法：路径用事实文件里的键，中英文都可以；编号或标题照抄“问题”里的，几个写成列表；编号不要重复。',
    basis: { source: '事实文件自己的编号和名称', rank: '通常', proof: '所指的东西不在文件里' },
  },
  examples: [
    {
      input: '工作:\n  - {标题: 组织建设, 内容: "全镇有党员{{党员.总人数}}名。"}',
      reports: ['{{党员.总人数}}'],
    },
    {
      input: '党员: {总数: 300}\n工作:\n  - {标题: 组织建设, 内容: "全镇有党员{{党员.总数}}名。"}',
      reports: [],
    },
    {
      input: '党员: {总数: 300}\n指标:\n  - {名称: 参训党员, 数值: 280, 计量单位: 名, 分母: 党员.合计}',
      reports: ['党员.合计'],
    },
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n措施:\n  - {标题: 加强学习, 对应问题: P7, 责任单位: 党建办, 时限: 长期坚持}',
      reports: ['P7'],
    },
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n  - {标题: 台账不够规范}\n措施:\n  - {标题: 一并整改, 对应问题: [P1　, 台账不够规范], 责任单位: 党建办, 时限: 长期坚持}',
      reports: [],
    },
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n  - {编号: P1, 标题: 台账不够规范}\n措施:\n  - {标题: 一并整改, 对应问题: P1, 责任单位: 党建办, 时限: 长期坚持}',
      reports: ['P1'],
    },
  ],
  check({ account, facts, unknown, unread }, report) {
    for (const { target = '', ...reference } of unknown) {
      if (target === '' || !mayBeUnread(unread, target)) report(reference);
    }
    reportUnknownDenominators(facts, report);
    if (!hasLostProblem(unread, facts)) reportUnknownProblems(account, facts, report);
    for (const list of ['problems', 'measures', 'indicators'] as const)
      reportRepeatedIds(facts, list, report);
  },
};

/** Whether the fact that a reference means may be absent only because reading refused it. */
function mayBeUnread(unread: Unread, target: string): boolean {
  return (
    isUnread(unread, parentOf(target), [nameOf(target)]) ||
    isLost(unread, target) ||
    hasUnread(unread, target)
  );
}

function reportUnknownDenominators(facts: Facts, report: Report): void {
  for (const [index, { of }] of (facts.indicators ?? []).entries()) {
    if (typeof of !== 'string' || of === PENDING || resolveReference(of, facts) !== undefined) continue;
    report({
      at: { path: `indicators.${index}.of` },
      message: `分母“${of}”没有对应的数字`,
      hint: '写一个数，或者一个数的路径，例如 党员.总数。',
    });
  }
}

function reportUnknownProblems(account: Account, facts: Facts, report: Report): void {
  const links = [...account.links('causes').unknown, ...account.links('measures').unknown];
  if (links.length === 0) return;
  const known = [...problemIds(facts)].join('、');
  for (const { path, name } of links) {
    report({
      at: { path },
      message: `没有编号或标题是“${name}”的问题`,
      hint:
        known === ''
          ? '照抄“问题”里的标题；标题长的，可以给问题写上编号，这里填编号。'
          : `已有的编号：${known}；几个编号写成列表，例如 [P1, P2]。`,
    });
  }
}

function reportRepeatedIds(facts: Facts, list: 'problems' | 'measures' | 'indicators', report: Report): void {
  const first = new Map<string, number>();
  for (const [index, { id }] of (facts[list] ?? []).entries()) {
    if (id === undefined) continue;
    const plain = id.trim();
    const earlier = first.get(plain);
    if (earlier === undefined) first.set(plain, index);
    else {
      report({
        at: { path: `${list}.${index}.id` },
        message: `编号“${id}”用了两次，引用它时不知道指哪一个`,
        hint: '改成不同的编号，并核对引用它的地方。',
        related: [{ message: '第一次', at: { path: `${list}.${earlier}.id` } }],
      });
    }
  }
}
