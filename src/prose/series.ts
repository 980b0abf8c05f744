import type { Passage } from '../facts/passages.ts';
import { matchesIn } from './matches.ts';
import { parseNumeral } from './numerals.ts';
import type { Prose } from './prose.ts';
import { SIGN } from './signs.ts';
import { wholeText } from './whole-text.ts';

/** 一是, 二是 … at the head of an item. */
export interface SeriesMark {
  readonly passage: Passage;
  readonly start: number;
  /** After 是. */
  readonly end: number;
  readonly number: number;
}

/** The series of a text: those that count on from one another, over as many paragraphs as they run; a heading ends one. */
export function seriesOf(prose: Prose): readonly (readonly SeriesMark[])[] {
  return prose.ask(findSeries);
}

function findSeries(prose: Prose): SeriesMark[][] {
  const { passages } = prose;
  if (wholeText(prose).passagesWith(SIGN.numeral, SIGN.is).length === 0) return [];
  const series: SeriesMark[][] = [];
  let open: SeriesMark[][] = [];
  for (const passage of passages) {
    if (passage.role === 'heading' || passage.role === 'title') open = [];
    for (const mark of seriesMarksIn(passage)) {
      const outer = open[0];
      if (mark.number === 1 || outer === undefined) {
        const begun = [mark];
        open = outer !== undefined && isInnerSeries(outer, mark) ? [outer, begun] : [begun];
        series.push(begun);
      } else {
        open = open.length > 1 && goesBack(open, mark) ? [outer] : open;
        open.at(-1)?.push(mark);
      }
    }
  }
  return series;
}

/** 企业有2家：一是…；二是…。 within an item of another series of the same paragraph. */
function isInnerSeries(outer: readonly SeriesMark[], { passage, start, number }: SeriesMark): boolean {
  return (
    number === 1 &&
    outer.at(-1)?.passage === passage &&
    /[：:]\s?$/.test(passage.text.slice(Math.max(0, start - 2), start))
  );
}

/** Whether a number goes on with the outer series and not with the inner one; after a 。 where it could be either's and the inner has two. */
function goesBack([outer = [], inner = []]: readonly SeriesMark[][], mark: SeriesMark): boolean {
  const [outerNext, innerNext] = [outer, inner].map((marks) => (marks.at(-1)?.number ?? 0) + 1);
  if (mark.number !== outerNext) return false;
  const isClosed = /。\s?$/.test(mark.passage.text.slice(Math.max(0, mark.start - 2), mark.start));
  return mark.number !== innerNext || (isClosed && inner.length > 1);
}

function seriesMarksIn(passage: Passage): SeriesMark[] {
  if (!passage.text.includes('是')) return [];
  return matchesIn(passage.text, SERIES_MARK).flatMap(({ index, 0: text, 1: numeral = '' }) => {
    const number = parseNumeral(numeral);
    const end = index + text.length;
    return number === undefined ? [] : [{ passage, start: end - numeral.length - 1, end, number }];
  });
}

/** After a mark, or at the head of a paragraph, where a heading's number may come before it; 一是一、二是二 is an idiom. */
const SERIES_MARK =
  /(?:^[\s　]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．]|[一二三四五六七八九十]{1,3}、)?|[。；，：！？,;:!?\s　]\s?)([一二三四五六七八九十]{1,3})是(?!\1(?:[，、。；,;]|$))/g;
