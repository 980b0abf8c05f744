import { formatDate, isDate, PERMANENT } from '../facts/dates.ts';
import { segmentsOfPath as pathSegments, valueAt } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import { findReferent, referenceSegments } from '../facts/references.ts';
import { spansText } from '../write/closing-marks.ts';
import type { Printed, PrintedBlock, Span } from '../write/printed.ts';
import type { CharacterSource, FigureSource } from './piece.ts';

/** A line of a report and the sources of its characters. */
export interface SourcedLine {
  readonly text: string;
  readonly sources: readonly CharacterSource[];
}

/** What facts say, as far as prints are led back to it. */
export interface StatedFacts {
  readonly facts: Facts;
  /** Figures that print otherwise than their numbers. */
  readonly written: ReadonlyMap<string, string>;
}

/** Everything that a report shows, in the order of the .docx: numbers, labels and cells too. */
export function sourcedLines(printed: Printed, stated: StatedFacts): SourcedLine[] {
  const line = (spans: readonly Span[], label = ''): SourcedLine => {
    const { text, sources } = sourcedLine(spans, stated);
    return { text: label + text, sources: [...Array.from(label, () => undefined), ...sources] };
  };
  const blocks = (all: readonly PrintedBlock[]): SourcedLine[] =>
    all.flatMap((block) => sourcedBlockLines(block, line));
  return [
    line(printed.title),
    ...printed.subtitle.map((each) => line(each)),
    line(printed.addressee),
    ...blocks(printed.body),
    ...printed.attachmentsNote.map(({ label, name }) => line(name, label)),
    line(printed.signatory),
    line(printed.date),
    ...printed.attachments.flatMap((each) => [line([], each.mark), line(each.title), ...blocks(each.blocks)]),
  ];
}

function sourcedBlockLines(
  block: PrintedBlock,
  line: (spans: readonly Span[]) => SourcedLine,
): SourcedLine[] {
  if (block.type === 'paragraph') return [line(block.spans)];
  const cells = block.rows.flatMap((row) => row.cells.map(({ spans }) => line(spans)));
  return [line(block.caption), ...block.legend.map((each) => line(each)), ...cells];
}

function sourcedLine(spans: readonly Span[], stated: StatedFacts): SourcedLine {
  const sources: CharacterSource[] = [];
  let cursor: FactCursor | undefined;
  for (const [index, span] of spans.entries()) {
    const { text, path, origin } = span;
    if (origin !== undefined) {
      const referring = cursor && referenceAt(cursor, origin.path, stated);
      if (referring !== undefined) {
        const named: FigureSource = {
          kind: 'figure',
          path: origin.path,
          text,
          within: referring,
          isName: true,
        };
        for (let at = 0; at < text.length; at++) sources.push(named);
        cursor = { path: referring.path, at: referring.end };
        continue;
      }
      const offset = statedOffset(text, origin.path, origin.span[0], stated);
      for (let at = 0; at < text.length; at++) {
        sources.push(
          offset === undefined ? undefined : { kind: 'text', path: origin.path, offset: offset + at },
        );
      }
      cursor = offset === undefined ? undefined : { path: origin.path, at: offset + text.length };
      continue;
    }
    const figure =
      path === undefined || path === ''
        ? undefined
        : figureSource(span, path, cursor ?? cursorBefore(spans[index + 1], path, stated), stated);
    for (let at = 0; at < text.length; at++) sources.push(figure);
    cursor = figure?.within === undefined ? undefined : { path: figure.within.path, at: figure.within.end };
  }
  return { text: spansText(spans), sources };
}

/** Where in a fact's text what comes next stands, if it goes on. */
interface FactCursor {
  readonly path: string;
  readonly at: number;
}

/** In the text as the facts have it: a number that a clerk set before it was taken off for the template. */
function statedOffset(text: string, path: string, start: number, { facts }: StatedFacts): number | undefined {
  const said = valueAt(facts, pathSegments(path));
  if (typeof said !== 'string') return undefined;
  const offset = said.startsWith(text, start) ? start : said.indexOf(text, start);
  return offset === -1 ? undefined : offset;
}

/** The source of a figure that prints just what its fact says, or of 【待补】 in its place; undefined for one that is worked out. */
function figureSource(
  { text, isPending }: Span,
  path: string,
  cursor: FactCursor | undefined,
  stated: StatedFacts,
): FigureSource | undefined {
  if (isPending !== true && printedFigure(path, stated) !== text) return undefined;
  const within = cursor && referenceAt(cursor, path, stated);
  return { kind: 'figure', path, text, within, isName: false };
}

/** A number or a date as a report prints it; undefined for another fact. */
export function printedFigure(path: string, { facts, written }: StatedFacts): string | undefined {
  const value = valueAt(facts, pathSegments(path));
  if (typeof value === 'number') return written.get(path) ?? String(value);
  if (value === PERMANENT) return PERMANENT;
  return isDate(value) ? formatDate(value) : undefined;
}

function referenceAt(
  { path, at }: FactCursor,
  figure: string,
  { facts }: StatedFacts,
): FigureSource['within'] {
  const text = valueAt(facts, pathSegments(path));
  if (typeof text !== 'string') return undefined;
  const segment = referenceSegments(text).find(({ start, end }) => start <= at && at < end);
  if (segment?.type !== 'reference' || segment.start !== at) return undefined;
  if (findReferent(segment.name, facts)?.path !== figure) return undefined;
  return { path, start: segment.start, end: segment.end };
}

/** A text that begins with a reference: the figure comes before the first of its words. */
function cursorBefore(
  next: Span | undefined,
  figure: string,
  { facts }: StatedFacts,
): FactCursor | undefined {
  const { path, span } = next?.origin ?? {};
  const text = path === undefined ? undefined : valueAt(facts, pathSegments(path));
  if (path === undefined || span === undefined || typeof text !== 'string') return undefined;
  const segment = referenceSegments(text).find(({ end }) => end === span[0]);
  const isMeant = segment?.type === 'reference' && findReferent(segment.name, facts)?.path === figure;
  return isMeant ? { path, at: segment.start } : undefined;
}
