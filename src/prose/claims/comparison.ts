import type { Passage } from '../../facts/passages.ts';
import type { Clause } from '../clauses.ts';
import { isSameUnit, type ProseFigure } from './figure.ts';
import { isAside } from './list-ends.ts';
import { countNames, isCalled, sharesWord } from './names.ts';
import type { FigurePassage } from './reader.ts';
import { pairInSeries } from './series-comparison.ts';
import { isMiswritten } from './slip.ts';

/** A change with what it is a change of: 16500万元，比上年减收2300万元，下降14.5%. */
export interface ClaimedComparison {
  /** The change or the rate that is claimed. */
  readonly figure: ProseFigure;
  readonly now: ProseFigure | undefined;
  /** Where that is another passage than the figure's. */
  readonly nowIn?: Passage;
  readonly last: ProseFigure | undefined;
  /** By how much, where the claimed figure is the rate. */
  readonly change: ProseFigure | undefined;
  /** What else of the sentence may be compared: after 其中 the whole as well as its last part. */
  readonly others: readonly ProseFigure[];
  /** Often reckoned at other prices than the figures show: 工业总产值. */
  readonly isLoose: boolean;
  /** Why the figures need not fit, whatever they are. */
  readonly doubt: string | undefined;
}

/** How many figures and clauses ahead are looked at. */
const MOST_COMPARED_FIGURES = 8;
const MOST_COMPARED_CLAUSES = 5;

/** Finds what a change is of, in its own sentence; nothing where the clause has a subject of its own. */
export function comparisonOf(site: FigurePassage, figure: ProseFigure): ClaimedComparison {
  const { figures, clauses } = site;
  let last: ProseFigure | undefined;
  let change: ProseFigure | undefined;
  let now: ProseFigure | undefined;
  const nothing = { figure, now, last, change, others: [], isLoose: false, doubt: undefined };
  const pair = figure.role === 'growth' ? pairInSeries(site, figure) : undefined;
  if (pair !== undefined) return { ...nothing, ...pair };
  const other = figure.role === 'change' ? otherNamed(figures, figure) : undefined;
  if (other !== undefined) return { ...nothing, ...other };
  if (!hasNoSubject(figure, figures)) return nothing;
  const ahead = changeBehind(figures, figure);
  for (let back = figure.index - 1; back >= Math.max(0, figure.index - MOST_COMPARED_FIGURES); back -= 1) {
    const other = figures[back];
    if (other === undefined || other.clause.sentence !== figure.clause.sentence) break;
    if (other.at < figure.at - MOST_COMPARED_CLAUSES || isBeyondSemicolon(clauses, other, figure)) break;
    if (other.clause.depth > figure.clause.depth) {
      last ??= bracketed(clauses, figures, other) && isComparable(other, figure) ? other : undefined;
      continue;
    }
    if (other.role === 'growth') {
      if (figure.role === 'growth' && last === undefined && change === undefined) break;
      if (isComparable(other, figure)) now = other;
      else continue;
      break;
    }
    if (other.role === 'change') {
      if (figure.role !== 'growth' || change !== undefined || !hasNoSubject(other, figures)) break;
      change = other;
      continue;
    }
    if (other.role === 'last' && isComparable(other, change ?? figure)) {
      if (last !== undefined) break;
      last = other;
      if (now !== undefined) break;
      continue;
    }
    if (isNow(other)) {
      const isShare = other.quantity.unit === '%' && isAside(other.clause.text);
      if (isShare && (ahead !== undefined || !isComparable(other, last ?? change ?? figure))) continue;
      if (now === undefined && isComparable(other, last ?? change ?? figure)) now = other;
      if (now !== other || !isReached(other)) break;
    }
  }
  last ??= lastBehind(figures, figure);
  now ??= last === undefined ? undefined : (reached(figures, figure) ?? nowOfEarlier(figures, figure, last));
  if (ahead !== undefined && change === undefined && last === undefined && now !== undefined)
    change = isSameUnit(ahead.quantity.unit, now.quantity.unit) ? ahead : undefined;
  if (now !== undefined && last === undefined && change === undefined && LAST_FIRST.test(now.ahead)) {
    last = now;
    now = sameOfBefore(figures, last);
  }
  if (now !== undefined && last === undefined && change === undefined)
    last = toldBefore(figures, figure, now);
  const named = now === undefined && last === undefined ? namedBefore(site, figure) : undefined;
  if (named !== undefined) ({ now, change } = named);
  const doubt = doubtOf({ figure, now, last, change }, clauses);
  const isLoose =
    named !== undefined ||
    [figure, now].some((each) => each !== undefined && OFTEN_OTHER.test(each.clause.text));
  return {
    figure,
    now,
    ...(named?.nowIn && { nowIn: named.nowIn }),
    last,
    change,
    others: othersThan(figures, named === undefined ? now : undefined),
    isLoose,
    doubt,
  };
}

