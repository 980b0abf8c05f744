import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { saysGroup } from './groups.ts';
import { type Interval, quotient } from './interval.ts';
import { AMONG_WORDS } from './list-ends.ts';
import { bareName, countNames, isCalled } from './names.ts';
import type { FigurePassage } from './reader.ts';

/** A count with the share that a text gives of it: 22名，占44%. */
export interface StatedShare {
  readonly share: ProseFigure;
  /** What it may be the share of; several where a part is counted in two ways (户、人). */
  readonly numerators: readonly ProseFigure[];
  /** What it is a share of, as the text says: 党员总数 in 占党员总数的44%; empty where it says nothing. */
  readonly of: string;
  /** The denominator that the text itself gives: 占干部总数71名的38%. */
  readonly given?: ProseFigure;
  /** Its count stands further ahead, under the name that the share's clause begins with: 城镇人口占总人口的27.8%. */
  readonly isOfSubject: boolean;
  /** The shares of the wholes that this is a part of, by 其中. */
  readonly enclosing: readonly StatedShare[];
  /** Shares of one sentence that no 其中 parts have the same number. */
  readonly group: number;
}

/** How many clauses back a share's count is looked for. */
const SHARE_REACH = 4;

/** The shares of a passage with their counts. */
export class StatedShares {
  readonly all: readonly StatedShare[];
  /** The counts that have a share. */
  readonly counts: ReadonlySet<ProseFigure>;
  readonly #groups = new Map<number, StatedShare[]>();
  readonly #places = new Map<StatedShare, number>();

  constructor(site: FigurePassage) {
    this.all = sharesIn(site);
    this.counts = new Set(this.all.flatMap(({ numerators }) => numerators));
    for (const [place, stated] of this.all.entries()) {
      this.#places.set(stated, place);
      const group = this.#groups.get(stated.group);
      if (group === undefined) this.#groups.set(stated.group, [stated]);
      else group.push(stated);
    }
  }

  /** So many before one and after it, in order; without itself. */
  around(stated: StatedShare, most: number): readonly StatedShare[] {
    const at = this.#places.get(stated) ?? 0;
    return [...this.all.slice(Math.max(0, at - most), at), ...this.all.slice(at + 1, at + 1 + most)];
  }

  /** Those of one list, in order; itself among them. */
  besides({ group }: StatedShare): readonly StatedShare[] {
    return this.#groups.get(group) ?? [];
  }
}

function sharesIn({ clauses, figures }: FigurePassage): StatedShare[] {
  const stated: StatedShare[] = [];
  let group = 0;
  let groupSentence = -1;
  let lastAmong = -1;
  let looked = -1;
  const series = new Map<ProseFigure, ProseFigure>();
  for (const [index, figure] of figures.entries()) {
    while (looked < figure.at) {
      looked += 1;
      if (AMONG_WORDS.test(clauses[looked]?.text ?? '')) lastAmong = looked;
    }
    const share = shareAt(figures, index) ?? (series.has(figure) ? { of: '' } : undefined);
    if (share === undefined) continue;
    if (!series.has(figure))
      for (const [each, count] of seriesAt(clauses, figures, index)) series.set(each, count);
    if (figure.clause.sentence !== groupSentence || lastAmong > (stated.at(-1)?.share.at ?? -1)) {
      group += 1;
      groupSentence = figure.clause.sentence;
    }
    const own = series.get(figure);
    const isNone = own === undefined && (isInSeries(clauses, figure) || saysGroup(figure));
    const beside = own ? [own] : isNone ? [] : numeratorsOf(figures, index, share.given);
    const ofSubject =
      beside.length === 0 && !saysGroup(figure) && share.given === undefined
        ? shareSubjects(figures, figure)
        : [];
    const numerators = plainFirst(beside.length === 0 ? ofSubject : beside);
    const before = stated.at(-1);
    const isInner =
      before !== undefined &&
      before.share.clause.sentence === figure.clause.sentence &&
      lastAmong > before.share.at;
    const isBeside = before !== undefined && before.group === group;
    const enclosing = isInner ? [before, ...before.enclosing] : isBeside ? before.enclosing : [];
    stated.push({
      share: figure,
      numerators,
      isOfSubject: ofSubject.length > 0,
      of: share.of,
      enclosing: enclosing.slice(0, 4),
      group,
      ...(share.given && { given: share.given }),
    });
  }
  return stated;
}

interface ShareAt {
  readonly of: string;
  readonly given?: ProseFigure;
}

