import { LIMITS } from './budget.ts';
import { codeFrame, type FrameLine, frameLine } from './code-frame.ts';
import { compareDiagnostics, type Diagnostic, type Range, type SheetPlace } from './diagnostic.ts';
import type { Findings } from './findings.ts';
import { printable } from './printable.ts';
import { describeSheetPlace, isInSheet } from './sheet-place.ts';
import { type SourceText, splitLines } from './source-lines.ts';
import type { Style } from './style.ts';

/** How the rest of many findings can be seen. */
export interface Shortening {
  /** The option or command that lists all of them. */
  readonly shownBy: string;
}

/**
 * For people: each finding with its place, the line it is on, the other places it speaks of, and what to do. Of one rule in one file
 * ten are shown and the others counted, unless all are wanted (no `shortening`).
 */
export function formatText(findings: Findings, style: Style, shortening?: Shortening): string {
  const lines = memoize((file: string) => {
    const source = findings.textOf(file);
    if (source === undefined) return undefined;
    const texts = splitLines(source.text);
    return { ...source, line: memoize((number: number) => frameLine(texts[number - 1] ?? '')) };
  });
  const { shown, rest } = firstFindings(
    [...findings.diagnostics].sort(compareDiagnostics),
    shortening === undefined ? Number.POSITIVE_INFINITY : MOST_OF_A_KIND,
  );
  return shown
    .flatMap((diagnostic, index) => {
      const others = shown[index + 1]?.file === diagnostic.file ? [] : (rest.get(diagnostic.file) ?? []);
      const remarks = others.map((other) => describeRest(other, shortening?.shownBy ?? '', style));
      return [block(diagnostic, lines, style), ...remarks];
    })
    .map((text) => `${text}\n`)
    .join('\n');
}

/** Findings of one rule in one file that are shown in full. */
const MOST_OF_A_KIND = 10;

/** What is not shown of one rule in one file. */
interface Rest {
  readonly like: Diagnostic;
  count: number;
}

/** The first findings of each rule and file, and by file what is left of them. */
function firstFindings(diagnostics: readonly Diagnostic[], most: number) {
  const shown: Diagnostic[] = [];
  const counts = new Map<string, number>();
  const rest = new Map<string, Rest[]>();
  for (const diagnostic of diagnostics) {
    const kind = `${diagnostic.rule} ${diagnostic.file}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= most) shown.push(diagnostic);
    else addRest(rest, diagnostic);
  }
  return { shown, rest };
}

function addRest(rest: Map<string, Rest[]>, diagnostic: Diagnostic): void {
  const ofFile = rest.get(diagnostic.file) ?? [];
  const known = ofFile.find(({ like }) => like.rule === diagnostic.rule);
  if (known === undefined) rest.set(diagnostic.file, [...ofFile, { like: diagnostic, count: 1 }]);
  else known.count += 1;
}

function describeRest({ like: { file, rule }, count }: Rest, shownBy: string, style: Style): string {
  const remark = `还有${count}处同样的问题，用 ${shownBy} 全部列出`;
  return `${style.strong(printable(file))} ${remark} ${style.quiet(`[${rule}]`)}`;
}

type Quotable = SourceText & { readonly line: (number: number) => FrameLine };
type FindLines = (file: string) => Quotable | undefined;

function block(diagnostic: Diagnostic, linesOf: FindLines, style: Style): string {
  const isError = diagnostic.severity === 'error';
  const severity = isError ? style.error('错误') : style.warning('警告');
  const heading = `${placeLine(diagnostic, linesOf, style)} ${severity} ${printable(diagnostic.message)}`;
  return [
    `${heading} ${style.quiet(`[${diagnostic.rule}]`)}`,
    ...quoteSource(diagnostic, linesOf, isError ? style.error : style.warning, style),
    ...diagnostic.related
      .slice(0, LIMITS.relatedShown)
      .flatMap((other) => [
        `  ${style.quiet('相关')} ${placeLine(other, linesOf, style)} ${printable(other.message)}`,
        ...quoteSource(other, linesOf, style.note, style),
      ]),
    ...othersLine(diagnostic.related.length - LIMITS.relatedShown, style),
    ...(diagnostic.hint === '' ? [] : [`  ${style.note('改法')} ${printable(diagnostic.hint)}`]),
  ].join('\n');
}

function othersLine(count: number, style: Style): string[] {
  return count > 0 ? [`  ${style.quiet('相关')} 其余${count}项`] : [];
}

/** `云溪镇.yaml:12:9` for a file's line; `总结.docx “三、存在的问题”第2段：“…”` in a finished document, if it could be read. */
function placeLine(
  { file, start, ...other }: Range & Partial<SheetPlace> & { readonly file: string },
  linesOf: FindLines,
  style: Style,
): string {
  const name = printable(file);
  if (isInSheet(other)) return style.strong(`${name}${printable(describeSheetPlace(other))}`);
  const described = linesOf(file)?.describe?.(start);
  if (described === undefined) return style.strong(`${name}:${start.line}:${start.column}`);
  return style.strong(described === '' ? name : `${name} ${printable(described)}`);
}

function quoteSource(
  at: Range & Partial<SheetPlace> & { readonly file: string },
  linesOf: FindLines,
  paint: (text: string) => string,
  style: Style,
): string[] {
  if (isInSheet(at)) return [];
  const source = linesOf(at.file);
  const frame = source && codeFrame(source.line(at.start.line), asShown(at, source), { width: FRAME_WIDTH });
  if (frame === undefined) return [];
  const number = (source?.isNumbered === false ? '' : String(at.start.line)).padStart(5);
  return [`${style.quiet(`${number} |`)} ${frame.line}`, `${style.quiet('      |')} ${paint(frame.marker)}`];
}

/** A range in columns of the line as it shows; one of nothing at the line's start is about what nobody typed before it. */
function asShown({ start, end }: Range, source: SourceText | undefined): Range {
  const ahead = (line: number) => source?.typedFrom?.(line) ?? 0;
  const isOfNumber = start.line === end.line && start.column === 1 && end.column === 1;
  return {
    start: { line: start.line, column: start.column + (isOfNumber ? 0 : ahead(start.line)) },
    end: { line: end.line, column: end.column + ahead(end.line) },
  };
}

/** Cells; with the line numbers a frame fits a terminal of 100. */
const FRAME_WIDTH = 90;

function memoize<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new Map<Key, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
