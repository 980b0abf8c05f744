import type { FinishedDocument, FinishedParagraph } from '../document/finished-document.ts';
import { readHeadingMark } from '../document/heading-mark.ts';
import { CELL, type ReportPiece } from './piece.ts';

/** The pieces of a finished report in their order; heads and feet of pages are none. */
export function finishedPieces({ paragraphs }: FinishedDocument): ReportPiece[] {
  const pieces: ReportPiece[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const first = paragraphs[at] as FinishedParagraph;
    const group = groupFrom(paragraphs, at);
    at += group.length;
    if (first.role === 'header') continue;
    if (first.cell !== undefined) pieces.push(rowPiece(group));
    else pieces.push(...paragraphPieces(group));
  }
  return pieces;
}

/** The cells of one row, the lines of one title, or a paragraph alone. */
function groupFrom(paragraphs: readonly FinishedParagraph[], at: number): FinishedParagraph[] {
  const first = paragraphs[at] as FinishedParagraph;
  const group = [first];
  for (let next = paragraphs[at + group.length]; next !== undefined; next = paragraphs[at + group.length]) {
    const goesOn =
      first.cell === undefined
        ? first.source !== undefined &&
          next.source?.shown === first.source.shown &&
          areTitle(group) &&
          areTitle([next])
        : next.cell?.table === first.cell.table && next.cell.row === first.cell.row;
    if (!goesOn) break;
    group.push(next);
  }
  return group;
}

/** Lines that the writer broke where the title was too long for one. */
function areTitle(lines: readonly FinishedParagraph[]): boolean {
  return lines.every(({ text, role }) => role === 'title' || !/[。；：！？]$/.test(text.trim()));
}

function rowPiece(cells: readonly FinishedParagraph[]): ReportPiece {
  const columns = new Map<string, string>();
  const cellParagraphs = new Map<string, number>();
  for (const { cell, text, number } of cells) {
    const column = String(cell?.column ?? 0);
    if (!cellParagraphs.has(column)) cellParagraphs.set(column, number);
    const before = columns.get(column);
    columns.set(column, before === undefined ? withPlainSpaces(text) : `${before}\n${withPlainSpaces(text)}`);
  }
  const text = [...columns].map(([column, said]) => `${CELL}${column}\t${said}`).join('');
  return { ...plainPiece(cells[0] as FinishedParagraph, text), kind: 'row', cellParagraphs };
}

function paragraphPieces(lines: readonly FinishedParagraph[]): ReportPiece[] {
  const [first] = lines as readonly [FinishedParagraph, ...FinishedParagraph[]];
  const text = lines.map((line) => withPlainSpaces(line.text)).join('');
  const heading = readHeadingMark(text);
  const whole: ReportPiece = {
    ...plainPiece(first, text),
    ...(heading === undefined
      ? {}
      : { mark: 'heading' as const, markLength: heading.end, level: heading.level }),
  };
  return splitSeries(whole);
}

function plainPiece({ number, role }: FinishedParagraph, text: string): ReportPiece {
  return {
    kind: 'paragraph',
    text,
    markLength: 0,
    mark: 'none',
    level: 0,
    paragraph: number,
    isJoined: false,
    role,
  };
}

/** Spaces of other kinds are spaces; those around a paragraph are nobody's. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u2002-\u200a\u3000]/g, ' ').trim();
}

/** A paragraph with its 一是…二是… each a piece of its own. */
export function splitSeries(whole: ReportPiece): ReportPiece[] {
  const starts = seriesStarts(whole.text);
  if (starts.length === 0) return [whole];
  const cuts = [...new Set([0, ...starts])];
  return cuts.map((start, index) => {
    const text = whole.text.slice(start, cuts[index + 1]);
    const mark = starts.includes(start) ? (SERIES.exec(text)?.[0] ?? '') : undefined;
    const isJoined = index > 0;
    if (mark === undefined) return { ...whole, text, isJoined };
    return { ...whole, text, mark: 'series', level: 0, markLength: mark.length, isJoined };
  });
}

const SERIES = /^[一二三四五六七八九十]{1,3}是/;
const SERIES_STARTS = /(?<=^|[。；：！？，])[一二三四五六七八九十]{1,3}是(?!否|非)/gu;

/** Where items begin; a lone 一是 is no series, but an item that is a paragraph of its own is one of several. */
function seriesStarts(text: string): number[] {
  const starts = [...text.matchAll(SERIES_STARTS)].map(({ index }) => index);
  return starts.length > 1 || starts[0] === 0 ? starts : [];
}
