import type { Quantity } from '../quantities.ts';
import { baseNoun, basesOf, type ShareBase } from './bases.ts';
import type { Claim, Operand } from './claim.ts';
import { isOfOtherTime, isSameUnit, type ProseFigure } from './figure.ts';
import { distance, type Interval, overlap, plainNumber, quotient } from './interval.ts';
import { type FigurePassage, holdsOne, numberWritten, operand, rangeOfFigure, written } from './reader.ts';
import { isMiswritten } from './slip.ts';
import { impliedCount, impliedWhole, type StatedShare, StatedShares } from './stated-share.ts';

/** Counts with the share that the text gives of them: 22名，占44%. */
export function readShares(site: FigurePassage): Claim[] {
  if (!holdsOne(site.passage.text, SAYS_SHARE)) return [];
  const shares = new StatedShares(site);
  return shares.all.map((stated) => judgeShare(site, stated, shares));
}

const SAYS_SHARE = ['占', '覆盖'];

type ShareVerdict = Pick<Claim, 'verdict' | 'isCertain' | 'why' | 'reckoning' | 'exact'> & {
  readonly base?: ShareBase | undefined;
};

function judgeShare(site: FigurePassage, stated: StatedShare, shares: StatedShares): Claim {
  const { passage } = site;
  const { numerators, share } = stated;
  const { base, ...verdict } = shareVerdict(site, stated, shares);
  const [numerator] = numerators;
  const operands: Operand[] = [
    ...(numerator ? [operand('分子', passage, numerator.quantity)] : []),
    ...(base ? [operand('分母', base.passage, base.quantity)] : []),
  ];
  return {
    kind: 'share',
    rule: 'prose-share',
    at: rangeOfFigure(passage, share.quantity),
    operands,
    ...verdict,
    hint: '重新计算；分母另有所指的，写明“占××的”。',
  };
}

function unjudgedShare(why: string): ShareVerdict {
  return { verdict: 'unjudged', isCertain: false, why, reckoning: '' };
}

function shareVerdict(site: FigurePassage, stated: StatedShare, shares: StatedShares): ShareVerdict {
  const { share, numerators } = stated;
  const [numerator] = numerators;
  if (share.quantity.isApproximate) return unjudgedShare('比例是约数');
  if (numerator === undefined)
    return stated.given === undefined ? unjudgedShare(NO_NUMERATOR) : againstGiven(site, stated.given, share);
  if (numerators.some(({ quantity }) => quantity.isApproximate)) return unjudgedShare('分子是约数');
  const { candidates, primary, isCertain, isNamed, isGuess = false } = basesOf(site, stated, shares);
  const parts = stated.given === undefined ? numerators : countsOfSentence(site, stated.given);
  const isOfList = primary !== undefined && isCertain && !isNamed;
  for (const candidate of candidates) {
    if (isOfList && candidate.passage !== site.passage && candidate.quantity !== primary.quantity) continue;
    const isOther = candidate.quantity !== primary?.quantity;
    const isFar = isOther && !isNamed && primary !== undefined && isBeforeSentence(site, stated, candidate);
    if (isFar && !isGuess && doOthersFit(stated, shares, primary)) continue;
    const fitting = parts.find(({ quantity }) => shareFits(quantity, candidate.quantity, share.quantity));
    if (fitting !== undefined) {
      const reckoning = reckonShare(site, {
        numerator: fitting.quantity,
        base: candidate,
        share: share.quantity,
      });
      const exact = (fitting.quantity.value / candidate.quantity.value) * 100;
      return { verdict: 'holds', isCertain: true, why: '', reckoning, exact, base: candidate };
    }
  }
  const odd = primary === undefined || isGuess ? againstSiblings(site, stated, shares) : undefined;
  if (odd !== undefined || primary === undefined)
    return odd ?? unjudgedShare(isNamed ? `没有找到“${baseNoun(stated)}”的数` : '没有写明分母');
  if (primary.quantity.isApproximate) return unjudgedShare('分母是约数');
  if (primary.quantity.low <= 0) return unjudgedShare('分母是0');
  const numeratorOfBase =
    numerators.find(({ quantity }) => isSameUnit(quantity.unit, primary.quantity.unit)) ?? numerator;
  const { quantity } = numeratorOfBase;
  if (isImplied(stated) || (!isCertain && isOfOtherList(stated, { shares, base: primary })))
    return unjudgedShare('与别的比例是同一个分母，上文没有写出来');
  const right = quotient(quantity, primary.quantity, 100);
  const center = (quantity.value / primary.quantity.value) * 100;
  if (
    isGuess &&
    distance(right, share.quantity) >
      share.quantity.value *
        (isNamed && primary.passage === site.passage ? MOST_NAMED_SLIP : MOST_SHARE_SLIP) &&
    !isMiswritten(share.quantity, center)
  )
    return unjudgedShare(isNamed ? `没有找到“${baseNoun(stated)}”的数` : '没有写明分母');
  const isNear = distance(right, share.quantity) <= share.quantity.step * 1.0001;
  const reckoning = reckonShare(site, { numerator: quantity, base: primary, share: share.quantity });
  if (isNear && !isCertain) return unjudgedShare('末位差一，分母又不能确定');
  const last = isNear ? '，末位差一（可能是截尾，或为凑100%调整）' : '';
  const decimals = decimalsOf(share.quantity.step);
  const exact = ((quantity.value / primary.quantity.value) * 100).toFixed(decimals);
  const [part, whole] = [
    numberWritten(site.passage, quantity),
    numberWritten(primary.passage, primary.quantity),
  ];
  const why = `占比写的是${plainNumber(share.quantity.value)}%，按${part}÷${whole}计算是${exact}%${last}`;
  return { verdict: 'wrong', isCertain: isCertain && !isNear, why, reckoning, base: primary };
}

