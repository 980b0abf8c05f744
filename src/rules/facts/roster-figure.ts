import { findStated } from '../../account/counted-facts.ts';
import { chinesePath } from '../../facts/fact-path.ts';
import { PENDING } from '../../facts/facts.ts';
import type { CountedFigure, FigurePlace } from '../../rosters/figure.ts';
import type { FactsRule, Reported } from '../rule.ts';

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
  ],
  check({ facts, sources, isDraft }, report) {
    for (const figure of sources?.figures ?? []) {
      const stated = figure.isDerived ? undefined : findStated(facts, figure);
      if (stated === undefined || stated.value === figure.value) continue;
      report(describe(figure, stated, isDraft));
    }
  },
};

function describe(
  figure: CountedFigure,
  { path, value }: NonNullable<ReturnType<typeof findStated>>,
  isDraft: boolean,
): Reported {
  const { value: counted, places } = figure;
  const isPending = value === PENDING;
  const name = nameOf(path, figure);
  return {
    at: { path },
    message: isPending ? `${name}待补，名册统计是${counted}` : `${name}写的是${value}，名册统计是${counted}`,
    hint: isPending
      ? '核对名册后，用 report check --fix 填上统计出来的数。'
      : '核对名册：名册对，用 report check --fix 改成统计出来的数；数对，就改正名册。',
    inSheets: places.map((place) => ({
      message: describePlace(place),
      file: place.file,
      ...(place.sheet !== undefined && { sheet: place.sheet }),
      cells: place.cells,
    })),
    replacement: String(counted),
    ...(isPending && isDraft && { severity: 'warning' as const }),
  };
}

/** 党员.总数; of an item of a list, by the item's name: 编制“行政”的实有. */
function nameOf(path: string, { item }: CountedFigure): string {
  const name = chinesePath(path);
  return item === undefined ? name : name.replace(/\.第\d+项\./u, `“${item}”的`);
}

/** Of many rows the first are named: they can be found again by filtering the column. */
function describePlace({ rows }: FigurePlace): string {
  if (rows.length === 0) return '没有一行是';
  const isWhole = (rows.at(-1) ?? 0) - (rows[0] ?? 0) + 1 === rows.length;
  const list = isWhole
    ? spanOf(rows)
    : `${rows.slice(0, MOST_ROWS).join('、')}${rows.length > MOST_ROWS ? '……' : ''}`;
  return `共${rows.length}行：第${list}行`;
}

function spanOf(rows: readonly number[]): string {
  return rows.length === 1 ? `${rows[0]}` : `${rows[0]}至${rows.at(-1)}`;
}

const MOST_ROWS = 10;
