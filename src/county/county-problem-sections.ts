import { deadlineText, formatDate, isoDate, PERMANENT } from '../facts/dates.ts';
import { chinesePath } from '../facts/fact-path.ts';
import { STAGES } from '../facts/progress.ts';
import { nameInCounty } from './county-name.ts';
import {
  type CountySection,
  furtherGroups,
  item,
  listNames,
  MOST_FURTHER,
  MOST_PROPOSED_MEASURES,
  NAMED_IN_PROSE,
  whichUnits,
} from './county-section.ts';
import type { CommonMeasure, CommonProblem, County } from './roll-up.ts';
import type { TitleGroup } from './title-groups.ts';
import { yamlText } from './yaml-text.ts';

const MOST_PROPOSED_PROBLEMS = 10;

/** 原因 of the problems that are shown; left to people where one of these has none that can be said of the county. */
function causesSection(stated: readonly CommonProblem[], county: County): CountySection {
  const byTitle = new Map<string, CommonCause>();
  const open: number[] = [];
  for (const [index, { causes }] of stated.entries()) {
    const shown = causes.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_CAUSES);
    if (shown.length === 0) open.push(index);
    for (const { title, units } of shown) {
      const cause = byTitle.get(title) ?? { title, units: new Set(), problems: [] };
      byTitle.set(title, cause);
      cause.problems.push(`问题${index + 1}`);
      for (const unit of units) cause.units.add(unit);
    }
  }
  const common = [...byTitle.values()];
  const key = chinesePath('causes');
  if (open.length > 0 || common.length === 0) {
    const notes = common.map(
      ({ title, units, problems }) => `${problems.join('、')}的原因：${title}（${listNames([...units])}）`,
    );
    return { key, notes, entries: [] };
  }
  const items = common.map(({ title, units, problems }) =>
    item([
      ['标题', yamlText(title)],
      ['分析', yamlText(`${whichUnits({ units: [...units] }, county)}分析有这个原因`)],
      ['对应问题', `[${problems.join(', ')}]`],
    ]),
  );
  return { key, notes: [], entries: [{ kind: 'block', text: items.join('\n') }] };
}

interface CommonCause {
  readonly title: string;
  readonly units: Set<string>;
  /** 问题1, 问题2 … */
  readonly problems: string[];
}

const MOST_CAUSES = 2;

/** 问题, 原因 and 措施 that most units have. */
export function problemSections(county: County): CountySection[] {
  const stated = county.problems.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_PROPOSED_PROBLEMS);
  const used = new Set<string>();
  const problems = stated.map((group, index) =>
    item([
      ['编号', `问题${index + 1}`],
      ['标题', yamlText(distinctTitle(group, used))],
      ...(group.aspect === '' ? [] : [['方面', yamlText(group.aspect)] as const]),
      ['表现', yamlText(`${whichUnits(group, county)}存在这个问题`)],
    ]),
  );
  const fallback = item([
    ['编号', '问题1'],
    ['标题', '所辖单位工作中还存在短板'],
  ]);
  const measures = commonMeasures(stated);
  return [
    {
      key: '问题',
      notes: furtherGroups(county.problems, stated, '问题'),
      entries: [{ kind: 'block', text: (problems.length === 0 ? [fallback] : problems).join('\n') }],
    },
    causesSection(stated, county),
    {
      key: '措施',
      notes: measureNotes(stated),
      entries: [{ kind: 'block', text: measures.map((each) => countyMeasure(each, county)).join('\n') }],
    },
  ];
}

/** Two aspects may have a problem of the same words, and no two headings are alike. */
function distinctTitle({ title, aspect }: TitleGroup, used: Set<string>): string {
  const distinct = used.has(title) ? `${title}（${aspect === '' ? '其他' : aspect}方面）` : title;
  used.add(distinct);
  return distinct;
}

interface NumberedMeasure {
  readonly problems: readonly number[];
  readonly measure?: CommonMeasure;
}

/** What most units do about each problem; the same measure for several problems stands once. */
function commonMeasures(problems: readonly CommonProblem[]): NumberedMeasure[] {
  const byTitle = new Map<string, NumberedMeasure>();
  const open: number[] = problems.length === 0 ? [0] : [];
  for (const [index, { measures }] of problems.entries()) {
    const shown = measures.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_PROPOSED_MEASURES);
    if (shown.length === 0) open.push(index);
    for (const measure of shown) {
      const known = byTitle.get(measure.title);
      byTitle.set(measure.title, { measure, ...known, problems: [...(known?.problems ?? []), index] });
    }
  }
  return [...byTitle.values(), ...(open.length === 0 ? [] : [{ problems: open }])];
}

