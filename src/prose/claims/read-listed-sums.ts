import type { Claim } from './claim.ts';
import { labelDivision } from './divisions.ts';
import { isCount, isOfOtherTime, isSameUnit, nameBeforeBracket, type ProseFigure } from './figure.ts';
import { type Interval, overlap, sumOfIntervals } from './interval.ts';
import { isAside, REST } from './list-ends.ts';
import { bareName, countNames, isCalled, mayBeCalled } from './names.ts';
import { isComparison } from './part-list.ts';
import { centre } from './read-sums.ts';
import { type FigurePassage, numberWritten, operand, rangeOfFigure, written, writtenLike } from './reader.ts';
import { shareBehind } from './shares-of-parts.ts';
import { isMiswritten } from './slip.ts';

/**
 * Lists in sentences of their own whose whole is in an earlier sentence or paragraph: 全镇现有党员4018名。从年龄看，35岁及以下556名…. Only
 * lists that leave nothing out.
 */
export function readListedSums(site: FigurePassage): Claim[] {
  const claims: Claim[] = [];
  if (site.mostAlike < 2 || !CLOSED_DIVISION.test(site.passage.text)) return claims;
  let from = 0;
  const { figures } = site;
  for (let end = 1; end <= figures.length; end += 1) {
    if (figures[end]?.clause.sentence === figures[from]?.clause.sentence) continue;
    const list = listOf(site, figures.slice(from, end));
    if (list !== undefined) claims.push(...claimsOfList(site, list));
    from = end;
  }
  return claims;
}

/** Without one of these words a list may leave something out. */
const CLOSED_DIVISION =
  /男|女|正式|预备|汉族|农业|城[镇市区]|乡村|以下|非|一[产种]|其[他它]|支部|[分看]，|集体户|分散|[公民]办|民营|工勤|消除|长期|推进|来源/;

/** 按行业分, 从年龄看. */
const BY_WAY = /(?:来?看|[划区]?分|结构|构成|来源)(?:方面|情况)?$/;

/** A part of a list: what it is called, and its counts, each in its own counting word. */
interface ListedPart {
  readonly label: string;
  readonly counts: readonly ProseFigure[];
}

/** The parts of one sentence that is nothing but their list. */
function listOf(site: FigurePassage, figures: readonly ProseFigure[]): readonly ListedPart[] | undefined {
  const parts: { label: string; counts: ProseFigure[] }[] = [];
  for (const figure of figures) {
    const { role, quantity, clause } = figure;
    if (clause.depth > 0 || isAside(clause.text) || isComparison(clause.text)) continue;
    if (figure.behind.startsWith('产业') || /[均每]/.test(figure.ahead)) continue;
    if (!isCount(quantity.unit) || role === 'change') {
      if (parts.length > 0 && !UNSUMMED_UNITS.has(quantity.unit)) return undefined;
      continue;
    }
    if (clause.text.includes('其中') && parts.length > 1) break;
    if (role !== 'level' || clause.text.includes('其中') || quantity.isApproximate) return undefined;
    const last = parts.at(-1);
    const isBeside =
      last?.counts[0]?.clause === clause ||
      (clause.before === '、' &&
        clause.text.trimStart().startsWith(site.passage.text.slice(quantity.start, quantity.end)));
    if (last !== undefined && isBeside) {
      if (figure.ahead !== '' || last.counts.length > 1) return undefined;
      last.counts.push(figure);
      continue;
    }
    parts.push({ label: '', counts: [figure] });
    if (parts.length > MOST_LISTED_PARTS) return undefined;
  }
  if (parts.length < 2) return undefined;
  for (const part of parts) if (part.counts[0] !== undefined) part.label = listedLabel(site, part.counts[0]);
  return isSplit(parts) || isWholeClause(site, parts) ? parts : undefined;
}

/** 家庭户64210户，集体户1836户，家庭户人口172083人，集体户人口14342人: two lists in a row. */
function isSplit(parts: readonly ListedPart[]): boolean {
  const unit = parts[0]?.counts[0]?.quantity.unit ?? '';
  const other = parts.findIndex(({ counts: [count] }) => !isSameUnit(count?.quantity.unit ?? '', unit));
  return (
    other > 1 &&
    parts.length === other * 2 &&
    labelDivision(labelsOf(parts.slice(0, other)))?.isComplete === true
  );
}