/** 上年末1264人，年末1186人，比上年末减少78人: what it was stands right before what it is. */
function toldBefore(
  figures: readonly ProseFigure[],
  figure: ProseFigure,
  now: ProseFigure,
): ProseFigure | undefined {
  const last = figures[now.index - 1];
  if (last?.role !== 'level' || last.clause.sentence !== now.clause.sentence || last.at !== now.at - 1)
    return undefined;
  const isTold =
    /^(?:上年|去年|上届|上期|年初|期初)[末底]?/.test(last.ahead) &&
    !/^(?:上年|去年|上届|上期|年初|期初)/.test(now.ahead);
  return isTold &&
    figure.at === now.at + 1 &&
    isSameUnit(last.quantity.unit, now.quantity.unit) &&
    isComparable(last, figure)
    ? last
    : undefined;
}

const LAST_FIRST = /^(?:上年|去年|上届)(?:同期)?[一-鿿]{2,}/;

/** 报告传染病1864例。上年报告1518例，上升22.8%: the only count of the sentence before that is called alike. */
function sameOfBefore(figures: readonly ProseFigure[], last: ProseFigure): ProseFigure | undefined {
  const name = last.ahead.replace(/^(?:上年|去年|上届)(?:同期)?/, '');
  const found: ProseFigure[] = [];
  for (let at = last.index - 1; at >= Math.max(0, last.index - MOST_COMPARED_FIGURES * 2); at -= 1) {
    const other = figures[at];
    if (other === undefined) break;
    if (other.role === 'level' && isComparable(other, last) && sharesWord(name, other.lead ?? other.ahead))
      found.push(other);
  }
  return found.length === 1 ? found[0] : undefined;
}

const AGAINST_NAMED = /^(?:[一-鿿]{2,8})?[比较](?!上年|去年|上届|年初|同期)([一-鿿]{2,8})(?:[多高少低]出?)$/;

/** 小学720元，初中940元，比小学高220元: the count that is called so, and the one right before. */
function otherNamed(
  figures: readonly ProseFigure[],
  figure: ProseFigure,
): Pick<ClaimedComparison, 'now' | 'last'> | undefined {
  const name = AGAINST_NAMED.exec(figure.ahead)?.[1];
  const now = figures[figure.index - 1];
  if (name === undefined || now?.role !== 'level' || !isComparable(now, figure)) return undefined;
  if (now.clause.sentence !== figure.clause.sentence || now.at !== figure.at - 1) return undefined;
  const called = figures
    .slice(Math.max(0, now.index - MOST_COMPARED_FIGURES), now.index)
    .filter(
      (each) =>
        each.clause.sentence === figure.clause.sentence &&
        each.role === 'level' &&
        isComparable(each, figure) &&
        each.ahead.endsWith(name),
    );
  const [last] = called;
  return last !== undefined && called.length === 1 ? { now, last } : undefined;
}

/** How many passages ahead a count is looked for by its name. */
const MOST_COMPARED_PASSAGES = 2;
const LONGEST_REACH = 40;

