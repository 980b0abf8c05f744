import { findStated, measureMeant } from '../../account/counted-facts.ts';
import { type CalendarDate, formatDate } from '../../facts/dates.ts';
import { chinesePath } from '../../facts/fact-path.ts';
import type { Facts } from '../../facts/facts.ts';
import { PENDING } from '../../facts/facts.ts';
import type { CountedFigure, RosterPlace } from '../../rosters/figure.ts';
import type { RosterMeasure } from '../../rosters/read-measures.ts';
import type { FieldId } from '../../rosters/roster-fields.ts';
import type { FactsRule, Report, Reported } from '../rule.ts';

export const rosterFigure: FactsRule = {
  id: 'roster-figure',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '与名册统计的数不一致',
    why: '“名册”里写明了数字的出处，重新统计出来的数应当与报告里写的一样。名册改了、数没有跟着改，检查组一数就对不上。',
    fix: '核对名册。名册是对的，用 report check --fix 把统计出来的数写进事实文件；数是对的，就改正名册。',
    basis: { source: '本单位的名册', rank: '通常', proof: '清点' },
  },
  examples: [
    {
      input: '党员:\n  总数: 3\n名册:\n  - 党员名册.csv',
      files: { '党员名册.csv': '姓名,性别,人员类别\n甲乙,男,正式党员\n丙丁,女,预备党员' },
      reports: ['3'],
    },
    {
      input: '党员: {总数: 2, 男: 1, 女: 1}\n名册:\n  - 党员名册.csv',
      files: { '党员名册.csv': '姓名,性别,人员类别\n甲乙,男,正式党员\n丙丁,女,预备党员\n合计,2名' },
      reports: [],
    },
    {
      input: '报告: {日期: 2024-10-31}\n党员:\n  年龄: {35岁及以下: 2, 36岁及以上: 0}\n名册: [党员名册.csv]',
      files: {
        '党员名册.csv': '姓名,性别,出生年月,人员类别\n甲乙,男,1979.05,正式党员\n丙丁,女,1995.08,预备党员',
      },
      reports: ['2', '0'],
    },
    {
      input: '编制:\n  - {类别: 行政编制, 核定: 24, 实有: 23}\n名册: [编制.csv]',
      files: { '编制.csv': '类别,核定,实有,空缺\n行政,24,22,2' },
      reports: ['23'],
    },
    {
      input:
        '措施:\n  - {标题: 加强学习, 状态: 推进中, 时限: 2024-06}\n  - {标题: 完善制度, 状态: 已完成}\n名册: [台账.csv]',
      files: {
        '台账.csv':
          '反馈问题,整改措施,责任单位,整改时限,完成情况\n学习不深入,加强学习。制定计划,组织办,2024年6月30日,已完成（2024年6月20日）\n制度不健全,完善制度,办公室,,已完成',
      },
      reports: ['推进中'],
    },
    {
      input:
        '单位: {名称: 青禾县云溪镇}\n措施:\n  - {编号: M1, 标题: 加强学习, 佐证: [学习计划, 签到表]}\n  - {编号: M2, 标题: 完善制度, 佐证: 制度汇编}\n名册: [台账.csv]',
      files: {
        '台账.csv':
          '单位,编号,反馈问题,整改措施,责任单位,整改时限,佐证\n青禾县云溪镇,M1,学习不深入,加强学习,组织办,,学习计划；签到表。\n青禾县云溪镇,M2,制度不健全,完善制度,办公室,,会议记录\n青禾县松岭镇,M1,另一个镇,别的措施,办公室,,别的',
      },
      reports: ['制度汇编'],
    },
  ],
  check({ facts, sources, isDraft }, report) {
    for (const figure of sources?.figures ?? []) {
      const stated = figure.isDerived ? undefined : findStated(facts, figure);
      if (stated === undefined || stated.value === figure.value) continue;
      report(describeDifference(figure, stated, isDraft));
    }
    for (const measure of sources?.measures ?? []) checkMeasure(facts, measure, report);
  },
};