function labelsOf(parts: readonly ListedPart[]): string[] {
  return parts.map(({ label }) => label);
}

/** Whether the list leaves nothing out. */
function isWholeClause({ clauses }: FigurePassage, parts: readonly ListedPart[]): boolean {
  const labels = labelsOf(parts);
  const first = parts[0]?.counts[0];
  const division = labelDivision(labels);
  const isAll =
    division?.isComplete === true ||
    labels.some((label) => REST.test(label)) ||
    (division?.isListedWhole === true && parts.length > 2);
  const isByWay =
    BY_WAY.test(clauses[(first?.at ?? 0) - 1]?.text ?? '') && new Set(labels).size === labels.length;
  return isAll || isByWay;
}

/** What may be said of a part besides its count. */
const UNSUMMED_UNITS: ReadonlySet<string> = new Set(['%', '个百分点', '岁', '年', '月', '']);

const MOST_LISTED_PARTS = 16;

/** 35岁及以下: what its clause says but the counts. */
function listedLabel({ clauses }: FigurePassage, { clause, at }: ProseFigure): string {
  const { text, start, quantities } = clause;
  let label = '';
  let from = 0;
  for (const { start: head, end, unit } of quantities) {
    if (!isCount(unit)) continue;
    label += text.slice(from, head - start);
    from = end - start;
  }
  label = (label + text.slice(from))
    .replace(/[ 　]/g, '')
    .replace(/(?:人口)?(?:为|是|有|达|的|实现|(?<!基本)完成)+$/, '');
  return label === '' ? nameBeforeBracket(clauses, at) : label;
}

/** How many figures and passages ahead are looked at. */
const MOST_SUM_FIGURES = 40;
const MOST_SUM_PASSAGES = 3;

/** One column of a list: what its parts count in one counting word. */
interface ListedColumn {
  readonly counts: readonly ProseFigure[];
  readonly labels: readonly string[];
  readonly sum: Interval;
  /** The counts ahead that may be its whole, nearest first. */
  readonly wholes: readonly ListedWhole[];
  readonly fitting: ListedWhole | undefined;
}

function claimsOfList(site: FigurePassage, parts: readonly ListedPart[]): Claim[] {
  const units = (parts[0]?.counts ?? []).map(({ quantity: { unit } }) => unit);
  if (isSplit(parts)) {
    const middle = parts.length / 2;
    return [parts.slice(0, middle), parts.slice(middle)].flatMap((each) => claimsOfList(site, each));
  }
  const columns = units.flatMap((each) => listedColumn(site, parts, each) ?? []);
  return columns.flatMap((column) => listedSumClaim(site, column, columns) ?? []);
}

function listedColumn(
  site: FigurePassage,
  parts: readonly ListedPart[],
  unit: string,
): ListedColumn | undefined {
  const counts = parts.flatMap(
    ({ counts }) => counts.find(({ quantity }) => isSameUnit(quantity.unit, unit)) ?? [],
  );
  const [first] = counts;
  if (first === undefined || counts.length < parts.length) return undefined;
  const sum = sumOfIntervals(counts.map(({ quantity }) => quantity));
  const most = Math.max(...counts.map(({ quantity }) => quantity.low));
  const wholes = wholesAhead(site, first).filter(({ figure }) => figure.quantity.high >= most);
  const fitting = wholes.find(({ figure }) => overlap(figure.quantity, sum));
  return { counts, labels: parts.map(({ label }) => label), sum, wholes, fitting };
}