/** 汉族人口为568238人。…汉族人口减少10134人，下降1.75%: the change names whose it is, and its count is in a sentence before. */
function namedBefore(
  site: FigurePassage,
  figure: ProseFigure,
): Required<Pick<ClaimedComparison, 'now' | 'nowIn' | 'change'>> | undefined {
  const change = site.figures[figure.index - 1];
  if (figure.role !== 'growth' || change?.role !== 'change' || change.at !== figure.at - 1) return undefined;
  if (change.clause.sentence !== figure.clause.sentence || change.ahead.length > LONGEST_COMPARED_NAME)
    return undefined;
  const name = change.ahead.replace(AGAINST, '').replace(CHANGED_VERB, '').replace(AGAINST_BEHIND, '');
  if (name.length < 2) return undefined;
  const found: { readonly now: ProseFigure; readonly nowIn: Passage }[] = [];
  let looked = 0;
  for (let back = site.index; back >= Math.max(0, site.index - MOST_COMPARED_PASSAGES); back -= 1) {
    const figures = site.sites[back]?.figures ?? [];
    for (
      let at = back < site.index ? figures.length - 1 : change.index - 1;
      at >= 0 && looked < LONGEST_REACH;
      at -= 1
    ) {
      const other = figures[at];
      looked += 1;
      if (other?.role === 'level' && isComparable(other, change) && isCalledAlike(other, name))
        found.push({ now: other, nowIn: (site.sites[back] ?? site).passage });
    }
  }
  const [only = loneCount(site, change, name)] = found;
  return only === undefined || found.length > 1 ? undefined : { ...only, change };
}

/** 汉族人口 is called so; 资金 is what 累计发放资金 ends with, 事故起数 what 事故 begins with. */
function isCalledAlike(figure: ProseFigure, name: string): boolean {
  return isCalled(figure, name) || countNames(figure).some((each) => each.endsWith(name));
}

/** 事故5起，死亡2人，与上年相比事故起数减少3起: the only count of its kind in this sentence and the one before. */
function loneCount(
  { figures, passage }: FigurePassage,
  change: ProseFigure,
  name: string,
): { readonly now: ProseFigure; readonly nowIn: Passage } | undefined {
  const found: ProseFigure[] = [];
  for (let at = change.index - 1; at >= Math.max(0, change.index - MOST_COMPARED_FIGURES); at -= 1) {
    const other = figures[at];
    if (other === undefined || other.clause.sentence < change.clause.sentence - 1) break;
    if (other.role === 'level' && isComparable(other, change)) found.push(other);
  }
  const [now] = found;
  return now === undefined || found.length > 1 || !sharesWord(name, now.ahead)
    ? undefined
    : { now, nowIn: passage };
}

/** 与上年相比事故起数减少3起. */
const AGAINST = /^(?:其中|[与同和比较][^相比较]{1,8}(?:相比|比较|比)?)/;

/** 在园幼儿比上年减少. */
const AGAINST_BEHIND = /(?:同比|[比较](?:上年|去年|上届|上期|年初)(?:同期|[底末])?)$/;

const LONGEST_COMPARED_NAME = 20;

/** 比上年多320亩，上年为1540亩; 下降18.4%（上年38件）: what it was comes after the change. */
function lastBehind(figures: readonly ProseFigure[], figure: ProseFigure): ProseFigure | undefined {
  const next = figures[figure.index + 1];
  if (next === undefined || next.clause.sentence !== figure.clause.sentence || next.at > figure.at + 1)
    return undefined;
  return AFTER_FIGURE.test(next.ahead) && isComparable(next, figure) ? next : undefined;
}

/** 聘用298名，完成91.4%。较上年多招聘42名，上年为256名: the count of the sentence before that fits, or fails to by a slip of the pen. */
function nowOfEarlier(
  figures: readonly ProseFigure[],
  figure: ProseFigure,
  last: ProseFigure,
): ProseFigure | undefined {
  if (figure.role !== 'change' || last.index < figure.index) return undefined;
  const earlier: ProseFigure[] = [];
  for (let at = figure.index - 1; at >= Math.max(0, figure.index - MOST_COMPARED_FIGURES); at -= 1) {
    const other = figures[at];
    if (other === undefined || other.clause.sentence < figure.clause.sentence - 1) break;
    if (other.role === 'level' && isComparable(other, figure)) earlier.push(other);
  }
  const due = ({ quantity }: ProseFigure) => quantity.value - figure.quantity.value * figure.sign;
  return (
    earlier.find((each) => due(each) === last.quantity.value) ??
    earlier.find((each) => isMiswritten(last.quantity, due(each)))
  );
}

