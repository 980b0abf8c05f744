import { isSameUnit, type ProseFigure } from './figure.ts';
import type { FigurePassage } from './reader.ts';

/** What a rate compares, where a row of last year's counts stands before it. */
export interface Pair {
  readonly now: ProseFigure;
  readonly last: ProseFigure;
}

/** How many counts a row has at most. */
const MOST = 6;

/** 事故14起、死亡9人，与上年的19起、12人相比，事故下降26.3%，死亡下降25.0%: each rate in its turn is of two counts in their turn. */
export function pairInSeries({ figures }: FigurePassage, rate: ProseFigure): Pair | undefined {
  let rates = 0;
  let at = rate.index - 1;
  while (rates < MOST && figures[at]?.role === 'growth' && isNear(figures[at], rate)) {
    at -= 1;
    rates += 1;
  }
  const lasts: ProseFigure[] = [];
  for (; lasts.length < MOST; at -= 1) {
    const figure = figures[at];
    if (!isNear(figure, rate)) return undefined;
    lasts.unshift(figure);
    if (BEGINS.test(figure.ahead)) break;
    if (figure.clause.before !== '、' && !/^[和及与]$/.test(figure.ahead)) return undefined;
  }
  const end = lasts.at(-1);
  if (lasts.length < 2 || end === undefined || !/^[一-鿿]{0,4}(?:相比|比较|比)/.test(end.behind))
    return undefined;
  const nows = figures
    .slice(Math.max(0, (lasts[0]?.index ?? 0) - lasts.length), lasts[0]?.index)
    .filter((figure) => isNear(figure, rate) && figure.role === 'level');
  const isParallel =
    nows.length === lasts.length &&
    nows.every(({ quantity }, index) => isSameUnit(quantity.unit, lasts[index]?.quantity.unit ?? ''));
  const [now, last] = [nows[rates], lasts[rates]];
  return isParallel && now !== undefined && last !== undefined ? { now, last } : undefined;
}

function isNear(figure: ProseFigure | undefined, rate: ProseFigure): figure is ProseFigure {
  return figure?.clause.sentence === rate.clause.sentence;
}

const BEGINS = /[与和同比较](?:上年|去年|上届|上期)(?:同期)?的?$/;