function isBeforeSentence(
  { clauses, passage }: FigurePassage,
  { share }: StatedShare,
  base: ShareBase,
): boolean {
  if (base.passage !== passage) return true;
  let first = share.at;
  while (share.at - first < LONGEST_SENTENCE && clauses[first - 1]?.sentence === share.clause.sentence)
    first -= 1;
  return base.quantity.end <= (clauses[first]?.start ?? 0);
}

/** In clauses. */
const LONGEST_SENTENCE = 60;

const MOST_AROUND = 5;

/** Whether another share of the list is surely of the same base. */
function doOthersFit(stated: StatedShare, shares: StatedShares, { quantity }: ShareBase): boolean {
  return shares
    .around(stated, MOST_AROUND)
    .some(
      (other) =>
        other.group === stated.group &&
        other.share.quantity.step < 1 &&
        other.numerators.some((each) => shareFits(each.quantity, quantity, other.share.quantity)),
    );
}

const NO_NUMERATOR = '找不到这个比例的分子';

/** 解决1326户4873人，惠及人口占全乡总人口15260人的39.1%: the only count of the sentence that gives the share with a slip of the pen. */
function againstGiven(
  site: FigurePassage,
  given: ProseFigure,
  { quantity: stated }: ProseFigure,
): ShareVerdict {
  const base = { passage: site.passage, quantity: given.quantity };
  const counts = countsOfSentence(site, given);
  const fitting = counts.find(({ quantity }) => shareFits(quantity, given.quantity, stated));
  const slipped = counts.filter(({ quantity }) =>
    isMiswritten(stated, (quantity.value / given.quantity.value) * 100),
  );
  const [numerator = fitting] = slipped;
  if (numerator === undefined || (fitting === undefined && slipped.length > 1))
    return unjudgedShare(NO_NUMERATOR);
  const part = (fitting ?? numerator).quantity;
  const reckoning = reckonShare(site, { numerator: part, base, share: stated });
  return fitting !== undefined
    ? { verdict: 'holds', isCertain: true, why: '', reckoning, base }
    : {
        verdict: 'wrong',
        isCertain: false,
        why: `占比写的是${plainNumber(stated.value)}%，按${reckoning}`,
        reckoning,
        base,
      };
}

/** A share that is further off is of something else. */
const MOST_SHARE_SLIP = 0.2;
/** Of a base that the passage calls so, and nothing else. */
const MOST_NAMED_SLIP = 0.4;

