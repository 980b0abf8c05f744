import { sumsAgainst } from '../../account/contradictions.ts';
import { listedDifferences } from '../../account/listed-units.ts';
import { kindDifferences } from '../../account/roster-kinds.ts';
import { hasUnread } from '../../account/unread.ts';
import type { Whole } from '../../account/whole.ts';
import { type Facts, isNumber } from '../../facts/facts.ts';
import { figureNamed } from '../../facts/figure-fields.ts';
import type { FactsRule, Report } from '../rule.ts';

type Branches = NonNullable<Facts['branches']>;
type BranchRoster = NonNullable<Branches['roster']>;

export const rosterTotal: FactsRule = {
  id: 'roster-total',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '名册、清单与总数不符',
    why: '名册里列了几个支部、各支部有多少党员，应当与党支部总数、分类和党员总数一致；巡察反馈几个问题，就要逐条列出几个问题；县里列出的各单位加起来，应当是县的数。同一个数在两处不一样，至少有一处错了。',
    fix: '核对名册是否漏列、重列，类别和党员数是否填错，再改正名册或总数。名册只列了一部分的，在党支部总数旁写“不完整: 是”。',
    basis: { source: '名册、清单的条数', rank: '通常', proof: '清点' },
  },
  examples: [
    {
      input: '党支部:\n  总数: 3\n  名册:\n    - {名称: 机关党支部}\n    - {名称: 柳湾村党支部}',
      reports: ['3'],
    },
    {
      input: '党支部:\n  总数: 2\n  名册:\n    - {名称: 机关党支部}\n    - {名称: 柳湾村党支部}',
      reports: [],
    },
    {
      input:
        '党支部:\n  总数: 2\n  分类: {机关: 2}\n  名册:\n    - {名称: 机关党支部, 类别: 机关}\n    - {名称: 柳湾村党支部, 类别: 村}',
      reports: ['2'],
    },
    {
      input:
        '党支部:\n  总数: 2\n  名册:\n    - {名称: 机关党支部, 党员: 20}\n    - {名称: 柳湾村党支部, 党员: 30}\n党员:\n  总数: 60',
      reports: ['60'],
    },
    {
      input:
        '党支部:\n  总数: 9\n  不完整: 是\n  名册:\n    - {名称: 机关党支部, 党员: 20}\n党员:\n  总数: 60',
      reports: [],
    },
    {
      input: '反馈: {问题数: 3}\n问题:\n  - {编号: P1, 标题: 学习不够深入}\n  - {编号: P2, 标题: 督办不到位}',
      reports: ['3'],
    },
    {
      input:
        '单位: {名称: 青禾县, 类型: 县}\n党员: {总数: 700}\n所辖单位:\n  - {名称: 云溪镇, 类型: 镇, 党员: 486}\n  - {名称: 石桥镇, 类型: 镇, 党员: 210}',
      reports: ['700'],
    },
    {
      input:
        '单位: {名称: 青禾县, 类型: 县}\n党员: {总数: 700}\n所辖单位:\n  - {名称: 云溪镇, 类型: 镇, 党员: 486}\n  - {名称: 石桥镇, 类型: 镇, 党员: 待补}',
      reports: [],
    },
    {
      input: '反馈: {问题数: 1}\n问题:\n  - {编号: P1, 标题: 学习不够深入}',
      reports: [],
    },
  ],
  check({ account: { wholes }, facts, unread }, report) {
    if (!hasUnread(unread, 'problems')) checkProblems(facts, report);
    if (!hasUnread(unread, 'units')) checkUnits(wholes, facts, report);
    const { branches = {} } = facts;
    const { roster = [] } = branches;
    if (roster.length === 0) return;
    const isWhole = checkLength(wholes, facts, roster, report);
    if (isWhole && sumsAgainst(wholes, 'branches.total').length === 0) checkKinds(branches, roster, report);
    checkMembers({ wholes, facts, roster, isWhole }, report);
  },
};