/** What a 台账 says of a measure against what the facts say; where either says nothing there is nothing to compare. */
function checkMeasure(facts: Facts, row: RosterMeasure, report: Report): void {
  if (row.unit !== '' && wordsAlone(row.unit) !== wordsAlone(facts.unit?.name ?? row.unit)) return;
  const index = measureMeant(facts, row);
  const measure = facts.measures?.[index];
  if (measure === undefined) return;
  const name = `措施“${measure.title ?? measure.id ?? ''}”`;
  const { deadline, status, completed, closed } = row;
  const compare = (field: FieldId, key: string, values: readonly [unknown, unknown]) => {
    const [stated, said] = values.map(describeValue);
    if (stated === undefined || said === undefined || isSameValue(...values)) return;
    const path = `measures.${index}.${key}`;
    report({
      at: { path },
      message: `${name}的${chinesePath(path).split('.').at(-1)}写的是${stated}，台账是${said}`,
      hint: '核对台账与事实文件，改正写错的一处。',
      inSheets: [{ message: '台账的这一格', ...row.placeOf(field) }],
    });
  };
  compare('state', 'status', [measure.status, status]);
  compare('deadline', 'deadline', [measure.deadline, deadline]);
  compare(row.completedIn, 'completed', [measure.completed, completed]);
  compare('closed', 'closed', [measure.closed, closed]);
  const evidence = measure.evidence?.join('；') ?? '';
  const isComparable = evidence !== '' && row.evidence !== '' && !evidence.includes('{{');
  if (isComparable && wordsAlone(evidence) !== wordsAlone(row.evidence)) {
    compare('evidence', 'evidence', [shortQuoted(evidence), shortQuoted(row.evidence)]);
  }
}

/** The words alone: how texts are parted and closed is the table's own. */
function wordsAlone(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]|\d+[.、]/gu, '');
}

function shortQuoted(text: string): string {
  return text.length > LONGEST_CELL_QUOTE ? `“${text.slice(0, LONGEST_CELL_QUOTE)}…”` : `“${text}”`;
}

/** Characters of a cell of prose that a message shows. */
const LONGEST_CELL_QUOTE = 30;

function describeValue(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object' && value !== null) return formatDate(value as CalendarDate);
  return typeof value === 'string' ? value : undefined;
}

/** A month is the same as a day within it. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [one, other] = [a as CalendarDate, b as CalendarDate];
  const isSameDay = one.day === undefined || other.day === undefined || one.day === other.day;
  return one.year === other.year && one.month === other.month && isSameDay;
}

function describeDifference(
  figure: CountedFigure,
  { path, value }: NonNullable<ReturnType<typeof findStated>>,
  isDraft: boolean,
): Reported {
  const { value: counted, places } = figure;
  const isPending = value === PENDING;
  const name = countedName(path, figure);
  return {
    at: { path },
    message: isPending ? `${name}待补，名册统计是${counted}` : `${name}写的是${value}，名册统计是${counted}`,
    hint: isPending
      ? '核对名册后，用 report check --fix 填上统计出来的数。'
      : '核对名册：名册对，用 report check --fix 改成统计出来的数；数对，就改正名册。',
    inSheets: places.map((place) => ({
      message: describeRows(place),
      file: place.file,
      ...(place.sheet !== undefined && { sheet: place.sheet }),
      cells: place.cells,
    })),
    replacement: String(counted),
    ...(isPending && isDraft && { severity: 'warning' as const }),
  };
}

/** 党员.总数; of an item of a list, by the item's name: 编制“行政”的实有. */
function countedName(path: string, { item }: CountedFigure): string {
  const name = chinesePath(path);
  return item === undefined ? name : name.replace(/\.第\d+项\./u, `“${item}”的`);
}

/** Of many rows the first are named: they can be found again by filtering the column. */
function describeRows({ rows }: RosterPlace): string {
  if (rows.length === 0) return '没有一行是';
  const isWhole = (rows.at(-1) ?? 0) - (rows[0] ?? 0) + 1 === rows.length;
  const list = isWhole
    ? rowsSpan(rows)
    : `${rows.slice(0, MOST_NAMED_ROWS).join('、')}${rows.length > MOST_NAMED_ROWS ? '……' : ''}`;
  return `共${rows.length}行：第${list}行`;
}

function rowsSpan(rows: readonly number[]): string {
  return rows.length === 1 ? `${rows[0]}` : `${rows[0]}至${rows.at(-1)}`;
}

const MOST_NAMED_ROWS = 10;
