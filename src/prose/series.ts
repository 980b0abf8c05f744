import type { Passage } from '../facts/passages.ts';
import { rememberLast } from '../facts/remember-last.ts';
import { matchesIn } from './matches.ts';
import { parseNumeral } from './numerals.ts';
import { SIGN } from './signs.ts';
import { wholeText } from './whole-text.ts';

/** 一是, 二是 … at the head of an item. */
export interface SeriesMark {
  readonly passage: Passage;
  readonly start: number;
  /** Behind 是. */
  readonly end: number;
  readonly number: number;
}

/** The series of a text: those that count on from one another, over as many paragraphs as they run; a heading ends one. */
export const seriesOf: (passages: readonly Passage[]) => readonly (readonly SeriesMark[])[] =
  rememberLast(findSeries);

function findSeries(passages: readonly Passage[]): SeriesMark[][] {
  if (wholeText(passages).passagesWith(SIGN.numeral, SIGN.is).length === 0) return [];
  const series: SeriesMark[][] = [];
  let current: SeriesMark[] | undefined;
  for (const passage of passages) {
    if (passage.role === 'heading' || passage.role === 'title') current = undefined;
    for (const mark of marksIn(passage)) {
      if (mark.number === 1 || current === undefined) {
        current = [mark];
        series.push(current);
      } else current.push(mark);
    }
  }
  return series;
}

function marksIn(passage: Passage): SeriesMark[] {
  if (!passage.text.includes('是')) return [];
  return matchesIn(passage.text, MARK).flatMap(({ index, 0: text, 1: numeral = '' }) => {
    const number = parseNumeral(numeral);
    const end = index + text.length;
    return number === undefined ? [] : [{ passage, start: end - numeral.length - 1, end, number }];
  });
}

/** 一是一、二是二 is an idiom. */
const MARK = /(?:^[\s　]*|[。；，：,;:\s　]\s?)([一二三四五六七八九十]{1,3})是(?!\1(?:[，、。；,;]|$))/g;
