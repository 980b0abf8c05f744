import { readHeadingMark } from '../document/heading-mark.ts';
import type { HeadingLevel } from '../document/tree.ts';
import type { LaidParagraph } from '../layout/laid-block.ts';

/**
 * The levels of headings: that of the mark; else that of the style, closed up where the document leaves levels out; else that of marked
 * headings which look the same; else, where none is marked, by size and weight, and under marked ones a level below the one above.
 */
export function headingLevels(headings: readonly LaidParagraph[]): ReadonlyMap<LaidParagraph, HeadingLevel> {
  const marked = headings.filter(isMarked);
  const styled = headings.filter((each) => !isMarked(each) && each.level !== undefined);
  const styleLevels = [...new Set(styled.map(({ level = 1 }) => level))].sort((a, b) => a - b);
  const byLooks = new Map(marked.toReversed().map((each) => [looksKey(each), each.level ?? 1]));
  const shapes = shapeRanks(headings.filter(({ level }) => level === undefined));
  const levels = new Map<LaidParagraph, HeadingLevel>();
  let above = 0;
  for (const each of headings) {
    const level =
      each.level === undefined
        ? (byLooks.get(looksKey(each)) ??
          shapeLevel(each, { shapes, above, hasOthers: marked.length + styled.length > 0 }))
        : isMarked(each) || marked.length > 0
          ? each.level
          : styleLevels.indexOf(each.level) + 1;
    levels.set(each, toLevel(level));
    if (each.level !== undefined) above = level;
  }
  return levels;
}

function isMarked({ text }: LaidParagraph): boolean {
  return readHeadingMark(text) !== undefined;
}

export function toLevel(level: number): HeadingLevel {
  return level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4;
}

function looksKey({ looks: { font, size, isBold, paragraph } }: LaidParagraph): string {
  return `${font} ${size} ${isBold} ${paragraph.alignment === 'center'}`;
}

/** Kinds of looks, the largest first, as often as they are alike the earlier one first. */
function shapeRanks(headings: readonly LaidParagraph[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const each of headings) if (!sizes.has(looksKey(each))) sizes.set(looksKey(each), each.looks.size);
  const ranked = [...sizes].sort(([, a], [, b]) => b - a);
  return new Map(ranked.map(([key], index) => [key, index + 1]));
}

function shapeLevel(
  heading: LaidParagraph,
  {
    shapes,
    above,
    hasOthers,
  }: { readonly shapes: ReadonlyMap<string, number>; readonly above: number; readonly hasOthers: boolean },
): number {
  const rank = shapes.get(looksKey(heading)) ?? 1;
  return hasOthers ? Math.min(4, above + 1) : Math.min(4, rank);
}

/**
 * Where the heading ends that a paragraph opens with, before its text goes on: a sentence with a mark of level 1 or 2 and without figures, or
 * one of any level that looks otherwise than what follows, or that is of an outline level. 0 where there is none.
 */
export function runInEnd({ text, level, looks, numberLength }: LaidParagraph): number {
  if (level === undefined) return 0;
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const stop = text.indexOf('。', start) + 1;
  if (stop === 0 || stop - start > LONGEST_LEAD || text.slice(stop).trim() === '') return 0;
  const mark = readHeadingMark(text);
  const typed = stop - numberLength;
  const [lead, rest] = [
    looks.stretches.find(({ end }) => end > start),
    looks.stretches.find(({ end }) => end > typed),
  ];
  const looksApart =
    lead !== undefined &&
    rest !== undefined &&
    lead !== rest &&
    rest.start >= typed - 1 &&
    isOther(lead, rest);
  const isStyled = (looks.paragraph.outlineLevel ?? OUTLINE_OF_BODY) < OUTLINE_OF_BODY;
  if (looksApart || isStyled) return stop;
  const words = text.slice(mark?.end ?? 0, stop);
  const isPlain =
    mark !== undefined && level <= 2 && words.length <= LONGEST_PLAIN_LEAD && !/[\d０-９]/.test(words);
  return isPlain ? stop : 0;
}

type HeadingStretch = LaidParagraph['looks']['stretches'][number];

function isOther(a: HeadingStretch, b: HeadingStretch): boolean {
  return a.font !== b.font || a.size !== b.size || a.properties.bold !== b.properties.bold;
}

/** `w:outlineLvl` 9 is body text. */
const OUTLINE_OF_BODY = 9;
const LONGEST_LEAD = 60;
const LONGEST_PLAIN_LEAD = 30;
