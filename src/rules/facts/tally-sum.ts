import { contradictionsOf, isSummed } from '../../account/contradictions.ts';
import { knownSum, reckon, type Sum, withoutDust } from '../../account/sums.ts';
import { hasUnread, isLost, type Unread } from '../../account/unread.ts';
import type { Whole, WholeDivision } from '../../account/whole.ts';
import { siblingOf } from '../../facts/fact-path.ts';
import { isNumber } from '../../facts/facts.ts';
import type { FactsRule, Report } from '../rule.ts';

export const tallySum: FactsRule = {
  id: 'tally-sum',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '总数与分项之和不符',
    why: '分类、年龄、学历、正式与预备、男女都是总数的全部分项，加起来应当等于总数。检查人员先核的就是这类数。',
    fix: '核对总数和每个分项，改正写错的一个。分项没有列全的，在总数旁写“不完整: 是”，就只核对分项之和不超过总数。',
    basis: { source: '分项之和等于总数', rank: '通常', proof: '四则运算' },
  },
  examples: [
    {
      input: '指标:\n  - {名称: 经营性收入, 数值: 512.6, 计量单位: 万元, 分类: {租赁: 300.5, 服务: 212.1}}',
      reports: [],
    },
    { input: '党支部:\n  总数: 8\n  分类: {机关: 3, 村: 6, 非公企业: 3}', reports: ['8'] },
    { input: '党支部:\n  总数: 12\n  分类: {机关: 3, 村: 6, 非公企业: 3}', reports: [] },
    { input: '党支部:\n  总数: 12\n  不完整: 是\n  分类: {机关: 3, 村: 6}', reports: [] },
    { input: '党支部:\n  总数: 8\n  不完整: 是\n  分类: {机关: 3, 村: 6}', reports: ['8'] },
    { input: '党员:\n  总数: 300\n  正式: 280\n  预备: 18', reports: ['300'] },
    { input: '党员:\n  总数: 300\n  男: 240\n  女: 待补', reports: [] },
    {
      input:
        '党员:\n  总数: 待补\n  年龄: {35岁以下: 60, 36岁以上: 240}\n  学历: {大专及以上: 90, 高中及以下: 200}',
      reports: ['学历'],
    },
    {
      input: '指标:\n  - 名称: 问题整改\n    数值: 20\n    计量单位: 个\n    分类: {已完成: 12, 推进中: 7}',
      reports: ['20'],
    },
  ],
  check({ account, unread }, report) {
    for (const all of account.wholes) {
      const whole = { ...all, divisions: readDivisions(all, unread) };
      if (isNumber(whole.total)) reportContradictions(whole, whole.total, report);
      else compareDivisions(whole, whole.divisions.filter(isSummed), report);
    }
  },
};

/** What reading took over whole; where it did not take 不完整, the parts may be only some. */
function readDivisions({ path, divisions }: Whole, unread: Unread): readonly WholeDivision[] {
  if (unread.size === 0) return divisions;
  const isOpen = isLost(unread, siblingOf(path, 'partial'));
  return divisions.flatMap((division) =>
    hasUnread(unread, division.path)
      ? []
      : [{ ...division, isPartial: division.isPartial || (isOpen && division.isFree) }],
  );
}

function reportContradictions(whole: Whole, total: number, report: Report): void {
  for (const { sum, divisions } of contradictionsOf(whole)) {
    const [{ label, parts }, ...others] = divisions;
    const agreeing = others.map((other) => other.label).join('、');
    report({
      at: { path: whole.path },
      message: `${whole.label} ${total} 与${label}之和 ${sum.value}（${reckon(parts)}）不符，相差 ${withoutDust(Math.abs(sum.value - total))}${agreeing && `；按${agreeing}相加也是 ${sum.value}`}`,
      hint: sumHint(total, divisions, sum),
      related: parts.map(({ name, path, figure }) => ({ message: `${name} ${figure ?? ''}`, at: { path } })),
    });
  }
}

function sumHint(total: number, divisions: readonly WholeDivision[], sum: Sum): string {
  if (divisions.some(({ isPartial }) => isPartial) || !sum.isComplete) {
    return '分项之和不能超过总数，请核对总数和各分项。';
  }
  const isOpen = sum.value < total && divisions.every(({ isFree }) => isFree);
  return `总数应为 ${sum.value}，或者改正写错的分项${isOpen ? '；分项没有列全的，在总数旁写“不完整: 是”' : ''}。`;
}

/** Without a total, two complete divisions of it still have to agree; the later one is reported. */
function compareDivisions({ label }: Whole, divisions: readonly WholeDivision[], report: Report): void {
  const sums = divisions.flatMap((division) => {
    const sum = knownSum(division);
    return sum?.isComplete && !division.isPartial ? [{ division, value: sum.value }] : [];
  });
  const [first, ...others] = sums;
  const other = others.find(({ value }) => value !== first?.value);
  if (first === undefined || other === undefined) return;
  report({
    at: { path: other.division.path, part: 'key' },
    message: `${label}没有写明，但${first.division.label}之和 ${first.value} 与${other.division.label}之和 ${other.value} 不一致`,
    hint: '两种分法数的是同一批，合计应当相等，请核对。',
    related: [
      {
        message: `${first.division.label}之和 ${first.value}`,
        at: { path: first.division.path, part: 'key' },
      },
    ],
  });
}
