import type { Clause } from '../clauses.ts';
import { parseNumeral } from '../numerals.ts';
import type { Quantity } from '../quantities.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { overlap, quotient } from './interval.ts';
import { ALTOGETHER, AMONG_WORDS } from './list-ends.ts';
import {
  isComparison,
  labelBeside,
  MOST_PARTS,
  opensBracket,
  partsFrom,
  type StatedPart,
  timesOf,
} from './part-list.ts';
import type { FigurePassage } from './reader.ts';
import { shareBehind } from './shares-of-parts.ts';

/** A whole and the parts that a text gives of it. */
export interface StatedSum {
  /** 64户152人 counts its whole in two ways. */
  readonly totals: readonly Quantity[];
  /** The clause that they are in. */
  readonly totalAt: number;
  /** What the whole counts, as far as its clause says. */
  readonly totalLabel: string;
  readonly parts: readonly StatedPart[];
  /** Counts before the whole that the parts may be of as well: 党员486名，预备党员15名，其中女党员134名. */
  readonly rivals: readonly Quantity[];
  /** The whole says by how much something changed; of its parts one may have grown where another fell. */
  readonly isOfChange: boolean;
  /** The text says how many parts there are, and so many were found: 三项合计. */
  readonly isCounted?: boolean;
  /** 合计, 共计 rather than 共: nothing else was meant to be counted. */
  readonly saysAll?: boolean;
  /** The whole is the last of a list itself, and 其中 may speak of all that the list is of. */
  readonly isPartItself?: boolean;
  /** More counts follow that may be parts or not. */
  readonly isOpen: boolean;
  /**
   * What ties them: 其中 and the like, 党支部中, 分别为, a colon or bracket, 共计 after the parts, nothing but their order, or a list in a
   * sentence of its own.
   */
  readonly tie: 'among' | 'within' | 'respectively' | 'list' | 'altogether' | 'order';
}

type Figures = ReadonlyMap<Quantity, ProseFigure>;

/** Every whole of a passage with the parts that follow it, or go before 共计. One pass over its clauses. */
export function statedSums(site: FigurePassage): readonly StatedSum[] {
  const { text } = site.passage;
  if (site.mostAlike < 2 || !(TIES.test(text) || text.includes('、'))) return NO_SUMS;
  const { clauses, figures } = site;
  const byQuantity = new Map(figures.map((figure) => [figure.quantity, figure]));
  const sums: StatedSum[] = [];
  const mayTie =
    AMONG_WORDS.test(text) || text.includes('分别') || text.includes('分为') || text.includes('分成');
  let sentence = -1;
  let ahead = 0;
  for (let index = 0; index < clauses.length; index += 1) {
    const own = clauses[index]?.sentence ?? 0;
    ahead = own === sentence ? ahead + 1 : 0;
    sentence = own;
    if (ahead > MOST_CLAUSES) continue;
    const sum = sumBehind(clauses, byQuantity, index) ?? sumInFront(site, byQuantity, { index, mayTie });
    if (sum !== undefined) sums.push(sum);
  }
  return sums;
}

