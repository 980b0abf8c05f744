import { chinesePath, segmentsOfPath, siblingOf } from '../facts/fact-path.ts';
import { PENDING } from '../facts/facts.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import type { CountyFigure, CountyTally } from './add-figures.ts';
import type { CountyIndicator } from './add-indicators.ts';
import type { CountyPost, CountyPosts } from './add-posts.ts';
import { nameInCounty } from './county-name.ts';
import {
  type CountyEntry,
  type CountySection,
  type CountySectionOptions,
  listNames,
  value,
} from './county-section.ts';
import { type Decimal, printDecimal } from './decimal.ts';
import { contradictingFigures } from './partial-figures.ts';
import type { County } from './roll-up.ts';
import { flowMap, yamlText } from './yaml-text.ts';

/** The units with their main figures, from which the attached table is made. */
export function unitsSection(county: County): CountySection {
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

/** The records of figures, from 概况 to 反馈问题. */
export function unionSections(county: County, options: CountySectionOptions): CountySection[] {
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

/** 编制 or 职数. */
export function postSection(
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

/** 指标 that the units share. */
export function indicatorSection(
  { indicators, units }: County,
  { isPartial }: CountySectionOptions,
): CountySection {
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