/** Every problem that was fed back is listed, and no other. */
function checkProblems({ feedback, problems = [] }: Facts, report: Report): void {
  const total = feedback?.total;
  if (!isNumber(total) || problems.length === 0 || total === problems.length) return;
  report({
    at: { path: 'feedback.total' },
    message: `反馈问题数 ${total} 与所列 ${problems.length} 个问题不符，相差 ${Math.abs(total - problems.length)}`,
    hint: '核对反馈的问题有没有漏列、并列或重列，再改正“问题数”或“问题”。',
    related: [{ message: `问题列了 ${problems.length} 个`, at: { path: 'problems', part: 'key' } }],
  });
}

/** What a county's listed units come to is the county's figure. */
function checkUnits(wholes: readonly Whole[], facts: Facts, report: Report): void {
  for (const { field, path, total, sum } of listedDifferences(facts)) {
    if (sumsAgainst(wholes, path).includes(sum)) continue;
    const label = figureNamed(path).label;
    report({
      at: { path },
      message: `${label} ${total} 与所辖单位之和 ${sum} 不符，相差 ${differenceOf(total, sum)}`,
      hint: '核对总数和“所辖单位”里各单位的数；汇总的文件重新汇总一次。',
      related: (facts.units ?? []).slice(0, MOST_ROWS_TOLD).map(({ name = '', ...unit }, index) => ({
        message: `${name} ${unit[field]}`,
        at: { path: `units.${index}.${field}` },
      })),
    });
  }
}

/** Places that a finding names. */
const MOST_ROWS_TOLD = 60;

function differenceOf(total: number, sum: number): number {
  return Number(Math.abs(total - sum).toPrecision(12));
}

/** True where the roster can be taken for the whole, so that its kinds and members can be compared too. */
function checkLength(wholes: readonly Whole[], facts: Facts, roster: BranchRoster, report: Report): boolean {
  const { total, partial = false } = facts.branches ?? {};
  if (!isNumber(total)) return !partial;
  if (roster.length === total) return true;
  if (partial && roster.length < total) return false;
  if (sumsAgainst(wholes, 'branches.total').includes(roster.length)) return true;
  report({
    at: { path: 'branches.total' },
    message: `党支部总数 ${total} 与名册所列 ${roster.length} 个支部不符，相差 ${Math.abs(total - roster.length)}`,
    hint: '核对名册有没有漏列、重列；名册只列了一部分的，在总数旁写“不完整: 是”。',
    related: [{ message: `名册列了 ${roster.length} 个`, at: { path: 'branches.roster', part: 'key' } }],
  });
  return false;
}

function checkKinds({ byKind }: Branches, roster: BranchRoster, report: Report): void {
  const differences = kindDifferences(byKind, roster);
  const [first] = differences;
  if (first === undefined) return;
  const listed = differences.map(({ kind, stated, counted }) => `${kind} ${stated} 个，名册 ${counted} 个`);
  report({
    at: { path: `branches.byKind.${first.kind}` },
    message: `党支部分类与名册的类别不符：${listed.join('；')}`,
    hint: '核对分类里的数和名册里各支部的类别。',
    related: first.rows.map((index) => ({
      message: `名册里的${roster[index]?.kind ?? ''}支部`,
      at: { path: `branches.roster.${index}.kind` },
    })),
  });
}

interface Listed {
  readonly wholes: readonly Whole[];
  readonly facts: Facts;
  readonly roster: BranchRoster;
  readonly isWhole: boolean;
}

/** The members of all branches are the township's; of some, not more than the township's. */
function checkMembers({ wholes, facts, roster, isWhole }: Listed, report: Report): void {
  const total = facts.members?.total;
  const known: { readonly members: number; readonly index: number }[] = [];
  let sum = 0;
  for (const [index, { members }] of roster.entries()) {
    if (!isNumber(members)) continue;
    known.push({ members, index });
    sum += members;
  }
  if (!isNumber(total) || known.length === 0) return;
  const isComplete = isWhole && known.length === roster.length;
  if (sum === total || (sum < total && !isComplete)) return;
  if (sumsAgainst(wholes, 'members.total').includes(sum)) return;
  report({
    at: { path: 'members.total' },
    message: `党员总数 ${total} 与名册各支部党员之和 ${sum} 不符，相差 ${Math.abs(total - sum)}`,
    hint: '核对党员总数和名册里各支部的党员数。',
    related: known.map(({ members, index }) => ({
      message: `${roster[index]?.name ?? '支部'} ${members} 名`,
      at: { path: `branches.roster.${index}.members` },
    })),
  });
}
