import { type CalendarDate, deadlineText, formatDate, isoDate, PERMANENT } from '../facts/dates.ts';
import { chinesePath, segmentsOfPath, siblingOf } from '../facts/fact-path.ts';
import { PENDING } from '../facts/facts.ts';
import { STAGES } from '../facts/progress.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import type { CountyFigure, CountyTally } from './add-figures.ts';
import type { CountyIndicator } from './add-indicators.ts';
import type { CountyPost, CountyPosts } from './add-posts.ts';
import type { CountyCompliance } from './compliance-groups.ts';
import { nameInCounty } from './county-name.ts';
import { type Decimal, printDecimal } from './decimal.ts';
import { contradictingFigures } from './partial-figures.ts';
import type { CommonMeasure, CommonProblem, County } from './roll-up.ts';
import type { TitleGroup } from './title-groups.ts';
import { flowMap, yamlText } from './yaml-text.ts';

/** A top-level key of the county's facts file with what the roll-up puts there. */
export interface CountySection {
  readonly key: string;
  /** Comments above it: what was not added, and material to write with. */
  readonly notes: readonly string[];
  readonly entries: readonly CountyEntry[];
}

/** What a person may change and the roll-up may renew, by itself. */
export type CountyEntry =
  /** `党员.流动`: one value on one line. */
  | { readonly kind: 'value'; readonly path: string; readonly text: string; readonly note?: string }
  /** An item of a list, by what names it. */
  | {
      readonly kind: 'item';
      readonly list: string;
      readonly name: string;
      readonly text: string;
      readonly note?: string;
    }
  /** All that stands under the key, with its lines. */
  | { readonly kind: 'block'; readonly text: string };

export interface CountySectionOptions {
  /** Add up what there is, and say that it is not all. */
  readonly isPartial: boolean;
}

/** The county's facts, in the order of the file that `init` writes. */
export function countySections(county: County, options: CountySectionOptions): CountySection[] {
  const unions = unionSections(county, options);
  const sections = [
    { key: '单位', notes: [], entries: unitEntries(county) },
    { key: '报告', notes: periodNotes(county), entries: reportEntries(county) },
    ...unions.slice(0, RECORDS_AHEAD),
    ...county.posts.map((posts) => postSection(posts, options)),
    ...unions.slice(RECORDS_AHEAD),
    indicatorSection(county, options),
    unitsSection(county),
    complianceSection(county),
    { key: '引语', notes: [], entries: [value('leadIns.overview', yamlText(describeUnits(county)))] },
    organizationSection(county),
    workSection(county),
    ...problemSections(county),
    plansSection(county),
  ];
  return sections.filter(({ notes, entries }) => notes.length + entries.length > 0);
}

function value(path: string, text: string, note?: string): CountyEntry {
  return { kind: 'value', path, text, ...(note !== undefined && { note }) };
}

function unitEntries({ name }: County): CountyEntry[] {
  return [value('unit.name', yamlText(name)), value('unit.kind', '县')];
}

function reportEntries({ date, period, listed }: County): CountyEntry[] {
  const dates: readonly (readonly [string, CalendarDate | undefined])[] = [
    ['report.from', period.from],
    ['report.to', period.to],
    ['report.date', date],
  ];
  return [
    value('report.template', COUNTY_TEMPLATE),
    ...dates.flatMap(([path, day]) => (day === undefined ? [] : [value(path, isoDate(day))])),
    ...(listed.length === 0 ? [] : [value('report.attach', `[${UNITS_TABLE}]`)]),
  ];
}

/** The template that a new county's file names, and the table that goes with it. */
const COUNTY_TEMPLATE = 'county-summary';
const UNITS_TABLE = '各单位情况表';

/** The units with their main figures, from which the attached table is made. */
function unitsSection(county: County): CountySection {
  const lines = county.listed.map(({ name, kind, figures }) => {
    const fields = VOCABULARY.units.item;
    const texts = [...figures].map(
      ([field, text]) => [fields[field as keyof typeof fields].zh, text === '' ? PENDING : text] as const,
    );
    const named = kind === '' ? [] : [['类型', yamlText(kind)] as const];
    return `  - ${flowMap([['名称', yamlText(nameInCounty(name, county))], ...named, ...texts])}`;
  });
  return {
    key: chinesePath('units'),
    notes: [],
    entries: lines.length === 0 ? [] : [{ kind: 'block', text: lines.join('\n') }],
  };
}

function periodNotes({ mixedPeriods }: County): string[] {
  if (mixedPeriods.size === 0) return [];
  const periods = [...mixedPeriods].map(([period, names]) => `${period}：${listNames(names)}`);
  return [`各单位的起止不一致，没有写起止：${periods.join('；')}`];
}

