import type { Passage } from '../../facts/passages.ts';
import type { Quantity } from '../quantities.ts';
import { isCount, isOfOtherTime, isSameUnit, OTHER_TIME, type ProseFigure } from './figure.ts';
import { siblingsOf, wholeOfList } from './groups.ts';
import { overlap, quotient } from './interval.ts';
import { AMONG_WORDS, isAside } from './list-ends.ts';
import { bareName, countNames, isCalled, isCalledByDeed, mayBeCalled } from './names.ts';
import type { FigurePassage } from './reader.ts';
import { isOfAnyTotal, type StatedShare, type StatedShares } from './stated-share.ts';

/** What a share may be a share of. */
export interface ShareBase {
  readonly passage: Passage;
  readonly quantity: Quantity;
}

/** All that a share may be a share of, and what it most likely is. */
export interface Bases {
  readonly candidates: readonly ShareBase[];
  /** Absent where the text does not say. */
  readonly primary: ShareBase | undefined;
  /** Whether nothing else can be meant than `primary`. */
  readonly isCertain: boolean;
  /** Whether the text names what it is a share of. */
  readonly isNamed: boolean;
  /** `primary` is what the shares beside it are of, or the greatest that is called so: it shows slips, no more. */
  readonly isGuess?: boolean;
}

/** How many figures ahead are looked at, and in how many passages. */
const MOST_BASE_FIGURES = 60;
const MOST_BASE_PASSAGES = 6;

/** Where a share's base may stand: in its own clause, by its name, before 其中, in an earlier sentence or paragraph. */
export function basesOf(site: FigurePassage, stated: StatedShare, shares: StatedShares): Bases {
  const said = saidBases(site, stated, shares);
  const siblings = isOfAnyTotal(stated.of) ? siblingsOf(site, stated.share, stated.numerators[0]) : [];
  const found = {
    ...said,
    candidates: said.candidates.filter(
      ({ quantity }) => !siblings.some((each) => each.quantity === quantity),
    ),
  };
  if (found.primary !== undefined || stated.numerators.length !== 1) return found;
  const whole = isOfAnyTotal(stated.of) ? wholeOfList(site, stated.share, stated.numerators[0]) : undefined;
  if (whole !== undefined)
    return { ...found, primary: { passage: site.passage, quantity: whole.quantity }, isCertain: false };
  const ahead = aheadOf(site, stated);
  const named = lastNamed(stated, ahead) ?? planned(stated, ahead);
  if (named === undefined && FULFILMENT.test(stated.of)) return found;
  const guess =
    named ??
    greatest(stated, ahead) ??
    ofLeader(stated, ahead, shares) ??
    outer(site, stated, shares) ??
    ofNeighbours(stated, ahead.map(baseOf), shares) ??
    headTotal(site, stated, shares);
  if (guess === undefined) return found;
  return { ...found, candidates: ahead.map(baseOf), primary: guess, isGuess: true };
}

/** 计划投资12.6亿元，1—9月完成10.37亿元，占年度计划的: the only plan of the sentence. */
function planned(stated: StatedShare, ahead: readonly CountsAhead[]): ShareBase | undefined {
  if (!/计划|任务|目标/.test(stated.of)) return undefined;
  const plans = ahead.filter(
    ({ figure, distance }) =>
      distance === 0 && /计划|任务|目标/.test(figure.ahead) && !/[均每]/.test(figure.ahead),
  );
  const [plan] = plans;
  return plan !== undefined && plans.length === 1 ? baseOf(plan) : undefined;
}

/** 代编预算4300万元…占代编预算的, 已到位2.05亿元…占到位资金的: the only count that is called so. */
function lastNamed(stated: StatedShare, ahead: readonly CountsAhead[]): ShareBase | undefined {
  const noun = baseNoun(stated);
  if (noun.length < 2 || isOfAnyTotal(stated.of)) return undefined;
  const called = ahead.filter(
    ({ figure }) =>
      figure.role === 'level' &&
      countNames(figure).some(
        (name) => name.endsWith(noun) || (bareName(name).length > 1 && noun.startsWith(bareName(name))),
      ),
  );
  const [first] = called;
  return first !== undefined && new Set(called.map(({ figure }) => figure.quantity.value)).size === 1
    ? baseOf(first)
    : undefined;
}