function listedSumClaim(
  site: FigurePassage,
  column: ListedColumn,
  columns: readonly ListedColumn[],
): Claim | undefined {
  const { counts, labels, sum, wholes, fitting } = column;
  const [first] = counts;
  if (first === undefined) return undefined;
  const { passage } = site;
  const come = () => writtenLike(passage, first.quantity, centre(sum));
  const shown = () =>
    `${counts.map(({ quantity }) => numberWritten(passage, quantity)).join('＋')}＝${come()}`;
  const operands = counts.map((part, index) =>
    operand(`分项：${labels[index] ?? ''}${written(passage, part.quantity)}`, passage, part.quantity),
  );
  const common = { kind: 'sum', rule: 'prose-sum', operands, hint: '按台账核对总数和各分项。' } as const;
  if (fitting !== undefined) {
    const at = rangeOfFigure(fitting.site.passage, fitting.figure.quantity);
    return {
      ...{ ...common, at, verdict: 'holds', isCertain: true, why: '' },
      get reckoning() {
        return shown();
      },
    };
  }
  const named =
    besideProven(column, columns) ??
    wholeByName(site, column) ??
    nearWhole(wholes, sum) ??
    slippedWhole(column);
  if (named === undefined || isOfOtherThing(named.figure, labels) || fitsEarlier(site, column))
    return undefined;
  const total = written(named.site.passage, named.figure.quantity);
  return {
    ...common,
    at: rangeOfFigure(named.site.passage, named.figure.quantity),
    verdict: 'wrong',
    isCertain: named.isNamed,
    reckoning: `${shown()}，总数${total}`,
    why: `总数写的是${total}，后面的分项加起来是${come()}`,
  };
}

/** 行政村163个 is not the whole of 公有制企业 and 非公有制企业: the parts are called by one noun, and the whole by another. */
export function isOfOtherThing(whole: ProseFigure, labels: readonly string[]): boolean {
  const nouns = new Set(
    labels.map((label) => /企业|学校|村|社区|机构|支部|党委|项目|工程|合作社|家庭/.exec(label)?.[0]),
  );
  const [noun] = nouns;
  const names = countNames(whole);
  return (
    nouns.size === 1 &&
    noun !== undefined &&
    /^(?:行政村|村|社区|学校)|(?:村|企业|学校|社区)$/.test(names[0] ?? '') &&
    !names.some((name) => name.includes(noun))
  );
}

/** Whether a count of any passage before is what the list comes to. */
function fitsEarlier(site: FigurePassage, { counts: [first], sum }: ListedColumn): boolean {
  const unit = first?.quantity.unit ?? '';
  return site.sites
    .slice(Math.max(0, site.index - MOST_FITTING_PASSAGES), site.index)
    .some(({ figures }) =>
      figures.some(({ quantity }) => isSameUnit(quantity.unit, unit) && overlap(quantity, sum)),
    );
}

const MOST_FITTING_PASSAGES = 24;

export interface ListedWhole {
  readonly site: FigurePassage;
  readonly figure: ProseFigure;
}

interface NamedWhole extends ListedWhole {
  readonly isNamed: boolean;
}

/** The counts before a list's sentence, nearest first. */
function wholesAhead(site: FigurePassage, first: ProseFigure): ListedWhole[] {
  const wholes: ListedWhole[] = [];
  let looked = 0;
  for (let back = site.index; back >= Math.max(0, site.index - MOST_SUM_PASSAGES); back -= 1) {
    const other = site.sites[back] ?? site;
    const last = back === site.index ? first.index - 1 : other.figures.length - 1;
    for (let at = last; at >= 0 && looked < MOST_SUM_FIGURES; at -= 1) {
      const figure = other.figures[at];
      if (figure === undefined) continue;
      looked += 1;
      const isEarlier = back < site.index || figure.clause.sentence < first.clause.sentence;
      if (isOfOtherTime(figure)) continue;
      if (isEarlier && isCount(figure.quantity.unit) && isSameUnit(figure.quantity.unit, first.quantity.unit))
        wholes.push({ site: other, figure });
    }
  }
  return wholes;
}

/** 47户158人 … 已消除29户97人，未消除18户71人: the households add up to what is beside 158人. */
function besideProven(column: ListedColumn, columns: readonly ListedColumn[]): NamedWhole | undefined {
  const proven = columns.find(({ fitting }) => fitting !== undefined)?.fitting;
  if (proven === undefined) return undefined;
  const beside = column.wholes.find(
    ({ site, figure }) =>
      site === proven.site &&
      figure.at === proven.figure.at &&
      Math.abs(figure.index - proven.figure.index) === 1 &&
      figure.role === 'level',
  );
  return beside && { ...beside, isNamed: true };
}