const AFTER_FIGURE =
  /^(?:也就是说|即|而)?(?:上年|去年|年初|上届|上期|计划数?|任务数?|目标数?|原来?)(?:同期|[底末])?(?:[这该]一?[一-鿿]{0,4})?(?:为|是|有)?$/;

function isBeyondSemicolon(clauses: readonly Clause[], from: ProseFigure, to: ProseFigure): boolean {
  for (let at = from.at + 1; at <= to.at; at += 1) if (clauses[at]?.before === '；') return true;
  return false;
}

/** 191347万元，增长15.35%，增收25457万元: the rate comes before the change that it is of. */
function changeBehind(figures: readonly ProseFigure[], figure: ProseFigure): ProseFigure | undefined {
  const next = figures[figure.index + 1];
  if (figure.role !== 'growth' || next?.role !== 'change' || next.quantity.unit === '个百分点')
    return undefined;
  const { clause, at } = next;
  const isNext =
    clause.sentence === figure.clause.sentence && at === figure.at + 1 && /[，,]/.test(clause.before);
  return isNext && clause.depth === figure.clause.depth && hasNoSubject(next, figures) ? next : undefined;
}

function isNow({ role, quantity: { unit } }: ProseFigure): boolean {
  return (role === 'level' && unit !== '') || role === 'rate' || role === 'share';
}

/** The counts before one in its sentence that count the same. */
function othersThan(figures: readonly ProseFigure[], now: ProseFigure | undefined): readonly ProseFigure[] {
  const others: ProseFigure[] = [];
  if (now === undefined) return others;
  for (let back = now.index - 1; back >= Math.max(0, now.index - MOST_COMPARED_FIGURES); back -= 1) {
    const other = figures[back];
    if (other === undefined || other.clause.sentence !== now.clause.sentence) break;
    if (other.role === 'level' && isSameUnit(other.quantity.unit, now.quantity.unit)) others.push(other);
  }
  return others;
}

/** 由475名增至486名: what it was comes before it. */
function isReached({ ahead, clause, quantity }: ProseFigure): boolean {
  const words = clause.text.slice(0, quantity.start - clause.start);
  return (
    (/[到至为]$/.test(ahead) && ahead.length < 8) ||
    /[增提上下降减升少加长高低大][到至为]\d{4}年的$/.test(words)
  );
}

/** 百分点 compare percentages; a rate compares whatever there is. */
function isComparable(other: ProseFigure, figure: ProseFigure): boolean {
  const { unit } = figure.quantity;
  if (unit === '个百分点' || (unit === '%' && figure.role === 'last')) return other.quantity.unit === '%';
  if (unit === '%' || unit === '倍') return other.quantity.unit !== '%' && other.quantity.unit !== '个百分点';
  return isSameUnit(other.quantity.unit, unit);
}

const COMPARED_WITH =
  '(?:同比|环比|[比较与](?:[^，；。]{0,16}?)|相比|累计|也|又|均|分别|实际|净|仅|约|共|已|增幅|降幅|增速|幅度|为|达到?|，)*';
const VERB =
  '(?:超(?:计划|任务|目标)|[多少][一-鿿]{2}|加快|放缓|收窄|负?增长|增加|增收|增支|增产|净增|净增长|递增|上升|上涨|提高|提升|升高|攀升|扩大|增|升|[多高]|减少|减收|减支|减产|净减|下降|下滑|下跌|降低|回落|缩小|缩减|压减|核减|精简|减|降|[少低])';
const CHANGED_VERB = new RegExp(`${VERB}了?$`);
const NO_SUBJECT = new RegExp(`^${COMPARED_WITH}(?:${VERB}(?:率|了|约|近|幅度?为?|达)*)?$`);
const IS_TIMES_OF =
  /^(?:约)?(?:是|为|相当于|达到)?(?:上年|去年|上年同期|去年同期|上届|现有|原来|原有|原|的)*的?$/;