/** Records up to 党员 stand before 编制 and 职数. */
const RECORDS_AHEAD = 3;

function unionSections(county: County, options: CountySectionOptions): CountySection[] {
  const contradicting = options.isPartial ? contradictingFigures(county) : new Set<string>();
  const keys = [
    'overview',
    'branches',
    'members',
    'cadres',
    'appointments',
    'villageTeams',
    'economy',
    'training',
    'feedback',
  ];
  return keys.map((key) => recordSection(key, county, { ...options, contradicting }));
}

interface RecordOptions extends CountySectionOptions {
  readonly contradicting: ReadonlySet<string>;
}

function recordSection(record: string, county: County, options: RecordOptions): CountySection {
  const notes: string[] = [];
  const placed: CountyEntry[] = [];
  const isOurs = ({ place }: { readonly place: { readonly path: string } }) =>
    segmentsOfPath(place.path)[0] === record;
  for (const figure of county.figures.filter(isOurs)) {
    addCountyFigure(figure, { ...options, byKind: kindsNote(figure, county) }, { notes, placed });
  }
  const partial = new Set<string>();
  for (const tally of county.tallies.filter(isOurs)) {
    addTally(tally, county, options, { notes, placed, partial });
  }
  for (const path of partial) placed.push(value(path, '是'));
  return { key: chinesePath(record), notes, entries: inFileOrder(placed) };
}

interface Placing {
  readonly notes: string[];
  readonly placed: CountyEntry[];
}

/** What the units of each kind come to: 镇1096、乡298; undefined where that was not asked for. */
function kindsNote({ place }: CountyFigure, { subtotals }: County): string | undefined {
  const parts = [...subtotals].flatMap(([kind, { figures }]) => {
    const own = figures.find((figure) => figure.place.path === place.path);
    return own === undefined || own.stating === 0
      ? []
      : [`${kind === '' ? '其他' : kind}${printDecimal(own.value)}`];
  });
  return parts.length === 0 ? undefined : parts.join('、');
}

function addCountyFigure(
  { place, value: sum, lacking, stating }: CountyFigure,
  { isPartial, contradicting, byKind }: RecordOptions & { readonly byKind: string | undefined },
  { notes, placed }: Placing,
): void {
  const name = chinesePath(place.path);
  const text = factText(sum);
  if (lacking.length === 0) {
    if (text === undefined) notes.push(`${name}：合计 ${printDecimal(sum)}，超过 15 位，事实文件里写不下`);
    else placed.push(value(place.path, text, byKind));
  } else if (!isPartial || stating === 0 || text === undefined) {
    placed.push(value(place.path, PENDING, `缺：${listNames(lacking)}`));
  } else if (contradicting.has(place.path)) {
    notes.push(
      `${name}：已有的单位合计 ${text}，不完整，缺：${listNames(lacking)}；缺的单位与有关的数不同，没有写入`,
    );
  } else {
    placed.push(value(place.path, text, `不完整，缺：${listNames(lacking)}`));
  }
}

function addTally(
  tally: CountyTally,
  county: County,
  { isPartial, contradicting }: RecordOptions,
  { notes, placed, partial }: Placing & { readonly partial: Set<string> },
): void {
  const { place, parts, lacking, clashes } = tally;
  const path = siblingOf(place.path, 'partial');
  if (clashes.length > 0) {
    notes.push(`${chinesePath(place.path)}：各单位分段不一致，没有相加：${describeClashes(tally)}`);
    return;
  }
  const isWhole = lacking.length === 0;
  const texts = [...parts].map(
    ([name, part]) =>
      [yamlText(name), isWhole || isPartial ? (factText(part.value) ?? PENDING) : PENDING] as const,
  );
  const says = isPartial ? '不完整，缺：' : '缺：';
  placed.push(value(place.path, flowMap(texts), isWhole ? undefined : `${says}${listNames(lacking)}`));
  const total = county.figures.find((figure) => figure.place.path === place.field.partOf);
  const isOfSame = total !== undefined && total.lacking.join() === lacking.join();
  const isAlone = total === undefined || contradicting.has(total.place.path);
  if (tally.isPartial || (isPartial && !isWhole && !isOfSame && !isAlone)) partial.add(path);
}

function describeClashes({ parts, clashes }: CountyTally): string {
  const named = (name: string) => `“${name}”（${parts.get(name)?.first ?? ''}）`;
  return clashes
    .slice(0, 5)
    .map(([a, b]) => `${named(a)}与${named(b)}重叠`)
    .join('，');
}

