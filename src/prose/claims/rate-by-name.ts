import type { Passage } from '../../facts/passages.ts';
import type { Claim } from './claim.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { sumOfFigures } from './groups.ts';
import { distance, overlap, plainNumber, quotient } from './interval.ts';
import { isDoneCount, isRateBase, stemsOf } from './rate-names.ts';
import { type FigurePassage, numberWritten, operand, rangeOfFigure } from './reader.ts';
import { isMiswritten } from './slip.ts';

interface NamedRate {
  readonly rate: ProseFigure;
  readonly name: string;
  /** The counts of its sentence before it. */
  readonly counts: readonly ProseFigure[];
}

interface NamedCount {
  readonly figure: ProseFigure;
  readonly passage: Passage;
}

/**
 * A rate whose name, or whose bracket, says what is divided by what: 参选率 is of 登记选民, 到会率 of 应到, 审减率（审减额/送审价）. What else of the text gives the
 * rate by chance is not asked. Undefined where not both are found.
 */
export function rateByName(site: FigurePassage, named: NamedRate): Claim | undefined {
  const { rate, counts } = named;
  const note = noteBefore(site, rate);
  const [, partName, wholeName = /^占([一-鿿]{2,12}?)$/.exec(note)?.[1]] = DEFINED.exec(note) ?? [];
  const also = ALSO_IN.exec(note)?.[1];
  if (also === undefined && /^不?含/.test(note)) return undefined;
  const done = partName === undefined ? doneCounts(site, named) : [calledBest(counts, partName)];
  const claims = done.flatMap((part) => (part && claimOfPart(site, named, { part, also, wholeName })) ?? []);
  const most = Math.max(...claims.map(({ sum }) => sum));
  return (claims.find(({ claim }) => claim.verdict === 'holds') ?? claims.find(({ sum }) => sum === most))
    ?.claim;
}

interface NamedPart {
  readonly part: ProseFigure;
  /** What else is counted in: 基本满意. */
  readonly also: string | undefined;
  readonly wholeName: string | undefined;
}

function claimOfPart(
  site: FigurePassage,
  named: NamedRate,
  { part, also, wholeName }: NamedPart,
): { readonly claim: Claim; readonly sum: number } | undefined {
  const { rate, counts } = named;
  const second =
    also === undefined ? undefined : counts.find((each) => each !== part && each.ahead.includes(also));
  const parts = second === undefined ? [part] : [part, second];
  const wholes = wholesFor(site, named, { part, wholeName });
  const [whole] = wholes;
  if (whole === undefined) return undefined;
  const fits = (numerators: readonly ProseFigure[], { figure }: NamedCount) =>
    overlap(quotient(sumOfFigures(numerators), figure.quantity, 100), rate.quantity);
  const fitting = wholes.find((each) => fits(parts, each));
  const sum = sumOfFigures(parts).value;
  if (fitting !== undefined) return { claim: claimOfNamed(site, { rate, parts, whole: fitting }), sum };
  const isOther = counts.some(
    (each) =>
      each !== part &&
      each !== whole.figure &&
      isSameUnit(each.quantity.unit, part.quantity.unit) &&
      fits([each], whole),
  );
  const isOne = new Set(wholes.map(({ figure }) => figure.quantity.value)).size === 1;
  if (!isOne || (isOther && also === undefined) || part.quantity.value > whole.figure.quantity.value)
    return undefined;
  if (!counts.includes(whole.figure) && !isMeant(rate, (sum / whole.figure.quantity.value) * 100))
    return undefined;
  return { claim: claimOfNamed(site, { rate, parts, whole }), sum };
}

/** A base of another sentence may be another body's: then the rate is far off. */
function isMeant({ quantity }: ProseFigure, due: number): boolean {
  return Math.abs(due / quantity.value - 1) <= MOST_OFF_RATE || isMiswritten(quantity, due);
}

const MOST_OFF_RATE = 0.35;

/** （办结数占受理数）, （审减额/送审价）. */
const DEFINED = /^(?:指|按|即)?([一-鿿]{1,10}?)(?:占|[/／÷])([一-鿿]{1,12}?)(?:的?比[例重])?$/;
/** （含基本满意）. */
const ALSO_IN = /^含(基本[一-鿿]{2})$/;

/** What stands in the bracket between a rate's name and its number. */
function noteBefore({ clauses }: FigurePassage, { clause, at }: ProseFigure): string {
  const ahead = clauses[at - 1];
  return /[）)]/.test(clause.before) && ahead !== undefined && ahead.depth > clause.depth
    ? ahead.text.trim()
    : '';
}

/** The counts that say what was done, in the counting word that the name asks for: 按户数计追缴率. */
function doneCounts({ figures }: FigurePassage, { name, counts }: NamedRate): readonly ProseFigure[] {
  const stems = stemsOf(name);
  const units = UNITS_ASKED.find(([words]) => name.includes(words))?.[1];
  const exact = counts.filter((figure) => isDoneCount(figure, stems.slice(0, 1), figures));
  const done = exact.length > 0 ? exact : counts.filter((figure) => isDoneCount(figure, stems, figures));
  return done.filter(
    (each) =>
      !isRateBase(name, each) &&
      !each.quantity.isApproximate &&
      (units === undefined || units.includes(each.quantity.unit)),
  );
}