/** 占代表总数的: the greatest count ahead that may be called so. */
function greatest(
  { of, numerators: [numerator] }: StatedShare,
  ahead: readonly CountsAhead[],
): ShareBase | undefined {
  if (!of.includes('总') || isOfAnyTotal(of) || numerator === undefined) return undefined;
  const noun = of
    .replace(/^(?:到|了)|(?:的|比例|比重|约|仅|为|达)+$/g, '')
    .replace(/总(?:人口数|数|量|人数|额)?/g, '');
  const whole = of.includes('总人口') ? '人口' : noun;
  if (whole.length < 2) return undefined;
  const called = ahead.filter(
    ({ figure, distance }) =>
      distance < 2 && figure.role === 'level' && !figure.quantity.isApproximate && mayBeCalled(figure, whole),
  );
  const most = Math.max(...called.map(({ figure }) => figure.quantity.value));
  const found = called.find(({ figure }) => figure.quantity.value === most);
  return found !== undefined && most > numerator.quantity.value ? baseOf(found) : undefined;
}

/** 占受理总量的83.4%；…占16.6%: the first of a list says what all are of. */
function ofLeader(
  stated: StatedShare,
  ahead: readonly CountsAhead[],
  shares: StatedShares,
): ShareBase | undefined {
  const [leader] = shares.besides(stated);
  if (leader === undefined || leader === stated || !isOfAnyTotal(stated.of) || isOfAnyTotal(leader.of))
    return undefined;
  const base = greatest(leader, ahead);
  return base !== undefined && isPrecise(leader) && fitsBase(leader, base) ? base : undefined;
}

/** 支出98240万元。其中，民生支出80242万元，占财政预算支出的81.68%: what 其中 divides, called by the same last word. */
function outer(site: FigurePassage, stated: StatedShare, shares: StatedShares): ShareBase | undefined {
  const primary = primaryOf(site, stated, shares);
  const noun = baseNoun(stated).slice(-2);
  const figure = site.figures.find(({ quantity }) => quantity === primary?.base.quantity);
  const isSame =
    noun.length === 2 &&
    figure !== undefined &&
    countNames(figure).some((name) => name.endsWith(noun) || name.startsWith(noun));
  return isSame ? primary?.base : undefined;
}

/** 党政班子成员11名。女2名，占18.2%。…本科及以上8名，占72.7%: the count that its passage begins with, and of which another share of the passage is. */
function headTotal(site: FigurePassage, stated: StatedShare, shares: StatedShares): ShareBase | undefined {
  const [numerator] = stated.numerators;
  const unit = numerator?.quantity.unit ?? '';
  if (stated.share.index > MOST_BASE_FIGURES) return undefined;
  const near = site.figures.slice(0, stated.share.index);
  const head = near.find(({ role, quantity }) => role === 'level' && isCount(quantity.unit));
  if (
    head === undefined ||
    numerator === undefined ||
    !isOfAnyTotal(stated.of) ||
    !isSameUnit(head.quantity.unit, unit)
  )
    return undefined;
  if (head.quantity.isApproximate || head.quantity.value < numerator.quantity.value) return undefined;
  const base = { passage: site.passage, quantity: head.quantity };
  const isBase = shares
    .around(stated, NEIGHBOURS)
    .some((other) => isPrecise(other) && isOfAnyTotal(other.of) && fitsBase(other, base));
  return isBase &&
    !near.some(
      (each) =>
        each.role === 'level' &&
        isSameUnit(each.quantity.unit, unit) &&
        each.quantity.value > head.quantity.value,
    )
    ? base
    : undefined;
}

/** How many shares before one and after it show what they all are of. */
const NEIGHBOURS = 5;

const FULFILMENT = /预算(?!收入|支出)|计划|任务|目标/;