/** 全县常住人口中: what the list is of; else the only count ahead, where the list comes right after it. */
function wholeByName(site: FigurePassage, { counts, labels, wholes }: ListedColumn): NamedWhole | undefined {
  const [first] = counts;
  if (first === undefined) return undefined;
  const noun = listLead(site, first);
  const exact = wholes.filter(
    ({ site: { figures }, figure }) =>
      figure.role === 'level' &&
      !figure.quantity.isApproximate &&
      shareBehind({ figures }, figure) === undefined,
  );
  const called = noun === undefined ? [] : exact.filter(({ figure }) => isCalled(figure, noun));
  const named = onlyOf(called);
  if (named !== undefined) return { ...named, isNamed: true };
  const loose =
    noun === undefined ? undefined : onlyOf(exact.filter(({ figure }) => mayBeCalled(figure, noun)));
  if (loose !== undefined && labelDivision(labels)?.isComplete === true) return { ...loose, isNamed: false };
  const [only, ...others] = exact;
  if (only === undefined || others.length > 0 || only.site.index < site.index - 1) return undefined;
  const isAlike = countNames(only.figure).some((name) => labels[0]?.endsWith(bareName(name).slice(-2)));
  const division = labelDivision(labels);
  const isByWay = BY_WAY.test(site.clauses[first.at - 1]?.text ?? '') && division !== undefined;
  return isAlike || isByWay || division?.name === '进度' ? { ...only, isNamed: false } : undefined;
}

/** Where all have one value. */
function onlyOf(wholes: readonly ListedWhole[]): ListedWhole | undefined {
  return new Set(wholes.map(({ figure }) => figure.quantity.value)).size === 1 ? wholes[0] : undefined;
}

/** A list that leaves nothing out is of what it hardly misses. */
function nearWhole(wholes: readonly ListedWhole[], sum: Interval): NamedWhole | undefined {
  const near = wholes.filter(({ figure: { role, quantity } }) => {
    const off = Math.abs(centre(sum) / quantity.value - 1);
    return (
      role === 'level' && !quantity.isApproximate && quantity.value >= LEAST_NEAR_LIST && off < MOST_OFF_LIST
    );
  });
  const off = ({ figure }: ListedWhole) => Math.abs(centre(sum) / figure.quantity.value - 1);
  const [nearest] = near.toSorted((a, b) => off(a) - off(b));
  return nearest && { ...nearest, isNamed: false };
}

const LEAST_NEAR_LIST = 30;
const MOST_OFF_LIST = 0.03;

/** The only count ahead that one slip of the pen, in it or in a part, keeps the list from. */
function slippedWhole({ counts, sum, wholes }: ListedColumn): NamedWhole | undefined {
  const slipped = wholes.filter(({ figure: { role, quantity } }) => {
    if (role !== 'level' || quantity.isApproximate || quantity.value < LEAST_NEAR_LIST) return false;
    const off = centre(sum) - quantity.value;
    if (Math.abs(off) > quantity.value * MOST_LIST_SLIP) return false;
    return (
      isMiswritten(quantity, centre(sum)) ||
      counts.some((part) => isMiswritten(part.quantity, part.quantity.value - off))
    );
  });
  const near = slipped.filter(
    ({ figure }) => Math.abs(centre(sum) / figure.quantity.value - 1) < MOST_OFF_LIST,
  );
  const only = onlyOf(near.length > 0 ? near : slipped);
  return only && { ...only, isNamed: false };
}

const MOST_LIST_SLIP = 0.15;

/** 全县常住人口中, 从处分人员级别看. */
function listLead({ clauses }: FigurePassage, { at, clause }: ProseFigure): string | undefined {
  const ahead = clauses[at - 1];
  if (ahead?.sentence !== clause.sentence || ahead.quantities.length > 0) return undefined;
  const [, within, way] = LIST_LEAD.exec(ahead.text) ?? [];
  return within ?? way;
}

const LIST_LEAD =
  /^[\s　]*(?:([一-鿿]{2,12})[中里]|[从按]([一-鿿]{2,10}?)(?:的)?(?:级别|身份|类别|类型|性质|来源|构成)?(?:来?看|[划区]?分))$/;
