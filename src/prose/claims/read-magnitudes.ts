import type { Claim } from './claim.ts';
import type { ProseFigure } from './figure.ts';
import { plainNumber } from './interval.ts';
import { type FigurePassage, operand, rangeOfFigure, written } from './reader.ts';

/**
 * Amounts that lost their 万: 应征186.0万元，实征161.8万元，补征24.2元. An amount in plain 元 among amounts in 万元 that is, ten thousand times, what two figures beside it come to.
 */
export function readMagnitudes(site: FigurePassage, claims: readonly Claim[]): Claim[] {
  const { passage } = site;
  if (!passage.text.includes('万元')) return [];
  const judged = new Set(claims.filter(({ verdict }) => verdict !== 'unjudged').map(({ at }) => at.start));
  return site.figures.flatMap((figure): Claim[] => {
    if (!isPlainAmount(site, figure) || judged.has(figure.quantity.start)) return [];
    const pair = pairFor(site, figure);
    if (pair === undefined) return [];
    const due = `${plainNumber(figure.quantity.value)}万元`;
    return [
      {
        kind: 'sum',
        rule: 'prose-unit',
        at: rangeOfFigure(passage, figure.quantity),
        operands: pair.figures.map(({ quantity }) => operand('参照', passage, quantity)),
        verdict: 'wrong',
        isCertain: false,
        reckoning: `${pair.shown}＝${due}`,
        why: `写的是${written(passage, figure.quantity)}，按${pair.shown}是${due}，像是漏了“万”`,
        hint: '核对金额的计量单位。',
      },
    ];
  });
}

const TEN_THOUSAND = 10_000;
/** Fewer digits are like others by chance. */
const LEAST_DIGITS = 3;

function isPlainAmount(
  { passage: { text } }: FigurePassage,
  { quantity, role, ahead }: ProseFigure,
): boolean {
  const { unit, value, step, start, numberEnd, isApproximate } = quantity;
  return (
    unit === '元' &&
    role !== 'share' &&
    !isApproximate &&
    value > 0 &&
    value < 1_000_000 &&
    !/[万亿]/.test(text.slice(start, numberEnd)) &&
    !/[均每]|单价|标准/.test(ahead) &&
    String(Math.round(value / step)).length >= LEAST_DIGITS
  );
}

interface FoundPair {
  readonly figures: readonly ProseFigure[];
  readonly shown: string;
}

/** How many figures ahead are looked at. */
const MOST_MAGNITUDE_FIGURES = 6;

/** A difference, a sum or a product of two figures of the sentence, or of the one before, that is ten thousand times the amount. */
function pairFor({ figures, passage }: FigurePassage, figure: ProseFigure): FoundPair | undefined {
  const due = figure.quantity.value * TEN_THOUSAND;
  const spread = figure.quantity.step * TEN_THOUSAND * 0.5001;
  const near = figures
    .slice(Math.max(0, figure.index - MOST_MAGNITUDE_FIGURES), figure.index)
    .filter(
      ({ clause, role, quantity }) =>
        clause.sentence >= figure.clause.sentence - 1 && role !== 'share' && quantity.value > 0,
    );
  for (const [index, a] of near.entries()) {
    for (const b of near.slice(index + 1)) {
      const [x, y] = [written(passage, a.quantity), written(passage, b.quantity)];
      const both = a.quantity.unit === '元' && b.quantity.unit === '元';
      const isLarge = a.quantity.value >= TEN_THOUSAND && b.quantity.value >= TEN_THOUSAND;
      const found =
        both && isLarge
          ? [
              [Math.abs(a.quantity.value - b.quantity.value), '与', '之差'],
              [a.quantity.value + b.quantity.value, '与', '之和'],
            ]
          : (a.quantity.unit === '元') !== (b.quantity.unit === '元')
            ? [[a.quantity.value * b.quantity.value, '×', '']]
            : [];
      for (const [value, sign, end] of found)
        if (Math.abs(Number(value) - due) <= spread)
          return { figures: [a, b], shown: `${x}${sign}${y}${end}` };
    }
  }
  return undefined;
}