/** As a facts file can hold it: at most 15 digits. */
function factText(figure: Decimal): string | undefined {
  const text = printDecimal(figure);
  return text.replace(/\D/g, '').length > 15 ? undefined : text;
}

function inFileOrder(entries: readonly CountyEntry[]): CountyEntry[] {
  const depth = (entry: CountyEntry) => (entry.kind === 'value' ? segmentsOfPath(entry.path).length : 0);
  const shallow = entries.filter((entry) => depth(entry) <= 2);
  return [...shallow, ...entries.filter((entry) => depth(entry) > 2)];
}

function postSection(
  { list, rows, lacking }: CountyPosts,
  { isPartial }: CountySectionOptions,
): CountySection {
  const isKnown = lacking.length === 0 || isPartial;
  return {
    key: chinesePath(list),
    notes:
      lacking.length === 0
        ? []
        : [`${chinesePath(list)}${isPartial ? '不完整，' : ''}缺：${listNames(lacking)}`],
    entries: rows.map((row) => postEntry(list, row, isKnown)),
  };
}

function postEntry(list: string, post: CountyPost, isKnown: boolean): CountyEntry {
  const { category, authorized, actual, vacant, lacking } = post;
  const print = (figure: Decimal | undefined) =>
    isKnown && figure !== undefined ? (factText(figure) ?? PENDING) : PENDING;
  const map = flowMap([
    ['类别', yamlText(category)],
    ['核定', print(authorized)],
    ['实有', print(actual)],
    ['空缺', print(vacant)],
  ]);
  const note = lacking.length === 0 ? {} : { note: `缺：${listNames(lacking)}` };
  return { kind: 'item', list, name: category, text: map, ...note };
}

function indicatorSection({ indicators, units }: County, { isPartial }: CountySectionOptions): CountySection {
  const notes: string[] = [];
  const entries: CountyEntry[] = [];
  for (const indicator of indicators) {
    const { name, value: sum, why, stating, lacking } = indicator;
    const text = sum === undefined ? undefined : factText(sum);
    if (text === undefined) {
      notes.push(`${name}：${why ?? '没有一个单位写了数'}`);
    } else if (lacking.length === 0 || isPartial) {
      entries.push(
        indicatorEntry(
          indicator,
          text,
          lacking.length === 0 ? undefined : `不完整，缺：${listNames(lacking)}`,
        ),
      );
    } else if (stating * 2 > units.length) {
      entries.push(indicatorEntry(indicator, PENDING, `缺：${listNames(lacking)}`));
    } else {
      notes.push(`${name}：只有 ${stating} 个单位有，合计 ${text}，没有写入；要写入的加 --partial`);
    }
  }
  return { key: '指标', notes, entries };
}

function indicatorEntry(
  { id, name, unit, of, year, scope }: CountyIndicator,
  text: string,
  note: string | undefined,
): CountyEntry {
  const base = of === undefined || text === PENDING ? undefined : factText(of);
  const map = flowMap([
    ...(id === undefined ? [] : [['编号', yamlText(id)] as const]),
    ['名称', yamlText(name)],
    ['数值', text],
    ...(unit === undefined ? [] : [['计量单位', yamlText(unit)] as const]),
    ...(base === undefined ? [] : [['分母', base] as const]),
    ...(year === undefined ? [] : [['年份', yamlText(year)] as const]),
    ...(scope === undefined ? [] : [['口径', yamlText(scope)] as const]),
  ]);
  return { kind: 'item', list: 'indicators', name, text: map, ...(note !== undefined && { note }) };
}

/** 木棉县共有3个乡镇、街道…: the units counted by kind. */
function describeUnits({ name, units, kinds }: County): string {
  const parts = [...kinds].map(([kind, count]) => `${kind === '' ? '其他单位' : kind}${count}个`);
  const [only] = kinds.keys();
  return parts.length === 1
    ? `${name}共有${only === undefined || only === '' ? '单位' : only}${units.length}个`
    : `${name}共有乡镇级单位${units.length}个，其中${parts.join('、')}`;
}

/** How many items a section shows; the others stand in comments. */
const MOST_WORK = 8;
const MOST_PROPOSED_PROBLEMS = 10;
const MOST_PROPOSED_MEASURES = 3;
const MOST_PLANS = 6;
/** Units that a sentence names, and a comment. */
const NAMED_IN_PROSE = 5;
const NAMED_IN_NOTES = 60;

function workSection(county: County): CountySection {
  const shown = county.work.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_WORK);
  const items = shown.map((group) =>
    item([
      ['标题', yamlText(group.title)],
      ['内容', yamlText(`${whichUnits(group, county)}开展了这项工作`)],
    ]),
  );
  const fallback = item([
    ['标题', '抓好所辖单位各项工作'],
    ['内容', yamlText(`汇总了${county.units.length}个单位的工作情况`)],
  ]);
  return {
    key: '工作',
    notes: furtherGroups(county.work, shown, '工作'),
    entries: [{ kind: 'block', text: (items.length === 0 ? [fallback] : items).join('\n') }],
  };
}