function countyMeasure({ problems, measure }: NumberedMeasure, county: County): string {
  const answers = `[${problems.map((index) => `问题${index + 1}`).join(', ')}]`;
  if (measure === undefined) {
    return item([
      ['标题', '督促有关单位研究整改措施'],
      ['对应问题', answers],
      ['责任单位', '有关单位'],
      ['时限', PERMANENT],
      ['状态', PERMANENT],
    ]);
  }
  const status = commonStatus(measure);
  const progress = describeProgress(measure);
  const isLate =
    status !== '已完成' && status !== PERMANENT && measure.overdue.length > 0 && isPastDue(measure, county);
  return item([
    ['标题', yamlText(measure.title)],
    ...(progress === undefined ? [] : [['内容', yamlText(progress)] as const]),
    ['对应问题', answers],
    ['责任单位', yamlText(responsible(measure, county))],
    ...(measure.deadline === undefined
      ? []
      : [['时限', status === PERMANENT ? PERMANENT : deadlineLine(measure, isLate)] as const]),
    ...(status === undefined ? [] : [['状态', status] as const]),
    ...(status === '已完成' ? [['佐证', '有关单位的整改台账'] as const] : []),
  ]);
}

function isPastDue({ deadline }: CommonMeasure, { date }: County): boolean {
  if (deadline === undefined || deadline === PERMANENT || date === undefined) return false;
  return isoDate({ day: 31, ...deadline }) < isoDate({ ...date, day: date.day ?? 1 });
}

function deadlineLine({ deadline = PERMANENT }: CommonMeasure, isLate: boolean): string {
  const text = deadlineText(deadline);
  return isLate ? `${text}    # 忽略 measure-deadline：有的单位没有按期完成` : text;
}

/** What all are; done and lasting ones together last. */
function commonStatus({ byStage }: CommonMeasure): string | undefined {
  const stages = [...byStage.keys()];
  if (stages.length === 1) return stages[0];
  if (stages.every((stage) => stage === '已完成' || stage === PERMANENT)) return PERMANENT;
  return stages.includes(undefined) ? undefined : '推进中';
}

/** How many units take it, and how far they are where they are not equally far; one measure alone says so itself. */
function describeProgress({ units, byStage }: CommonMeasure): string | undefined {
  const total = [...byStage.values()].reduce((sum, count) => sum + count, 0);
  if (total === 1) return undefined;
  const stages = STAGES.flatMap((stage) => {
    const count = byStage.get(stage);
    return count === undefined ? [] : [`${stage}${count}项`];
  });
  const unknown = byStage.get(undefined);
  const parts = unknown === undefined ? stages : [...stages, `未注明状态${unknown}项`];
  const whole = `${units.length}个单位共有这方面措施${total}项`;
  return parts.length === 1 ? whole : `${whole}，其中${parts.join('、')}`;
}

function responsible({ units }: CommonMeasure, county: County): string {
  if (units.length <= NAMED_IN_PROSE) return units.map((unit) => nameInCounty(unit, county)).join('、');
  return `${units
    .slice(0, 3)
    .map((unit) => nameInCounty(unit, county))
    .join('、')}等有关单位`;
}

function measureNotes(problems: readonly CommonProblem[]): string[] {
  return problems.flatMap(({ measures }, index) =>
    measures.slice(0, MOST_FURTHER).map((measure) => {
      const owners = [...measure.owners].sort(([, a], [, b]) => b - a).slice(0, 6);
      const parts = [
        listNames(measure.units),
        ...(owners.length === 0
          ? []
          : [`责任：${owners.map(([name, count]) => `${name} ${count}`).join('、')}`]),
        ...(measure.deadline === undefined
          ? []
          : [`最晚时限：${measure.deadline === PERMANENT ? PERMANENT : formatDate(measure.deadline)}`]),
        ...(measure.overdue.length === 0 ? [] : [`已过时限：${listNames(measure.overdue)}`]),
      ];
      return `问题${index + 1}的措施：${measure.title}（${parts.join('；')}）`;
    }),
  );
}