/** Whether what comes before a change in its clause names nothing else that changed. */
function hasNoSubject(figure: ProseFigure, figures: readonly ProseFigure[]): boolean {
  if (figure.quantity.unit === '倍' && IS_TIMES_OF.test(figure.ahead)) return true;
  const before = figures[figure.index - 1];
  const isFirst = before?.clause !== figure.clause;
  if (NO_SUBJECT.test(figure.ahead)) return true;
  return (
    !isFirst && before.role !== 'change' && NO_SUBJECT.test(figure.ahead.replace(/^[^比较增减升降]*/, ''))
  );
}

/** 比全省平均增幅（13.51%）高5个百分点. */
function bracketed(
  clauses: readonly Clause[],
  figures: readonly ProseFigure[],
  figure: ProseFigure,
): boolean {
  const lead = clauses[figure.at - 1];
  const isAlone = figures[figure.index + 1]?.at !== figure.at && figure.ahead === '';
  return isAlone && lead !== undefined && /[比较][^比较]{0,16}$/.test(lead.text);
}

/** 比上年的1200万元增长10%，达到1320万元. */
function reached(figures: readonly ProseFigure[], figure: ProseFigure): ProseFigure | undefined {
  const next = figures[figure.index + 1];
  const isNext =
    next !== undefined && next.clause.sentence === figure.clause.sentence && next.at === figure.at + 1;
  return isNext &&
    /^(?:达到?|增加到|增长到|上升到|增至|升至|下降到|降至|减少到|减至|为)$/.test(next.ahead) &&
    next.quantity.unit !== '%'
    ? next
    : undefined;
}

/** What is reckoned at other prices or by another measure than the figures show. */
const OTHER_MEASURE =
  /生产总值|GDP|增加值|(?:农|林|牧|渔)[^，]{0,8}产值|可比|同口径|年均|平均增长|剔除|不变价|扣除|累计增|预计|力争|将达/;
/** Reckoned at other prices now and then. */
const OFTEN_OTHER = /产值/;
/** What says the same of a difference: prices do not matter to it. */
const OTHER_SCOPE = /可比|同口径|年均|平均增长|剔除|不变价|扣除|累计增|预计|力争|将达/;
const PERIOD_WORDS: readonly (readonly [RegExp, string])[] = [
  [/环比|上月|上季|上周/, '上月'],
  [/年初|上年末|上年底|去年底|去年末|年末/, '年初'],
  [/同比|同期|上年|去年/, '上年'],
  [/上届|届/, '上届'],
];

function doubtOf(
  { figure, now, last, change }: Omit<ClaimedComparison, 'doubt' | 'others' | 'isLoose'>,
  clauses: readonly Clause[],
): string | undefined {
  const all = [figure, now, last, change].filter((each) => each !== undefined);
  if (all.some(({ quantity }) => quantity.isApproximate)) return '有约数';
  const first = Math.min(...all.map(({ at }) => at));
  const text = clauses
    .slice(Math.max(0, (clauses[first - 1]?.depth ?? 0) > 0 ? first - 1 : first), figure.at + 1)
    .map((clause) => clause.text)
    .join('，');
  const isAtPrices = /现价|当年价/.test(text);
  const isOfDifference = figure.role === 'change' && last !== undefined;
  if (!isAtPrices && (isOfDifference ? OTHER_SCOPE : OTHER_MEASURE).test(text))
    return '按可比价格或别的口径计算，不能直接验算';
  const [own, other] = [referenceOf(figure), referenceOf(change ?? last)];
  if (own !== '' && other !== '' && own !== other) return '两处比较的对象不同';
  return undefined;
}

/** With whom a clause compares. */
function referenceOf(figure: ProseFigure | undefined): string {
  const text = figure?.clause.text ?? '';
  return PERIOD_WORDS.find(([words]) => words.test(text))?.[1] ?? '';
}
