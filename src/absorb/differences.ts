import { alignReports } from './align-reports.ts';
import {
  type CharacterSource,
  cellsOf,
  ownerOf,
  type ReportPiece,
  type SourcedPiece,
  shownRow,
} from './piece.ts';
import { type Hunk, tokenHunks } from './token-hunks.ts';

/** A place where two reports say different things. */
export interface Difference {
  /** The words of the first report around it; empty for what only the second has. */
  readonly before: string;
  readonly after: string;
  readonly paragraph: number;
  /** The sources of what the first report has there. */
  readonly sources: readonly CharacterSource[];
  /** Only numbers that the writer sets, or white space. */
  readonly isLayout: boolean;
  /** Of a whole piece that only one of them has. */
  readonly whole?: 'row' | 'heading' | 'paragraph';
  /** How many characters differ. */
  readonly size: number;
}

/** Where a report that was built and an edited one differ, in the order of the edited one. */
export function differencesOf(built: readonly SourcedPiece[], edited: readonly ReportPiece[]): Difference[] {
  const differences: Difference[] = [];
  const reports = alignReports(built, edited);
  let paragraph = 1;
  for (const { before, after } of reports.aligned) {
    const one = before === undefined ? undefined : reports.before[before];
    const other = after === undefined ? undefined : reports.after[after];
    paragraph = other?.paragraph ?? paragraph;
    if (one !== undefined && other !== undefined) differences.push(...pairDifferences(one, other));
    else if (one !== undefined) differences.push(wholeDifference(one, paragraph, true));
    else if (other !== undefined)
      differences.push(wholeDifference({ ...other, sources: [] }, paragraph, false));
  }
  return differences;
}

/** How many characters of an edited report a built one has too, and how far apart they are. */
export function measureDifference(built: readonly SourcedPiece[], edited: readonly ReportPiece[]): number {
  return differencesOf(built, edited).reduce((sum, { size, isLayout }) => sum + (isLayout ? 0 : size), 0);
}

function wholeDifference(piece: SourcedPiece, paragraph: number, isGone: boolean): Difference {
  const text = shownRow(piece.text);
  return {
    before: isGone ? text : '',
    after: isGone ? '' : text,
    paragraph,
    sources: piece.sources,
    isLayout: text.trim() === '',
    whole: piece.kind === 'row' ? 'row' : piece.mark === 'heading' ? 'heading' : 'paragraph',
    size: text.length,
  };
}

function pairDifferences(one: SourcedPiece, other: ReportPiece): Difference[] {
  if (one.text === other.text) return [];
  if (one.kind === 'paragraph') return textDifferences(one, other.text, one.markLength, other.paragraph);
  const cells = cellsOf(other);
  const columns = [...new Set([...cellsOf(one).keys(), ...cells.keys()])];
  return columns.flatMap((column) => {
    const [start, end] = cellsOf(one).get(column) ?? [0, 0];
    const [from, to] = cells.get(column) ?? [0, 0];
    const cell = { ...one, text: one.text.slice(start, end), sources: one.sources.slice(start, end) };
    const paragraph = other.cellParagraphs?.get(column) ?? other.paragraph;
    return textDifferences(cell, other.text.slice(from, to), 0, paragraph);
  });
}

function textDifferences(
  one: SourcedPiece,
  other: string,
  markLength: number,
  paragraph: number,
): Difference[] {
  const hunks = tokenHunks(one.text, other);
  return clusters(hunks).map((cluster) => {
    const [first] = cluster as [Hunk, ...Hunk[]];
    const last = cluster.at(-1) as Hunk;
    const [start, end] = clauseAround(one.text, first.start, last.end);
    const after =
      one.text.slice(start, first.start) +
      cluster
        .map((hunk, at) => one.text.slice(cluster[at - 1]?.end ?? first.start, hunk.start) + hunk.text)
        .join('') +
      one.text.slice(last.end, end);
    const isLayout = cluster.every(
      (hunk) =>
        (one.text.slice(hunk.start, hunk.end) + hunk.text).trim() === '' ||
        (hunk.end <= markLength && isNumeral(hunk.text)),
    );
    const sources = cluster.flatMap((hunk) => sourcesAt(one.sources, hunk));
    const size = cluster.reduce((sum, hunk) => sum + hunk.end - hunk.start + hunk.text.length, 0);
    return { before: one.text.slice(start, end), after, paragraph, sources, isLayout, size };
  });
}

/** Of what is put in, the text that it is put into; between two it belongs to neither. */
function sourcesAt(sources: readonly CharacterSource[], { start, end }: Hunk): readonly CharacterSource[] {
  if (start < end) return sources.slice(start, end);
  const [left, right] = [sources[start - 1], sources[start]];
  return ownerOf(left) !== undefined && ownerOf(left) === ownerOf(right) ? [right] : [];
}

function isNumeral(text: string): boolean {
  return /^[一二三四五六七八九十\d]*$/.test(text);
}

/** Hunks that lie in the same few words are one difference. */
function clusters(hunks: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && hunk.start - last.end < NEAR_TOKENS) groups.at(-1)?.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

const NEAR_TOKENS = 6;

/** The clause that a stretch is in, no longer than is read at a glance. */
function clauseAround(text: string, start: number, end: number): readonly [start: number, end: number] {
  let from = start;
  while (from > 0 && start - from < CONTEXT && !/[。；，：、\s]/.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < CONTEXT && !/[。；，：、\s]/.test(text.charAt(to))) to += 1;
  return [from, to];
}

const CONTEXT = 16;
