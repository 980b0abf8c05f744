import { chinesePath } from '../facts/fact-path.ts';
import { STAGES } from '../facts/progress.ts';
import type { Bar, Chart } from './chart.ts';
import { nameInCounty } from './county-name.ts';
import { type CountyRows, statedFigure, type UnitRow } from './county-table.ts';
import { compareDecimals, type Decimal, multiply, plus, printDecimal, quotientOf, ZERO } from './decimal.ts';
import type { County } from './roll-up.ts';

/** The charts that help a county look at its units; those of which the units say nothing are left out. */
export function countyCharts(county: County, rows: CountyRows): Chart[] {
  return [
    ...unitChart(county, rows, { column: '党员.总数', title: '各单位党员', what: '党员', unit: '名' }),
    ...ageChart(county),
    ...staffingCharts(county, rows),
    ...unitChart(county, rows, {
      column: '集体经济.收入',
      title: '各单位村级集体经济收入',
      what: '村级集体经济收入',
      unit: '万元',
    }),
    ...aspectChart(county),
    ...problemChart(county),
    ...stageChart(county),
  ];
}

/** Bars that a chart has at most: of more units the first and the last would not be on one screen. */
const MOST_BARS = 40;

interface UnitFigure {
  readonly name: string;
  readonly value: Decimal;
}

interface AskedChart {
  readonly column: string;
  readonly title: string;
  readonly what: string;
  readonly unit: string;
}

/** A figure of every unit, the largest first. */
function unitChart(county: County, rows: CountyRows, { column, title, what, unit }: AskedChart): Chart[] {
  const stated = [...rows.rows()].flatMap((row) => {
    const value = statedFigure(row, column);
    return value === undefined ? [] : [{ name: nameInCounty(row.name, county), value }];
  });
  if (stated.length < 2) return [];
  const sorted = stated.toSorted((a, b) => compareDecimals(b.value, a.value));
  const sum = printDecimal(stated.reduce((total, { value }) => plus(total, value), ZERO));
  const silent = rows.size - stated.length;
  return [
    {
      title,
      unit,
      of: '单位',
      series: [what],
      sentence: `${stated.length}个单位共有${what}${sum}${unit}。${extremes(sorted, unit)}${silent === 0 ? '' : `另有${silent}个单位没有写。`}${cutNote(sorted)}`,
      bars: sorted
        .slice(0, MOST_BARS)
        .map(({ name, value }) => ({ label: name, figures: [printDecimal(value)] })),
    },
  ];
}

function extremes(sorted: readonly UnitFigure[], unit: string): string {
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (most === undefined || least === undefined || compareDecimals(most.value, least.value) === 0) return '';
  const say = ({ name, value }: UnitFigure) => `${name}，${printDecimal(value)}${unit}`;
  return `最多的是${say(most)}；最少的是${say(least)}。`;
}

function cutNote({ length }: readonly unknown[]): string {
  return length > MOST_BARS ? `图中是前${MOST_BARS}个。` : '';
}

/** Members by age, where the units' bands could be added. */
function ageChart({ tallies, units }: County): Chart[] {
  const tally = tallies.find(({ place }) => place.path === 'members.byAge');
  if (tally === undefined || tally.clashes.length > 0) return [];
  const bars = [...tally.parts].map(([label, { value }]) => ({ label, figures: [printDecimal(value)] }));
  const lacking = tally.lacking.length;
  const sentence = `${listBars(bars, '名')}。${lacking === 0 ? '' : `${units.length}个单位中有${lacking}个没有写，没有计入。`}`;
  return [{ title: '党员年龄', unit: '名', of: '年龄', series: ['党员'], sentence, bars }];
}

function listBars(bars: readonly Bar[], unit: string): string {
  return bars.map(({ label, figures }) => `${label}${figures[0] ?? ''}${unit}`).join('，');
}

/** Authorized and actual posts by category, and how far each unit uses its own. */
function staffingCharts(county: County, rows: CountyRows): Chart[] {
  const list = county.posts.find((each) => each.list === 'posts');
  if (list === undefined) return [];
  const known = list.rows.flatMap(({ category, authorized, actual }) =>
    authorized === undefined || actual === undefined ? [] : [{ category, authorized, actual }],
  );
  const byCategory: Chart = {
    title: '编制使用',
    unit: '名',
    of: '类别',
    series: ['核定', '实有'],
    sentence: `${known.map(({ category, authorized, actual }) => `${category}编制核定${printDecimal(authorized)}名，实有${printDecimal(actual)}名`).join('；')}。${list.lacking.length === 0 ? '' : `有${list.lacking.length}个单位没有写，没有计入。`}`,
    bars: known.map(({ category, authorized, actual }) => ({
      label: category,
      figures: [printDecimal(authorized), printDecimal(actual)],
    })),
  };
  return [...(known.length === 0 ? [] : [byCategory]), ...useChart(county, rows)];
}