/** 发展女党员…占46.6%。发展少数民族党员…占9.1%: sentences that each give a share of what comes before them all. */
function ofNeighbours(
  stated: StatedShare,
  bases: readonly ShareBase[],
  shares: StatedShares,
): ShareBase | undefined {
  const [numerator] = stated.numerators;
  if (numerator === undefined) return undefined;
  const beside = shares
    .around(stated, NEIGHBOURS)
    .filter((other) => other.numerators.length === 1 && isPrecise(other) && !FULFILMENT.test(other.of));
  if (beside.length < 2) return ofSibling(stated, bases, shares);
  let best: ShareBase | undefined;
  let most = 1;
  for (const base of distinctBases(bases)) {
    if (base.quantity.isApproximate || base.quantity.value <= numerator.quantity.value) continue;
    const count = beside.filter((other) => fitsBase(other, base)).length;
    if (count === most) best = undefined;
    if (count > most) [best, most] = [base, count];
  }
  return most * 2 > beside.length ? best : undefined;
}

/** 优秀512名，占参评党员的31.2%；合格1108名，占67.6%: the other share of the list shows its base, if it fits one alone. */
function ofSibling(
  stated: StatedShare,
  bases: readonly ShareBase[],
  shares: StatedShares,
): ShareBase | undefined {
  const [numerator] = stated.numerators;
  const [sibling, ...others] = shares
    .besides(stated)
    .filter((other) => other !== stated && other.numerators.length === 1 && isPrecise(other));
  if (numerator === undefined || sibling === undefined || others.length > 0) return undefined;
  if (!isOfAnyTotal(sibling.of) || sibling.share.quantity.step >= 1) return undefined;
  const fitting = [...distinctBases(bases)].filter(
    (base) => base.quantity.value > numerator.quantity.value && fitsBase(sibling, base),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The nearest of each value. */
function distinctBases(bases: readonly ShareBase[]): Iterable<ShareBase> {
  const byValue = new Map<number, ShareBase>();
  for (const base of bases) if (!byValue.has(base.quantity.value)) byValue.set(base.quantity.value, base);
  return byValue.values();
}

function saidBases(site: FigurePassage, stated: StatedShare, shares: StatedShares): Bases {
  const { given, of, numerators } = stated;
  const ahead = aheadOf(site, stated);
  const [numerator] = numerators;
  if (numerator === undefined)
    return { candidates: [], primary: undefined, isCertain: false, isNamed: false };
  if (given !== undefined) return ofGiven(site, stated, given);
  const bases = ahead.map(({ passage, figure }) => ({ passage, quantity: figure.quantity }));
  const primary = primaryOf(site, stated, shares);
  if (!isOfAnyTotal(of)) return ofNamed({ ahead, noun: baseNoun(stated), structural: primary });
  const lead = leadNoun(site, numerator);
  if (lead !== undefined) {
    const named = ofNamed({ ahead, noun: lead, structural: undefined });
    const isNear = ahead.some(
      ({ figure, distance }) => distance < 2 && figure.quantity === named.primary?.quantity,
    );
    if (named.primary !== undefined && (primary === undefined || isNear))
      return { ...named, candidates: bases };
  }
  const likely = primary ?? agreed(stated, { bases, shares });
  return { candidates: bases, primary: likely?.base, isCertain: likely?.isCertain ?? false, isNamed: false };
}

/** What the text calls the base, as it would be beside the base's number. */
export function baseNoun({ of }: StatedShare): string {
  return of.replace(TOTAL_WORDS, '').replace(/(?<=[一-鿿]{2})(?:人次|件次|批次|户次)$/, '');
}

const TOTAL_WORDS =
  /^(?:到(?!位)|了|应|全部|所有)|(?:的?(?:总人口数|总数|总量|总人数|总人次|总额|总面积|总户数|人数|数量|数|比例|比重))?的?(?:约|仅|为|达)?$/g;

interface CountsAhead {
  readonly passage: Passage;
  readonly figure: ProseFigure;
  /** 0 for the share's own sentence, 1 for its passage, 2 for an earlier one. */
  readonly distance: 0 | 1 | 2;
}

/** The counts that come before a share and may be its base, nearest first. */
function aheadOf(site: FigurePassage, { share, numerators }: StatedShare): CountsAhead[] {
  const found: CountsAhead[] = [];
  const units = numerators.map(({ quantity }) => quantity.unit);
  let looked = 0;
  for (let back = site.index; back >= Math.max(0, site.index - MOST_BASE_PASSAGES); back -= 1) {
    const { passage, figures } = site.sites[back] ?? site;
    const last = back === site.index ? share.index - 1 : figures.length - 1;
    for (let at = last; at >= 0 && looked < MOST_BASE_FIGURES; at -= 1) {
      const figure = figures[at];
      if (figure === undefined) continue;
      looked += 1;
      if (numerators.includes(figure) || figure.role === 'change' || !isCount(figure.quantity.unit)) continue;
      if (isOfOtherTime(figure) && !OTHER_TIME.test(share.clause.text)) continue;
      if (!units.some((unit) => isSameUnit(unit, figure.quantity.unit))) continue;
      const distance = back < site.index ? 2 : figure.clause.sentence === share.clause.sentence ? 0 : 1;
      found.push({ passage, figure, distance });
    }
  }
  return found;
}

/** 占干部总数71名的38%: what is given, of whichever count ahead. */
function ofGiven(site: FigurePassage, { numerators }: StatedShare, given: ProseFigure): Bases {
  const base = { passage: site.passage, quantity: given.quantity };
  const isSame =
    numerators.filter(({ quantity }) => isSameUnit(quantity.unit, given.quantity.unit)).length === 1;
  return { candidates: [base], primary: isSame ? base : undefined, isCertain: true, isNamed: true };
}

interface NamedFigures {
  readonly ahead: readonly CountsAhead[];
  readonly noun: string;
  /** What the order of the sentence makes the base. */
  readonly structural: Primary | undefined;
}

/** 占党员总数的44%: the counts that are called so. */
function ofNamed({ ahead, noun, structural }: NamedFigures): Bases {
  const exact = ahead.filter(({ figure }) => isCalled(figure, noun));
  const loose = ahead.filter(({ figure }) => mayBeCalled(figure, noun));
  const [nearest] = exact;
  const nearer = nearest === undefined ? loose : loose.slice(0, loose.indexOf(nearest));
  const candidates = [...exact, ...nearer].map(baseOf);
  const values = new Set(exact.map(({ figure }) => figure.quantity.value));
  const first = nearest;
  if (first !== undefined && (values.size === 1 || first.distance === 0)) {
    const isCertain = values.size === 1 && first.distance < 2;
    return { candidates, primary: baseOf(first), isCertain, isNamed: true };
  }
  const isLoose = loose.some(
    ({ figure }) => figure.quantity === structural?.base.quantity && isCalledByDeed(figure, noun),
  );
  const isAlone = new Set(loose.map(({ figure }) => figure.quantity.value)).size === 1;
  if (first === undefined && isLoose && isAlone)
    return {
      candidates,
      primary: structural?.base,
      isCertain: structural?.isCertain === true,
      isNamed: true,
    };
  return { candidates, primary: undefined, isCertain: false, isNamed: true };
}

/** 全县常住人口中，男性人口…: what the list is of, where the sentence begins so. */
function leadNoun({ clauses }: FigurePassage, { at, clause }: ProseFigure): string | undefined {
  for (let back = at - 1; back >= Math.max(0, at - LEAD_REACH); back -= 1) {
    const ahead = clauses[back];
    if (ahead === undefined || ahead.sentence !== clause.sentence) return undefined;
    const noun =
      ahead.quantities.length === 0 ? /^[\s　]*([一-鿿]{2,12})[中里]$/.exec(ahead.text)?.[1] : undefined;
    if (noun !== undefined && !/其$/.test(noun)) return noun;
  }
  return undefined;
}

const LEAD_REACH = 16;

/** Shares of one list are of one base: where others of the list fit a count ahead, that is it. */
function agreed(
  stated: StatedShare,
  { bases, shares }: { readonly bases: readonly ShareBase[]; readonly shares: StatedShares },
): Primary | undefined {
  const others = shares.besides(stated).filter((other) => other !== stated && isOfAnyTotal(other.of));
  if (others.length === 0 || others.length > MOST_BASES_BESIDE || !isOfAnyTotal(stated.of)) return undefined;
  let best: { readonly base: ShareBase; readonly count: number } | undefined;
  let isTorn = false;
  for (const base of bases) {
    const count = others.filter((other) => fitsBase(other, base)).length;
    if (count === best?.count && base.quantity.value !== best.base.quantity.value) isTorn = true;
    if (count > (best?.count ?? 0)) {
      best = { base, count };
      isTorn = false;
    }
  }
  return best === undefined || isTorn || best.count < others.length
    ? undefined
    : { base: best.base, isCertain: best.count > 1 && others.some(isPrecise) };
}

const MOST_BASES_BESIDE = 24;

/** Of few, or in whole per cent, a share fits many bases. */
function isPrecise({ share: { quantity } }: StatedShare): boolean {
  return quantity.step <= quantity.value / 20;
}

function fitsBase({ numerators, share }: StatedShare, { quantity }: ShareBase): boolean {
  return (
    quantity.low > 0 &&
    numerators.some((numerator) => overlap(quotient(numerator.quantity, quantity, 100), share.quantity))
  );
}

function baseOf({ passage, figure }: CountsAhead): ShareBase {
  return { passage, quantity: figure.quantity };
}

interface Primary {
  readonly base: ShareBase;
  readonly isCertain: boolean;
}

/** The count before 其中; without it only one that is alone in its sentence. */
function primaryOf(site: FigurePassage, stated: StatedShare, shares: StatedShares): Primary | undefined {
  const { clauses, figures, passage } = site;
  const [numerator] = stated.numerators;
  if (numerator === undefined) return undefined;
  const { unit, value } = numerator.quantity;
  const greater = (figure: ProseFigure) =>
    (figure.role === 'level' || (figure.role === 'last' && !isOfOtherTime(figure))) &&
    isCount(figure.quantity.unit) &&
    isSameUnit(figure.quantity.unit, unit) &&
    figure.quantity.value >= value &&
    figure.quantity.end <= numerator.quantity.start;
  const within = withinOf(site, numerator);
  if (within !== undefined && greater(within))
    return { base: { passage, quantity: within.quantity }, isCertain: true };
  const candidates: ProseFigure[] = [];
  let isTied = false;
  let isOverSemicolon = false;
  let first = numerator.index;
  for (let at = numerator.at; at >= Math.max(0, numerator.at - MOST_BASE_CLAUSES); at -= 1) {
    const clause = clauses[at];
    if (clause === undefined) break;
    if (clause.sentence !== numerator.clause.sentence && !isTied) break;
    if (clause.sentence < numerator.clause.sentence - 1) break;
    const own: ProseFigure[] = [];
    while (first >= 0 && (figures[first]?.at ?? -1) >= at) {
      const figure = figures[first];
      if (figure !== undefined && figure.at === at && greater(figure)) own.push(figure);
      first -= 1;
    }
    if (!isAside(clause.text) && clause.depth <= numerator.clause.depth) {
      const isOutside = clause.sentence < numerator.clause.sentence;
      const nearest = own.find((figure) => !isOutside || !shares.counts.has(figure));
      if (isTied && nearest !== undefined) {
        const isInner = stated.enclosing.some(({ numerators }) => numerators.includes(nearest));
        const base = { passage, quantity: nearest.quantity };
        const isBeside = shares.besides(stated).some((other) => other !== stated && fitsBase(other, base));
        return { base, isCertain: !isInner && (!isOverSemicolon || isBeside) };
      }
      candidates.push(...own);
      isTied ||= AMONG_WORDS.test(clause.text);
    }
    isOverSemicolon ||= clause.before === '；';
  }
  const open = candidates.filter((figure) => !shares.counts.has(figure));
  const [only] = open;
  if (only === undefined || open.some(({ quantity }) => quantity.value !== only.quantity.value))
    return undefined;
  return { base: { passage, quantity: only.quantity }, isCertain: !isOverSemicolon };
}

/** 9.6万名书记中，大专以上的5.4万名. */
function withinOf({ clauses, figures }: FigurePassage, numerator: ProseFigure): ProseFigure | undefined {
  const clause = clauses[numerator.at - 1];
  if (clause?.sentence !== numerator.clause.sentence || !/(?<!其)中$/.test(clause.text.trim()))
    return undefined;
  const before = figures[numerator.index - 1];
  return before?.clause === clause && clause.quantities.length === 1 ? before : undefined;
}

const MOST_BASE_CLAUSES = 24;
