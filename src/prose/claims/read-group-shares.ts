import type { Claim } from './claim.ts';
import { groupOf, sumOfFigures } from './groups.ts';
import { distance, overlap, plainNumber, quotient } from './interval.ts';
import { type FigurePassage, holdsOne, numberWritten, operand, rangeOfFigure } from './reader.ts';

/** Shares of several parts of a list: 前两类合计占62.5%, 45岁及以下占66.7%. */
export function readGroupShares(site: FigurePassage): Claim[] {
  if (site.mostAlike < 2 || !holdsOne(site.passage.text, ['占'])) return [];
  const { passage } = site;
  return site.figures.flatMap((share): Claim[] => {
    if (share.role !== 'share' || share.quantity.isApproximate) return [];
    const group = groupOf(site, share);
    if (group === undefined) return [];
    const { parts, whole, isProven } = group;
    const [sum, base] = [sumOfFigures(parts), sumOfFigures(whole)];
    const stated = share.quantity;
    const due = quotient(sum, base, 100);
    const holds = overlap(due, stated);
    const isNear = distance(due, stated) <= stated.step * 1.0001;
    const shown = (figures: typeof parts) => {
      const text = figures.map(({ quantity }) => numberWritten(passage, quantity)).join('＋');
      return figures.length > 1 ? `（${text}）` : text;
    };
    const decimals = Math.max(0, Math.round(-Math.log10(stated.step)));
    const reckoning = `${shown(parts)}÷${shown(whole)}＝${((sum.value / base.value) * 100).toFixed(decimals)}%`;
    return [
      {
        kind: 'share',
        rule: 'prose-share',
        at: rangeOfFigure(passage, stated),
        operands: [
          ...parts.map(({ quantity }) => operand('分子', passage, quantity)),
          ...(isProven ? whole.map(({ quantity }) => operand('分母', passage, quantity)) : []),
        ],
        verdict: holds ? 'holds' : isNear ? 'unjudged' : 'wrong',
        isCertain: false,
        reckoning,
        why: holds ? '' : isNear ? '末位差一' : `占比写的是${plainNumber(stated.value)}%，按${reckoning}`,
        hint: '重新计算；分母另有所指的，写明“占××的”。',
      },
    ];
  });
}