const UNITS_ASKED: readonly (readonly [string, readonly string[]])[] = [
  ['金额', ['元']],
  ['户数', ['户']],
  ['人数', ['人', '名']],
  ['个数', ['个', '项', '件']],
  ['件数', ['件']],
];

/** How many sentences, passages and figures ahead the base is looked for. */
const BASE_SENTENCES = 2;
const BASE_PASSAGES = 2;
const MOST_BASE_FIGURES = 40;

/** The counts that the rate's name says it is of: of the nearest sentence that has some. */
function wholesFor(
  site: FigurePassage,
  { rate, name, counts }: NamedRate,
  { part, wholeName }: { readonly part: ProseFigure; readonly wholeName: string | undefined },
): readonly NamedCount[] {
  const { passage } = site;
  if (wholeName !== undefined) {
    const own = counts.filter((each) => each !== part && isSameUnit(each.quantity.unit, part.quantity.unit));
    const called = calledBest(own, wholeName);
    return called === undefined ? [] : [{ figure: called, passage }];
  }
  const isBase = (figure: ProseFigure) =>
    figure !== part &&
    (figure.role === 'level' || figure.role === 'base') &&
    isSameUnit(figure.quantity.unit, part.quantity.unit) &&
    !figure.quantity.isApproximate &&
    isRateBase(name, figure);
  const own = counts.filter(isBase);
  if (own.length > 0) return own.map((figure) => ({ figure, passage }));
  const isInner = counts.some(
    (each) =>
      each.index < part.index &&
      isSameUnit(each.quantity.unit, part.quantity.unit) &&
      each.quantity.value >= part.quantity.value,
  );
  if (isInner) return [];
  const before = site.figures.slice(Math.max(0, rate.index - MOST_BASE_FIGURES), rate.index);
  for (let back = 1; back <= BASE_SENTENCES; back += 1) {
    const sentence = rate.clause.sentence - back;
    const earlier = before.filter((each) => each.clause.sentence === sentence && isBase(each));
    if (earlier.length > 0) return earlier.map((figure) => ({ figure, passage }));
  }
  for (let back = site.index - 1; back >= Math.max(0, site.index - BASE_PASSAGES); back -= 1) {
    const other = site.sites[back];
    const found = other?.figures.slice(-MOST_BASE_FIGURES).filter(isBase) ?? [];
    if (other !== undefined && found.length > 0)
      return found.map((figure) => ({ figure, passage: other.passage }));
  }
  return [];
}

/** The count whose name has most pairs of characters in common with a name; of several the nearest. */
function calledBest(counts: readonly ProseFigure[], name: string): ProseFigure | undefined {
  let best: ProseFigure | undefined;
  let most = 0;
  for (const figure of counts) {
    if (!isCount(figure.quantity.unit)) continue;
    const words = (figure.lead ?? figure.ahead) + figure.behind.slice(0, 6);
    let score = 0;
    for (let at = 0; at + 2 <= name.length; at += 1) if (words.includes(name.slice(at, at + 2))) score += 1;
    if (score > 0 && score >= most) [best, most] = [figure, score];
  }
  return best;
}

interface JudgedRate {
  readonly rate: ProseFigure;
  readonly parts: readonly ProseFigure[];
  readonly whole: NamedCount;
}

function claimOfNamed({ passage }: FigurePassage, { rate, parts, whole }: JudgedRate): Claim {
  const stated = rate.quantity;
  const sum = sumOfFigures(parts);
  const base = whole.figure.quantity;
  const due = quotient(sum, base, 100);
  const holds = overlap(due, stated);
  const isNear = distance(due, stated) <= stated.step * 1.0001;
  const isAbout = stated.isApproximate;
  const decimals = Math.max(0, Math.round(-Math.log10(stated.step)));
  const written = parts.map(({ quantity }) => numberWritten(passage, quantity)).join('＋');
  const shown = `${parts.length > 1 ? `（${written}）` : written}÷${numberWritten(whole.passage, base)}`;
  const right = `${((sum.value / base.value) * 100).toFixed(decimals)}%`;
  return {
    kind: 'rate',
    rule: 'prose-rate',
    at: rangeOfFigure(passage, stated),
    operands: [
      ...parts.map(({ quantity }) => operand('分子', passage, quantity)),
      operand('分母', whole.passage, base),
    ],
    verdict: holds ? 'holds' : isAbout || isNear ? 'unjudged' : 'wrong',
    isCertain: false,
    reckoning: `${shown}＝${right}`,
    why: holds
      ? ''
      : isAbout || isNear
        ? '有约数，或者只差末位'
        : `比率写的是${plainNumber(stated.value)}%，按${shown}计算是${right}`,
    hint: '比率 = 已做到的 ÷ 应做到的；按别的口径计算的，写明口径。',
  };
}