function shareAt(figures: readonly ProseFigure[], index: number): ShareAt | undefined {
  const figure = figures[index];
  if (figure?.role === 'of-base') {
    const given = figures[index - 1];
    const of = given === undefined ? undefined : OF_GIVEN.exec(shareLead(given))?.[1];
    return given === undefined || of === undefined ? undefined : { of, given };
  }
  if (figure?.role !== 'share') return undefined;
  const bracketed = figures[index - 1];
  if (
    /[）)]/.test(figure.clause.before) &&
    bracketed?.at === figure.at - 1 &&
    bracketed.clause.quantities.length === 1 &&
    bracketed.ahead === ''
  )
    return { of: saidBase(figure), given: bracketed };
  return { of: saidBase(figure) };
}

/** 占18周岁以上村民17903人的: with the ages that are between. */
function shareLead({ clause, quantity }: ProseFigure): string {
  return clause.text.slice(0, quantity.start - clause.start).replace(/[ 　]/g, '');
}

const OF_GIVEN = /(?:占|覆盖)(?:到|了)?([^占]*)$/;
/** What a share's own words say that it is of: 党员总数 in 占党员总数的; empty for 占 alone. */
export function saidBase({ ahead }: ProseFigure): string {
  return SHARE_OF.exec(ahead)?.[1] ?? '';
}

const SHARE_OF = /占([^占]{0,24}?)(?:的(?:比例|比重)?)?(?:为|达到?|约|仅|到)*$/;

/** 占72.4%、27.6%: shares of the counts ahead in their order; and 分别占. */
function isInSeries(
  clauses: FigurePassage['clauses'],
  { clause, at, ahead, quantity }: ProseFigure,
): boolean {
  if (/分别|各占|均占/.test(ahead)) return true;
  const next = clauses[at + 1];
  const [first] = next?.quantities ?? [];
  const goesOn = next?.before === '、' && first?.unit === '%' && first.start === next.start;
  const [second] = clause.quantities.filter(({ start }) => start > quantity.start);
  return goesOn || second?.unit === '%';
}

/** 女党员41名，35岁及以下的77名，分别占43.6%、81.9%: each share with its count. */
function seriesAt(
  clauses: FigurePassage['clauses'],
  figures: readonly ProseFigure[],
  index: number,
): readonly (readonly [ProseFigure, ProseFigure])[] {
  const first = figures[index];
  if (first === undefined || !/分别/.test(first.ahead)) return [];
  const shares = [first];
  for (let next = figures[index + 1]; next?.quantity.unit === '%'; next = figures[index + shares.length]) {
    const isJoined = next.clause === shares.at(-1)?.clause;
    if (isJoined ? !/^[和与及]$/.test(next.ahead) : next.clause.before !== '、' || next.ahead !== '') break;
    shares.push(next);
  }
  if (clauses[(shares.at(-1)?.at ?? 0) + 1]?.before === '、') return [];
  const counts: ProseFigure[] = [];
  for (let back = index - 1; back >= 0 && counts.length < shares.length; back -= 1) {
    const figure = figures[back];
    if (figure === undefined || figure.clause.sentence !== first.clause.sentence) break;
    if (figure.clause.depth > first.clause.depth || !isCount(figure.quantity.unit)) continue;
    if (
      figure.clause === first.clause &&
      counts.length === 0 &&
      /^[两三四五\d]/.test(first.clause.text.trim())
    )
      continue;
    if (!isNumerator(figure) || counts.some(({ clause }) => clause === figure.clause)) break;
    if (counts[0] !== undefined && !isSameUnit(counts[0].quantity.unit, figure.quantity.unit)) break;
    counts.unshift(figure);
  }
  return shares.length < 2 || counts.length < shares.length
    ? []
    : shares.map((share, at) => [share, counts[at] ?? first] as const);
}

/** In the clause of the share before 占, else in the nearest clause of its sentence that counts something. */
function numeratorsOf(
  figures: readonly ProseFigure[],
  index: number,
  given: ProseFigure | undefined,
): readonly ProseFigure[] {
  const share = figures[index];
  if (share === undefined) return [];
  const own: ProseFigure[] = [];
  for (let back = index - 1; figures[back]?.clause === share.clause; back -= 1) {
    const figure = figures[back];
    if (figure !== undefined && figure !== given && isNumerator(figure)) own.unshift(figure);
  }
  if (own.length > 0) return doneOf(own) ?? distinctUnits(own);
  const isBehindBase = given !== undefined && given.clause.depth > share.clause.depth;
  if (!OPENS_WITH_SHARE.test(share.clause.text) && !isBehindBase) return [];
  let at = -1;
  for (let back = index - 1; back >= 0; back -= 1) {
    const figure = figures[back];
    if (figure === undefined || figure.clause === share.clause) continue;
    if (figure.clause.sentence !== share.clause.sentence || figure.at < share.at - SHARE_REACH) break;
    if (figure.clause.depth > share.clause.depth) continue;
    if (at >= 0 && figure.at !== at) break;
    if (!isNumerator(figure)) continue;
    at = figure.at;
    own.unshift(figure);
  }
  return doneOf(own) ?? distinctUnits(own);
}