const NO_SUMS: readonly StatedSum[] = [];
/** In a longer sentence, which is a list of some hundred figures at least, no whole is looked for further on: each would be tried with all that follows. */
const MOST_CLAUSES = 400;
/** Without one of these no list of parts begins. */
const TIES =
  /其中|包括|含|分[别为成]|共|[合总]计|中[，,]|[：:（(]|[，,].{0,3}(?:男|女|正式|预备|汉族|少数民族|机关|村|行政|事业|完成|整改|办结|非?农业|城[镇市]|中共|研究生|博士|硕士|本科|税|第?一[产种]|优秀|称职|合格|满意|岁以下)/;
const RESPECTIVELY = /分别[为是](?!.*(?:较|比|增|减|降|升))|[，,]?(?<![部百万十])分[为成](?=[一-鿿])/;
/** How many clauses back a total is looked for. */
const SUM_REACH = 3;
/** And what it may be mistaken for. */
const RIVAL_REACH = 12;
/** What is not made of parts. */
const PER_HEAD = /[人户村均]均|平均|每/;

/** The total in front, the parts from this clause on; words are looked for where the passage holds one that `mayTie` them. */
function sumInFront(
  site: FigurePassage,
  figures: Figures,
  { index, mayTie }: { readonly index: number; readonly mayTie: boolean },
): StatedSum | undefined {
  const { clauses } = site;
  const clause = clauses[index];
  if (clause === undefined || !countsSoon(clauses, index)) return undefined;
  const among = mayTie ? AMONG_WORDS.exec(clause.text) : null;
  const respectively = mayTie ? RESPECTIVELY.exec(clause.text) : null;
  const word = among ?? respectively;
  const inside = word === null ? withinClause(clause) : undefined;
  const tie = among
    ? 'among'
    : respectively
      ? 'respectively'
      : inside === undefined
        ? tieOfMark(clauses, index)
        : 'within';
  if (tie === undefined || (tie === 'order' && isInsideList(clauses, index))) return undefined;
  const from = inside ?? (word === null ? clause.start : clause.start + word.index + word[0].length);
  const unit = firstUnit(clauses, index, from);
  if (unit === undefined) return undefined;
  const found = totalBefore(clauses, figures, { index, from, unit, tie });
  if (found === undefined) return undefined;
  const { totals, totalAt, totalLabel, rivals, isOfChange, isPartItself } = found;
  const units = totals.map((total) => total.unit);
  const isShareOfWhole = ({ counts: [count], at }: Pick<StatedPart, 'counts' | 'at'>) => {
    const share = shareBehind(site, { at });
    const total = totals.find((each) => count !== undefined && isSameUnit(each.unit, count.unit));
    if (share === undefined || count === undefined || total === undefined) return undefined;
    return overlap(quotient(count, total, 100), share);
  };
  const { parts, isOpen } = partsFrom(clauses, figures, {
    index,
    from,
    units,
    totalLabel,
    isShareOfWhole,
    isOfChange,
  });
  return parts.length < (tie === 'order' ? 2 : 1)
    ? undefined
    : { totals, totalAt, totalLabel, parts, rivals, isOfChange, isPartItself, isOpen, tie };
}

/** Within （其中…） each count is a part, and none the whole of the next. */
function isInsideList(clauses: readonly Clause[], index: number): boolean {
  const depth = clauses[index]?.depth ?? 0;
  for (let back = index - 1; depth > 0 && back >= Math.max(0, index - MOST_PARTS); back -= 1) {
    if ((clauses[back]?.depth ?? 0) < depth) return false;
    if (opensBracket(clauses, back)) return true;
  }
  return false;
}

/** 84项任务中已完成71项: where the parts begin in the clause of their whole. */
function withinClause({ text, start, quantities }: Clause): number | undefined {
  const [whole, part] = quantities;
  if (whole === undefined || part === undefined || !isCount(whole.unit)) return undefined;
  if (!isSameUnit(whole.unit, part.unit) || part.value > whole.value) return undefined;
  const found = INSIDE_SUM.exec(text.slice(whole.end - start, part.start - start));
  return found === null ? undefined : whole.end + found[0].length;
}

const INSIDE_SUM = /^[^，。]{0,14}?(?<!其)中(?![学专心小共高等级])/;

/** Whether there is a number in this clause or in the next two: without one no list of parts begins here. */
function countsSoon(clauses: readonly Clause[], index: number): boolean {
  for (let at = index; at < index + 2; at += 1) {
    if ((clauses[at]?.quantities.length ?? 0) > 0) return true;
  }
  return false;
}

/** 党支部8个：机关3个…, 党支部8个（机关3个…）, 8个党支部中，机关3个…, and, weakest, 党员300名，男200名…. */
function tieOfMark(clauses: readonly Clause[], index: number): StatedSum['tie'] | undefined {
  const clause = clauses[index];
  if (clause === undefined || clause.quantities.length === 0) return undefined;
  const { before, text } = clause;
  if (before === '：' || before === ':' || before === '（' || before === '(') return 'list';
  const isNext = before === '，' || before === ',';
  const ahead = clauses[index - 1];
  if (isNext && ahead !== undefined && ENDS_WITHIN.test(ahead.text)) return 'within';
  return isNext && (FIRST_PART.test(text) || isRow(clauses, index)) ? 'order' : undefined;
}

/** 合同142份，完善97份、解除45份: parts that pause marks join, right after a count of the same. */
function isRow(clauses: readonly Clause[], index: number): boolean {
  const [ahead, first, second] = [clauses[index - 1], clauses[index], clauses[index + 1]];
  if (second?.before !== '、' || second.quantities.length !== 1 || first?.quantities.length !== 1)
    return false;
  const [whole, a, b] = [ahead?.quantities.at(-1), first.quantities[0], second.quantities[0]];
  if (whole === undefined || a === undefined || b === undefined || ahead?.before === '、') return false;
  return (
    isSameUnit(whole.unit, a.unit) && isSameUnit(a.unit, b.unit) && whole.value > Math.max(a.value, b.value)
  );
}

const ENDS_WITHIN = /[个名]?[一-鿿]中$/;
/** What a list of parts begins with where no word ties it to its total. */
const FIRST_PART =
  /男|女|正式|预备|汉族|少数民族|机关|村|行政|事业|完成|整改|办结|非?农业|城[镇市]|中共|研究生|博士|硕士|本科|税|第?一[产种]|优秀|称职|合格|满意|岁以下/;

function firstUnit(clauses: readonly Clause[], index: number, from: number): string | undefined {
  for (const clause of clauses.slice(index, index + 3)) {
    const quantity = clause.quantities.findLast(({ start, unit }) => start >= from && isCount(unit));
    if (quantity !== undefined) return quantity.unit;
  }
  return undefined;
}

interface TotalSite extends Pick<StatedSum, 'tie'> {
  readonly index: number;
  readonly from: number;
  readonly unit: string;
}

function totalBefore(clauses: readonly Clause[], figures: Figures, { index, from, unit, tie }: TotalSite) {
  const reach = tie === 'among' || tie === 'respectively' ? SUM_REACH : 1;
  const here = clauses[index];
  const passed: Quantity[] = [];
  let hasPassedOther = false;
  let left = reach;
  for (let back = index; back >= Math.max(0, index - RIVAL_REACH) && left >= 0; back -= 1) {
    const clause = clauses[back];
    if (clause === undefined || here === undefined) return undefined;
    if (clause.depth > here.depth) continue;
    if (!isOnlyRates(clause)) left -= 1;
    const opensSentence = /^\s*其中/.test(here.text) && (clauses[index - 1]?.sentence ?? -1) < here.sentence;
    if (clause.sentence < here.sentence && !opensSentence) return undefined;
    const counted = clause.quantities.filter(
      (quantity) =>
        quantity.end <= from && isCount(quantity.unit) && !NO_WHOLE.has(figures.get(quantity)?.role ?? ''),
    );
    const last = counted.at(-1);
    if (last === undefined) continue;
    const isByHowMuch = back < index && isComparison(clause.text) && figures.get(last)?.role === 'change';
    if (isByHowMuch && !startsWithChange(clauses, figures, { index, from })) {
      passed.push(last);
      left += 1;
      continue;
    }
    const totals = joinedBefore(counted, figures);
    if (!totals.some((total) => isSameUnit(total.unit, unit))) {
      if (hasPassedOther || tie !== 'among') return undefined;
      hasPassedOther = true;
      continue;
    }
    const isOfChange =
      figures.get(last)?.role === 'change' && startsWithChange(clauses, figures, { index, from });
    const totalLabel = labelBeside(clause, totals, clause.start).replace(/中$/, '');
    if (PER_HEAD.test(totalLabel)) continue;
    const rivals = [...rivalsOf(clauses.slice(Math.max(0, back - RIVAL_REACH), back + 1), totals), ...passed];
    const isPartItself = clause.before === '、' && tie === 'among' && rivals.length > 0;
    return { totals, totalAt: back, totalLabel, rivals, isOfChange, isPartItself };
  }
  return undefined;
}

/** What a list is never of. */
const NO_WHOLE: ReadonlySet<string> = new Set(['base', 'last']);

/** 结案率95.25%，同比分别上升5.2%、6.8%: nothing that has parts. */
function isOnlyRates({ quantities }: Clause): boolean {
  return quantities.length > 0 && quantities.every(({ unit }) => unit === '%');
}

/** Whether the first of the parts tells of a change too. */
function startsWithChange(
  clauses: readonly Clause[],
  figures: Figures,
  { index, from }: Pick<TotalSite, 'index' | 'from'>,
): boolean {
  const first = clauses
    .slice(index, index + 3)
    .flatMap(({ quantities }) => quantities)
    .find(({ start, unit }) => start >= from && isCount(unit));
  return first !== undefined && figures.get(first)?.role === 'change';
}

/** 64户152人: the counts that stand side by side at the end, each in its own counting word. */
function joinedBefore(counted: readonly Quantity[], figures: Figures): readonly Quantity[] {
  const totals = counted.slice(-1);
  for (let at = counted.length - 2; at >= 0; at -= 1) {
    const [quantity, next] = [counted[at], totals[0]];
    if (quantity === undefined || next === undefined || figures.get(next)?.ahead !== '') break;
    if (totals.some(({ unit }) => isSameUnit(unit, quantity.unit))) break;
    totals.unshift(quantity);
  }
  return totals;
}

/** The counts of the same unit that come before a total in its sentence. */
function rivalsOf(clauses: readonly Clause[], totals: readonly Quantity[]): readonly Quantity[] {
  const sentence = clauses.at(-1)?.sentence;
  const first = totals[0]?.start ?? 0;
  return clauses
    .filter((clause) => clause.sentence === sentence)
    .flatMap(({ quantities }) => quantities)
    .filter((other) => other.end <= first && totals.some(({ unit }) => isSameUnit(other.unit, unit)));
}

/** 机关3个、村6个，共计9个: the parts in front, the total in this clause. */
function sumBehind(clauses: readonly Clause[], figures: Figures, index: number): StatedSum | undefined {
  const clause = clauses[index];
  if (clause === undefined || clause.quantities.length === 0 || !ALTOGETHER.test(clause.text))
    return undefined;
  const totals = sideBySide(clause, figures);
  const [total] = totals;
  if (total === undefined) return undefined;
  const said = itemsSaid(clause);
  const listed = partsAhead(clauses, figures, { index, totals, said });
  const totalLabel = labelBeside(clause, totals, clause.start).replace(ALTOGETHER, '');
  const isOut = totalLabel === '出' || totalLabel === '减';
  const parts = isOut
    ? listed.map((part) => ({ ...part, times: part.times && Math.abs(part.times) }))
    : listed;
  const isNamed = ALTOGETHER.exec(clause.text)?.[0].length !== total.start - clause.start;
  if (
    parts.length < 2 ||
    /^\s*(?:再?加上?|连同)/.test(parts[0]?.clause.text ?? '') ||
    (isNamed &&
      said === undefined &&
      !parts.every(({ label }) => label.endsWith(totalLabel)) &&
      !isMoved(totalLabel, parts))
  )
    return undefined;
  return {
    totals,
    isCounted: parts.length === said,
    saysAll: /^(?:合计|共计|总计)/.test(clause.text),
    totalAt: index,
    totalLabel,
    parts,
    rivals: [],
    isOfChange: false,
    isOpen: false,
    tie: 'altogether',
  };
}

/** 退休11人、调出8人、病故1人，共出20人: a verb of one character that sums up a list joined by pause marks. */
function isMoved(totalLabel: string, parts: readonly StatedPart[]): boolean {
  return (
    totalLabel.length === 1 &&
    parts.length > 2 &&
    parts.slice(1).every(({ clause: { before } }) => before === '、')
  );
}

/** 共19支351人: the counts at the head of a clause. */
function sideBySide({ text, quantities }: Clause, figures: Figures): readonly Quantity[] {
  const from = itemsSaid({ text, quantities }) === undefined ? 0 : 1;
  const first = quantities.findIndex(({ unit }, index) => index >= from && isCount(unit));
  if (first === -1) return [];
  let end = first + 1;
  for (let next = quantities[end]; next !== undefined; next = quantities[end]) {
    if (!isCount(next.unit) || figures.get(next)?.ahead !== '') break;
    end += 1;
  }
  return quantities.slice(first, end);
}

/** 三项合计: three. */
function itemsSaid({ text }: Pick<Clause, 'text' | 'quantities'>): number | undefined {
  const said = /^(?:以上)?([两二三四五六七八九十\d])项/.exec(text)?.[1];
  return said === undefined ? undefined : (parseNumeral(said) ?? Number(said));
}

/** 支出6136万元，为预算6420万元的95.6%，加上…: it says something of the part before it. */
function isFulfilment({ quantities }: Clause, figures: Figures): boolean {
  return quantities.some((each) => figures.get(each)?.role === 'base');
}

interface SumAhead {
  readonly index: number;
  readonly totals: readonly Quantity[];
  /** How many parts the text says there are. */
  readonly said: number | undefined;
}

function partsAhead(
  clauses: readonly Clause[],
  figures: Figures,
  { index, totals, said }: SumAhead,
): readonly StatedPart[] {
  const parts: StatedPart[] = [];
  const here = clauses[index];
  let isAmong = false;
  const isOfOneSide = /^(?:收入|支出|资金|投资)/.test(here?.text ?? '');
  for (let back = index - 1; back >= Math.max(0, index - MOST_PARTS); back -= 1) {
    const clause = clauses[back];
    if (clause === undefined || here === undefined || clause.sentence !== here.sentence) break;
    if (clause.depth > here.depth) continue;
    if (clause.depth < here.depth || isAmong) break;
    isAmong = AMONG_WORDS.test(clause.text);
    if (isOfOneSide && clauses[back + 1]?.before === '；') break;
    if (parts.length === said) break;
    const own = clause.quantities.filter(
      (each) =>
        totals.some((total) => isSameUnit(each.unit, total.unit)) &&
        !NO_WHOLE.has(figures.get(each)?.role ?? ''),
    );
    if (own.length === 0) {
      if (isFulfilment(clause, figures)) continue;
      if (said !== undefined || (clause.quantities.length === 0 && clauses[back + 1]?.before === '、'))
        continue;
      break;
    }
    if (totals.length > 1) {
      const counts = totals.flatMap(({ unit }) =>
        own.filter((each) => isSameUnit(each.unit, unit)).slice(-1),
      );
      if (counts.length < totals.length) break;
      const label = labelBeside(clause, counts, clause.start);
      parts.unshift({ label, counts, times: timesOf(clauses, back, counts), clause, at: back });
      continue;
    }
    const listed = areJoined(own, figures) ? own : own.slice(-1);
    const times = timesOf(clauses, back, listed);
    for (const count of listed.toReversed())
      parts.unshift({
        label: labelBeside(clause, [count], clause.start),
        counts: [count],
        times,
        clause,
        at: back,
      });
  }
  return parts;
}

/** 40名和50名. */
function areJoined(counts: readonly Quantity[], figures: Figures): boolean {
  return counts.every((count, index) => index === 0 || /^[和与及]$/.test(figures.get(count)?.ahead ?? ''));
}
