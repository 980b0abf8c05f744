import type { TemplateAst } from './parse-template.ts';
import type { TemplateStretch } from './place.ts';
import { squeezeText } from './squeeze.ts';
import type { TemplateText } from './template-sources.ts';

/** Where a piece of the markup was written; a piece of text is as long as its stretch, what a helper makes is not. */
export interface MarkedPlace extends TemplateStretch {
  readonly isText: boolean;
  /** The same for the same place, whatever program it was marked in. */
  readonly key: string;
}

/**
 * Writes invisible marks into a program, so that each piece of the markup that it prints can be led back to its place. A mark is made of
 * blanks, which no helper takes for text, and follows the first character of a text, where no helper trims it away.
 */
export function markPlaces(program: TemplateAst, text: TemplateText, places: MarkedPlace[]): void {
  program.body = program.body.flatMap((statement): hbs.AST.Statement[] => {
    if (statement.type === 'ContentStatement') {
      return contentPieces(statement as hbs.AST.ContentStatement, text).flatMap((piece) =>
        markText(piece, places),
      );
    }
    if (statement.type === 'CommentStatement') return [statement];
    const block = statement as Partial<hbs.AST.BlockStatement>;
    const { start, end } = statement.loc;
    const mark = () => contentStatement(markFor({ text, start, end, isText: false }, places), statement.loc);
    for (const inner of [block.program, block.inverse]) {
      if (!inner) continue;
      markPlaces(inner as TemplateAst, text, places);
      inner.body.push(mark());
    }
    return [mark(), statement];
  });
}

interface MarkedPiece {
  readonly value: string;
  readonly place: Omit<MarkedPlace, 'key'>;
  readonly loc: hbs.AST.SourceLocation;
}

/** A text cut at its tags and lines, so that each piece has one place. */
function contentPieces(content: hbs.AST.ContentStatement, text: TemplateText): MarkedPiece[] {
  const { value, loc } = content;
  // Its declaration takes what was written for the marks that strip blanks.
  const original = String(content.original);
  const skipped = Math.max(0, original.indexOf(value));
  const pieces: MarkedPiece[] = [];
  let at = positionAfter(loc.start, original.slice(0, skipped));
  for (const raw of value.split(CUT_POINTS)) {
    const start = positionAfter(at, raw.slice(0, raw.length - raw.trimStart().length));
    const end = positionAfter(at, raw.trimEnd());
    at = positionAfter(at, raw);
    pieces.push({ value: squeezeText(raw), place: { text, start, end, isText: true }, loc });
  }
  return pieces;
}

/** Before a tag, after it, and after a line break that no Latin word follows; what follows is looked at first, once a run of blanks. */
const CUT_POINTS = /(?=<)|(?<=>)|(?=[^\sa-z])(?<=\n\s*)/i;

function positionAfter(start: TemplateStretch['start'], before: string): TemplateStretch['start'] {
  const lines = before.split('\n');
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + lines.length - 1, column: last.length };
}

function markText({ value, place, loc }: MarkedPiece, places: MarkedPlace[]): hbs.AST.Statement[] {
  if (value === '') return [];
  const mark = markFor(place, places);
  if (value.startsWith('<') || value.trim() === '') return [contentStatement(mark + value, loc)];
  const [first = ''] = value.trimStart();
  const head = value.length - value.trimStart().length + first.length;
  return [contentStatement(value.slice(0, head) + mark + value.slice(head), loc)];
}

function contentStatement(value: string, loc: hbs.AST.SourceLocation): hbs.AST.ContentStatement {
  return { type: 'ContentStatement', value, original: NOT_STRIPPED, loc };
}

/** U+2008, five digits of base 8 (U+2000 is 0), U+2009. */
function markFor(place: Omit<MarkedPlace, 'key'>, places: MarkedPlace[]): string {
  const { text, start } = place;
  places.push({ ...place, key: `${text.file}:${start.line}:${start.column}` });
  const digits = (places.length - 1).toString(8).padStart(5, '0');
  return `\u2008${[...digits].map((digit) => String.fromCharCode(0x2000 + Number(digit))).join('')}\u2009`;
}

const NOT_STRIPPED = { open: false, close: false };

const PLACE_MARK = /\u2008([\u2000-\u2007]{5})\u2009/g;

/** Markup without its marks, and where each part of it came from. */
export interface Unmarked {
  readonly markup: string;
  /** The place of a UTF-16 offset of the markup. */
  placeOf(offset: number): TemplateStretch | undefined;
  /** The keys of all places that were printed. */
  readonly printed: ReadonlySet<string>;
}

export function takeMarks(marked: string, places: readonly MarkedPlace[]): Unmarked {
  const starts: { readonly offset: number; readonly place: MarkedPlace }[] = [];
  let markup = '';
  let from = 0;
  for (const match of marked.matchAll(PLACE_MARK)) {
    markup += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const place = places[placeIndex(match[1] ?? '')];
    if (place === undefined) continue;
    const isBehindFirst = place.isText && marked[from] !== '<';
    starts.push({ offset: Math.max(0, markup.length - (isBehindFirst ? 1 : 0)), place });
  }
  markup += marked.slice(from);
  const placeOf = (offset: number) => {
    const start = starts.findLast((each) => each.offset <= offset);
    return start === undefined ? undefined : narrow(start.place, offset - start.offset);
  };
  return {
    markup,
    placeOf,
    printed: new Set(starts.map(({ place }) => place.key)),
  };
}

function placeIndex(digits: string): number {
  return Number.parseInt([...digits].map((digit) => digit.charCodeAt(0) - 0x2000).join(''), 8);
}

/** From the offset on, where the place is a text on one line. */
function narrow(place: MarkedPlace, delta: number): TemplateStretch {
  const { text, start, end, isText } = place;
  const column = start.column + delta;
  if (!isText || start.line !== end.line || column >= end.column) return { text, start, end };
  return { text, start: { line: start.line, column }, end };
}