/** Actual posts of each unit in per cent of those authorized; who has more people than posts comes first. */
function useChart(county: County, rows: CountyRows): Chart[] {
  const columns = rows.columns();
  const named = (end: string) =>
    columns.filter((column) => column.startsWith(`${chinesePath('posts')}.`) && column.endsWith(end));
  const [authorized, actual] = [named('.核定'), named('.实有')];
  const used = [...rows.rows()].flatMap((row) => {
    const [whole, people] = [authorized, actual].map((names) => sumIn(row, names));
    if (whole === undefined || people === undefined || whole.digits <= 0n) return [];
    return [{ name: nameInCounty(row.name, county), value: quotientOf(multiply(people, HUNDRED), whole, 1) }];
  });
  if (used.length < 2) return [];
  const sorted = used.toSorted((a, b) => compareDecimals(b.value, a.value));
  const over = sorted.filter(({ value }) => compareDecimals(value, HUNDRED) > 0);
  const said =
    over.length === 0
      ? '没有单位总数超编。'
      : `总数超编的有${over.length}个：${over
          .slice(0, MOST_BARS)
          .map(({ name }) => name)
          .join('、')}${over.length > MOST_BARS ? '等' : ''}。`;
  return [
    {
      title: '各单位编制使用率',
      unit: '%',
      of: '单位',
      series: ['实有占核定'],
      sentence: `实有人数占核定编制的比例。${said}${extremes(sorted, '%').replaceAll('最多', '最高').replaceAll('最少', '最低')}${cutNote(sorted)}`,
      bars: sorted
        .slice(0, MOST_BARS)
        .map(({ name, value }) => ({ label: name, figures: [printDecimal(value)] })),
    },
  ];
}

/** Undefined where one of them is not known, or the unit has none. */
function sumIn(row: UnitRow, columns: readonly string[]): Decimal | undefined {
  const own = columns.filter((column) => row.figure(column) !== undefined);
  const values = own.flatMap((column) => statedFigure(row, column) ?? []);
  return own.length === 0 || values.length < own.length ? undefined : values.reduce(plus, ZERO);
}

const HUNDRED: Decimal = { digits: 100n, scale: 0 };

/** How many units have problems of each aspect. */
function aspectChart({ problems }: County): Chart[] {
  const units = new Map<string, Set<string>>();
  for (const problem of problems) {
    const aspect = problem.aspect === '' ? NO_ASPECT : problem.aspect;
    const known = units.get(aspect) ?? new Set();
    units.set(aspect, known);
    for (const unit of problem.units) known.add(unit);
  }
  if (units.size < 2) return [];
  const sorted = [...units].toSorted(([, a], [, b]) => b.size - a.size).slice(0, MOST_BARS);
  const bars = sorted.map(([label, { size }]) => ({ label, figures: [String(size)] }));
  return [
    {
      title: '问题的方面',
      unit: '个',
      of: '方面',
      series: ['有这方面问题的单位'],
      sentence: `有各方面问题的单位：${listBars(bars.slice(0, 10), '个')}${bars.length > 10 ? '等' : ''}。`,
      bars,
    },
  ];
}

/** What problems that name no aspect are listed under. */
export const NO_ASPECT = '没有写方面';

/** The problems of most units. */
function problemChart({ problems }: County): Chart[] {
  const bars = problems
    .filter(({ hasFigure }) => !hasFigure)
    .slice(0, MOST_CHARTED)
    .map(({ title, units }) => ({ label: title, figures: [String(units.length)] }));
  const [first] = bars;
  if (first === undefined) return [];
  const shared = problems.filter(({ units }) => units.length > 1).length;
  return [
    {
      title: '共性问题',
      unit: '个',
      of: '问题',
      series: ['有这个问题的单位'],
      sentence: `问题按方面和相近的标题归成${problems.length}类，其中${shared}类不止一个单位有。单位最多的是“${first.label}”，${first.figures[0]}个。`,
      bars,
    },
  ];
}

const MOST_CHARTED = 10;

/** How many measures are at each stage. */
function stageChart({ progress: { byStage, overdue } }: County): Chart[] {
  const total = [...byStage.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const bars = [...STAGES, undefined].flatMap((stage) => {
    const count = byStage.get(stage);
    return count === undefined ? [] : [{ label: stage ?? '没有写状态', figures: [String(count)] }];
  });
  const late = [...overdue.values()].reduce((sum, count) => sum + count, 0);
  const said =
    late === 0 ? '到汇总的日期没有逾期的。' : `到汇总的日期已经逾期的${late}条，在${overdue.size}个单位。`;
  return [
    {
      title: '整改措施进度',
      unit: '条',
      of: '状态',
      series: ['措施'],
      sentence: `共有措施${total}条，${listBars(bars, '条')}。${said}`,
      bars,
    },
  ];
}