/** 应说明事项: what all answer alike; else how many answer what, for what a unit counts of its own is no figure of the county. */
function complianceSection(county: County): CountySection {
  const notes = county.compliance.flatMap(({ item: subject, answers }) =>
    answers.length === 1
      ? []
      : answers
          .slice(0, MOST_ANSWERS)
          .map(({ answer, units }) => `${subject}：${answer}（${listNames(units)}）`),
  );
  const items = county.compliance.map((each) =>
    item([
      ['事项', yamlText(each.item)],
      ['情况', yamlText(describeAnswers(each, county))],
    ]),
  );
  return {
    key: chinesePath('compliance'),
    notes,
    entries: items.length === 0 ? [] : [{ kind: 'block', text: items.join('\n') }],
  };
}

/** Answers that a comment lists. */
const MOST_ANSWERS = 20;

function describeAnswers({ answers }: CountyCompliance, county: County): string {
  const [first] = answers;
  const said = answers.reduce((sum, { units }) => sum + units.length, 0);
  const isAlike = answers.length === 1 && first !== undefined && !first.hasFigure;
  if (isAlike && said === county.units.length) return first.answer;
  const plain = answers.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_PROPOSED_MEASURES);
  const rest = answers.filter((each) => !plain.includes(each)).flatMap(({ units }) => units);
  const silent = county.units.length - said;
  return [
    ...plain.map(({ answer, units }) => `${whichUnits({ units }, county)}为“${answer}”`),
    ...(rest.length === 0 ? [] : [`${whichUnits({ units: rest }, county)}有专门说明`]),
    ...(silent === 0 ? [] : [`${silent}个单位没有说明`]),
  ].join('；');
}

/** 组织落实: what most units did. */
function organizationSection(county: County): CountySection {
  const shown = county.organization.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_PLANS);
  const items = shown.map((group) =>
    item([
      ['标题', yamlText(group.title)],
      ['内容', yamlText(`${whichUnits(group, county)}采取了这项举措`)],
    ]),
  );
  return {
    key: chinesePath('organization'),
    notes: furtherGroups(county.organization, shown, '组织落实'),
    entries: items.length === 0 ? [] : [{ kind: 'block', text: items.join('\n') }],
  };
}

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

/** All, or how many with some names: 所辖3个单位都, 云溪镇、石桥镇2个单位. */
function whichUnits({ units }: Pick<TitleGroup, 'units'>, county: County): string {
  if (units.length === county.units.length && units.length > 1) return `所辖${units.length}个单位都`;
  const named = units
    .slice(0, NAMED_IN_PROSE)
    .map((unit) => nameInCounty(unit, county))
    .join('、');
  if (units.length === 1) return named;
  return `${named}${units.length > NAMED_IN_PROSE ? '等' : ''}${units.length}个单位`;
}

function furtherGroups(all: readonly TitleGroup[], shown: readonly TitleGroup[], what: string): string[] {
  const others = all.filter((group) => !shown.includes(group));
  return others
    .slice(0, MOST_FURTHER)
    .map(({ title, units }) => `另有${what}：${title}（${listNames(units)}）`)
    .concat(
      others.length > MOST_FURTHER
        ? [`另有${what} ${others.length - MOST_FURTHER} 类，见各单位的事实文件`]
        : [],
    );
}

const MOST_FURTHER = 30;

function problemSections(county: County): CountySection[] {
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

function plansSection(county: County): CountySection {
  const shown = county.plans.filter(({ hasFigure }) => !hasFigure).slice(0, MOST_PLANS);
  const items = shown.map((group) =>
    item([
      ['标题', yamlText(group.title)],
      ['内容', yamlText(`${whichUnits(group, county)}作了这项安排`)],
    ]),
  );
  return {
    key: '打算',
    notes: furtherGroups(county.plans, shown, '打算'),
    entries: items.length === 0 ? [] : [{ kind: 'block', text: items.join('\n') }],
  };
}

/** An item of a block list, indented as under a top-level key. */
function item(lines: readonly (readonly [key: string, value: string])[]): string {
  return lines.map(([key, text], index) => `${index === 0 ? '  - ' : '    '}${key}: ${text}`).join('\n');
}

/** Names for a comment; of a whole country the first. */
function listNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_IN_NOTES).join('、');
  return names.length > NAMED_IN_NOTES ? `${shown}等${names.length}个单位` : shown;
}
