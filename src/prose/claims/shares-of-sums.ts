import type { Claim, Operand } from './claim.ts';
import { isSameUnit, type ProseFigure } from './figure.ts';
import { distance, overlap, plainNumber, quotient } from './interval.ts';
import { type FigurePassage, numberWritten, operand } from './reader.ts';
import { isOfAnyTotal, saidBase } from './stated-share.ts';

/**
 * Shares against what a sum has proved: of 收入4126.8万元（其中：税收3012.56万元，占75.7%；非税1114.24万元，占27.0%） the parts add up to the revenue, one share is of it,
 * so the other is too, whatever else of the text it fits by chance.
 */
export function againstSums(site: FigurePassage, claims: readonly Claim[]): readonly Claim[] {
  const sums = claims.filter(
    ({ kind, verdict, operands }) => kind === 'sum' && verdict === 'holds' && operands.length > 1,
  );
  if (sums.length === 0) return claims;
  const shares = new Map<number, Claim>();
  for (const claim of claims) {
    const numerator = numeratorOf(claim);
    if (numerator?.passage === site.passage) shares.set(numerator.start, claim);
  }
  if (shares.size < 2) return claims;
  const changed = new Map<Claim, Claim>();
  const byStart = new Map(site.figures.map((figure) => [figure.quantity.start, figure]));
  for (const sum of sums) {
    if (sum.at.passage !== site.passage) continue;
    const total = byStart.get(sum.at.start);
    const own = sum.operands.flatMap((part) => {
      const claim = shares.get(part.start);
      const [share, count] = [byStart.get(claim?.at.start ?? -1), byStart.get(part.start)];
      return claim && share && count && total && isPlainShare({ share, count, total })
        ? [{ claim, share, count }]
        : [];
    });
    if (total === undefined || own.length < 2) continue;
    const fits = own.filter(({ share, count }) => overlap(shareOf(count, total), share.quantity));
    const others = own.filter((each) => !fits.includes(each));
    const [odd] = others;
    if (odd === undefined || others.length > 1 || odd.claim.verdict === 'wrong') continue;
    const { quantity } = odd.share;
    if (distance(shareOf(odd.count, total), quantity) > quantity.step * 1.0001)
      changed.set(odd.claim, wrongShare(site, odd.claim, { ...odd, total }));
  }
  return changed.size === 0 ? claims : claims.map((claim) => changed.get(claim) ?? claim);
}

function numeratorOf({ kind, operands }: Claim): Operand | undefined {
  return kind === 'share' ? operands.find(({ role }) => role === '分子') : undefined;
}

interface SummedShare {
  readonly share: ProseFigure;
  readonly count: ProseFigure;
  readonly total: ProseFigure;
}

/** One that names no base of its own. */
function isPlainShare({ share, count, total }: SummedShare): boolean {
  return (
    share.role === 'share' &&
    !share.quantity.isApproximate &&
    share.quantity.step < 1 &&
    isOfAnyTotal(saidBase(share)) &&
    isSameUnit(count.quantity.unit, total.quantity.unit)
  );
}

function shareOf({ quantity: count }: ProseFigure, { quantity: total }: ProseFigure) {
  return quotient(count, total, 100);
}

function wrongShare({ passage }: FigurePassage, claim: Claim, { share, count, total }: SummedShare): Claim {
  const decimals = Math.max(0, Math.round(-Math.log10(share.quantity.step)));
  const right = ((count.quantity.value / total.quantity.value) * 100).toFixed(decimals);
  const reckoning = `${numberWritten(passage, count.quantity)}÷${numberWritten(passage, total.quantity)}＝${right}%`;
  return {
    ...claim,
    operands: [operand('分子', passage, count.quantity), operand('分母', passage, total.quantity)],
    verdict: 'wrong',
    isCertain: false,
    reckoning,
    exact: Number(right),
    why: `占比写的是${plainNumber(share.quantity.value)}%，按${reckoning}；其他分项的占比都以这个总数为分母`,
  };
}