/** 占44%, 约占, 人数占: nothing else has the share. */
const OPENS_WITH_SHARE = /^[\s　]*(?:人数|数量|面积|总数|分别|约|仅|只|也|均|已|共|合计|合)*(?:占|覆盖)/;

function isNumerator({ role, quantity: { unit } }: ProseFigure): boolean {
  return role === 'level' && isCount(unit);
}

/** 城镇人口占总人口的27.8%: the count of the sentence that is called so. */
function shareSubjects(figures: readonly ProseFigure[], share: ProseFigure): readonly ProseFigure[] {
  const subject = SHARE_SUBJECT.exec(share.clause.text.replace(/[ 　]/g, ''))?.[1];
  if (subject === undefined) return [];
  const begun: ProseFigure[] = [];
  for (let back = share.index - 1; back >= Math.max(0, share.index - SUBJECT_REACH); back -= 1) {
    const figure = figures[back];
    if (figure === undefined || figure.clause.sentence !== share.clause.sentence) break;
    if (!isNumerator(figure)) continue;
    if (isCalled(figure, subject) || countNames(figure)[0]?.startsWith(subject)) return [figure];
    const name = bareName(countNames(figure)[0] ?? '').replace(/的$/, '');
    if (name.length > 1 && subject.replace(/者$/, '').startsWith(name)) begun.push(figure);
  }
  return begun.length === 1 ? begun : [];
}

const SHARE_SUBJECT = /^([一-鿿]{2,10}?)(?:约|仅|数|总数)?占/;
const SUBJECT_REACH = 10;

/** 20万元以上的村5个: what is only a bound is not counted. */
function plainFirst(figures: readonly ProseFigure[]): readonly ProseFigure[] {
  const exact = figures.filter(({ quantity }) => !quantity.isApproximate);
  return exact.length === 0 ? figures : exact;
}

/** 提案23件已经解决16件，占69.6%; 158个行政村中有贫困村103个，占65.2%: the first is the whole of the second. */
function doneOf(own: readonly ProseFigure[]): readonly ProseFigure[] | undefined {
  const [whole, part, ...others] = own;
  if (whole === undefined || part === undefined || others.length > 0) return undefined;
  const isOne =
    isSameUnit(whole.quantity.unit, part.quantity.unit) && part.quantity.value <= whole.quantity.value;
  return isOne && SHARE_PART.test(part.ahead) ? [part] : undefined;
}

const SHARE_PART = /(?:解决|完成|整改|办结|销号|落实|通过|合格)$|中(?:共?有)?[一-鿿]{0,8}$/;

/** Two counts in one counting word leave open which is meant. */
function distinctUnits(figures: readonly ProseFigure[]): readonly ProseFigure[] {
  const units = new Set(figures.map(({ quantity: { unit } }) => unit));
  return units.size === figures.length ? figures : [];
}

/** The whole that a count and its share show, where the text gives none: 72名，占30% is of 240. */
export function impliedWhole(stated: StatedShare): Interval | undefined {
  return stated.given !== undefined || !isOfAnyTotal(stated.of) ? undefined : impliedCount(stated);
}

/** What a count and its share alone show. */
export function impliedCount({ numerators, share }: StatedShare): Interval | undefined {
  const [numerator] = numerators;
  if (numerator === undefined || numerators.length > 1) return undefined;
  if (share.quantity.isApproximate || numerator.quantity.isApproximate) return undefined;
  return quotient(numerator.quantity, share.quantity, 100);
}

/** 占总数的, 占比: of what was named just before. */
export function isOfAnyTotal(of: string): boolean {
  return ANY_TOTAL.test(of);
}

const ANY_TOTAL =
  /^(?:(?:比|比例|比重|到|了|其|全部|总|总数|总人数|总量|总额|总人次|总面积|总户数)(?:的|约|仅|为|达)?)*$/;
