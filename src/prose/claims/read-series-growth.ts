import type { Claim } from './claim.ts';
import { isCount, isSameUnit, type ProseFigure } from './figure.ts';
import { difference, overlap, plainNumber, quotient } from './interval.ts';
import { type FigurePassage, operand, rangeOfFigure, written } from './reader.ts';

/**
 * Rates in a row, each of two counts in their turn: 6起，死亡2人，受伤9人，同比分别减少2起、1人和3人，降幅分别为25.0%、33.3%和25.0%; 9起、6人、8人，上年同期13起、8人、10人，分别下降30.8%、25.0%、20.0%.
 */
export function readSeriesGrowth(site: FigurePassage): Claim[] {
  const { figures, passage } = site;
  if (!passage.text.includes('分别')) return [];
  return figures.flatMap((first): Claim[] => {
    const [, named, done] = WAY.exec(first.ahead) ?? [];
    const way = named ?? done;
    if (first.quantity.unit !== '%' || way === undefined) return [];
    const rates = rowFrom(figures, first);
    const counts = countsBefore(figures, first, rates.length * 2);
    if (rates.length < 2 || counts.length < rates.length * 2) return [];
    const [nows, others] = [counts.slice(0, rates.length), counts.slice(rates.length)];
    const isParallel = nows.every((now, at) =>
      isSameUnit(now.quantity.unit, others[at]?.quantity.unit ?? ''),
    );
    const isOfChange = others[0] !== undefined && CHANGED.test(others[0].ahead);
    const isOfLast = others[0] !== undefined && LAST.test(others[0].ahead);
    if (!isParallel || isOfChange === isOfLast) return [];
    const isFall = FALL.test(way);
    const rows = rates.flatMap((rate, at): SeriesRow[] => {
      const [now, other] = [nows[at], others[at]];
      return now && other ? [{ rate, now, other, isFall, isOfChange }] : [];
    });
    const fitting = rows.filter(doesFit);
    if (fitting.length === 0) return [];
    return rows.map((row) => claimOf(site, row));
  });
}

/** 降幅分别为, 同比分别下降. */
const WAY =
  /(?:(增长|上升|提高|增加|下降|减少|降低|下滑|增幅|降幅|涨幅)分别[为是]?|分别(增长|上升|提高|增加|下降|减少|降低|下滑))$/;
const FALL = /下降|减少|降/;
const CHANGED = /(?:减少|增加|下降|上升|少|多)$/;
const LAST = /(?:上年|去年|上届|上期|同期)[一-鿿]{0,4}$/;

interface SeriesRow {
  readonly rate: ProseFigure;
  readonly now: ProseFigure;
  /** What it was, or by how much it changed. */
  readonly other: ProseFigure;
  readonly isFall: boolean;
  readonly isOfChange: boolean;
}

/** The percentages that pause marks or 和 join to the first. */
function rowFrom(figures: readonly ProseFigure[], first: ProseFigure): readonly ProseFigure[] {
  const row = [first];
  for (
    let next = figures[first.index + 1];
    next?.quantity.unit === '%';
    next = figures[first.index + row.length]
  ) {
    const isJoined =
      next.clause === row.at(-1)?.clause
        ? /^[和与及]$/.test(next.ahead)
        : next.clause.before === '、' && next.ahead === '';
    if (!isJoined || next.clause.sentence !== first.clause.sentence) break;
    row.push(next);
  }
  return row;
}

const MOST_SERIES_FIGURES = 24;

/** So many counts right before, in order. */
function countsBefore(
  figures: readonly ProseFigure[],
  first: ProseFigure,
  most: number,
): readonly ProseFigure[] {
  const counts: ProseFigure[] = [];
  const end = Math.max(0, first.index - MOST_SERIES_FIGURES);
  for (let at = first.index - 1; at >= end && counts.length < most; at -= 1) {
    const figure = figures[at];
    if (figure === undefined || figure.clause.sentence !== first.clause.sentence) break;
    if (figure.clause.depth > first.clause.depth || !isCount(figure.quantity.unit)) continue;
    if (figure.quantity.isApproximate) break;
    counts.unshift(figure);
  }
  return counts;
}

function dueOf({ now, other, isFall, isOfChange }: SeriesRow) {
  const [a, b] = [now.quantity, other.quantity];
  if (!isOfChange) return quotient(isFall ? difference(b, a) : difference(a, b), b, 100);
  const before = isFall ? { low: a.low + b.low, high: a.high + b.high } : difference(a, b);
  return quotient(b, before, 100);
}

function doesFit(row: SeriesRow): boolean {
  return overlap(dueOf(row), row.rate.quantity);
}

function claimOf({ passage }: FigurePassage, row: SeriesRow): Claim {
  const { rate, now, other, isOfChange } = row;
  const due = dueOf(row);
  const decimals = Math.max(0, Math.round(-Math.log10(rate.quantity.step)));
  const right = `${plainNumber((due.low + due.high) / 2, decimals)}%`;
  const holds = doesFit(row);
  const shown = `${written(passage, now.quantity)}，${isOfChange ? '增减' : '上期'}${written(passage, other.quantity)}`;
  return {
    kind: 'growth',
    rule: 'prose-growth',
    at: rangeOfFigure(passage, rate.quantity),
    operands: [
      operand('本期', passage, now.quantity),
      operand(isOfChange ? '增减额' : '上期', passage, other.quantity),
    ],
    verdict: holds ? 'holds' : 'wrong',
    isCertain: false,
    reckoning: `${shown}：${right}`,
    why: holds ? '' : `依次写的是${written(passage, rate.quantity)}，按${shown}计算是${right}`,
    hint: '“分别”后面的比率与前面的数逐个对应，重新计算。',
  };
}