/** Where the text gives the whole, any count of the sentence may be what has the share. */
function countsOfSentence({ figures }: FigurePassage, given: ProseFigure): readonly ProseFigure[] {
  const counts: ProseFigure[] = [];
  for (let back = given.index - 1; back >= Math.max(0, given.index - MOST_SHARES_BESIDE); back -= 1) {
    const figure = figures[back];
    if (figure === undefined || figure.clause.sentence !== given.clause.sentence) break;
    if (figure.clause.depth > given.clause.depth) continue;
    if (isSameUnit(figure.quantity.unit, given.quantity.unit) && !isOfOtherTime(figure)) counts.push(figure);
  }
  return counts;
}

interface Reckoned {
  readonly numerator: Quantity;
  readonly base: ShareBase;
  readonly share: { readonly step: number };
}

function reckonShare({ passage }: FigurePassage, { numerator, base, share }: Reckoned): string {
  const right = (numerator.value / base.quantity.value) * 100;
  const [part, whole] = [numberWritten(passage, numerator), numberWritten(base.passage, base.quantity)];
  return `${part}÷${whole}＝${right.toFixed(decimalsOf(share.step))}%`;
}

export function decimalsOf(step: number): number {
  return Math.max(0, Math.round(-Math.log10(step)));
}

/** Whether some values within what is written make it true. */
function shareFits(numerator: Interval, base: Interval, share: Interval): boolean {
  return base.low > 0 && overlap(quotient(numerator, base, 100), share);
}

/** A share within a share may be of the outer whole, which another share gives: 女72名，占30%，其中少数民族女12名，占5%. */
function isImplied(stated: StatedShare): boolean {
  const own = impliedWhole(stated);
  if (own === undefined) return false;
  return stated.enclosing.some((outer) => {
    const implied = impliedWhole(outer);
    return implied !== undefined && overlap(own, implied);
  });
}

/** The other shares of the list do not fit the base either, and show the whole that this one shows. */
function isOfOtherList(
  stated: StatedShare,
  { shares, base }: { readonly shares: StatedShares; readonly base: ShareBase },
): boolean {
  const own = impliedCount(stated);
  const others = shares.besides(stated).filter((other) => other !== stated);
  if (own === undefined || others.length === 0 || others.length > MOST_SHARES_BESIDE) return false;
  return others.some((other) => {
    const implied = impliedCount(other);
    if (implied === undefined) return false;
    return overlap(implied, own) && !overlap(implied, base.quantity);
  });
}

/** Where nothing says the whole, counts with their shares that follow one another show it: they have to show the same. */
function againstSiblings(
  site: FigurePassage,
  stated: StatedShare,
  shares: StatedShares,
): ShareVerdict | undefined {
  const group = shares.besides(stated);
  const own = impliedWhole(stated);
  if (group.length < 2 || group.length > MOST_SHARES_BESIDE || own === undefined) return undefined;
  const wholes = group.map((each) => impliedWhole(each));
  if (wholes.some((whole) => whole === undefined)) return undefined;
  const agreeing = (whole: Interval) =>
    wholes.filter((other) => other !== undefined && overlap(whole, other)).length;
  const best = Math.max(...wholes.map((whole) => (whole === undefined ? 0 : agreeing(whole))));
  if (best === group.length) return undefined;
  const isOdd = agreeing(own) === 1 && best === group.length - 1;
  if (!isOdd || (group.length === 2 && group[1] !== stated)) return undefined;
  const other = group.find((each) => each !== stated);
  const whole = other && impliedWhole(other);
  if (whole === undefined || relativeGap(own, whole) < LEAST_GAP) return undefined;
  const shown = (each: Interval) => `约${Math.round((each.low + each.high) / 2)}`;
  const text = written(site.passage, stated.share.quantity);
  return {
    verdict: 'wrong',
    isCertain: false,
    why: `几个比例推算出的总数不一致：按${text}推算是${shown(own)}，按前后的比例推算是${shown(whole)}`,
    reckoning: `总数 ${shown(own)} 与 ${shown(whole)}`,
  };
}

/** More shares than this are no list of one whole. */
const MOST_SHARES_BESIDE = 24;

/** By less, a last place that is cut off explains it. */
const LEAST_GAP = 0.008;

function relativeGap(a: Interval, b: Interval): number {
  return distance(a, b) / Math.max(1, b.low);
}
