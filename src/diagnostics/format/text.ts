import { codeFrame } from '../code-frame.ts';
import { compareDiagnostics, type Diagnostic, type Range } from '../diagnostic.ts';
import { printable } from '../printable.ts';
import { type SourceText, splitLines } from '../source-lines.ts';
import type { Findings } from './findings.ts';
import type { Style } from './style.ts';

/** For people: each finding with its place, the line it stands on, the other places it speaks of, and what to do. */
export function formatText(findings: Findings, style: Style): string {
  const lines = memoize((file: string) => {
    const source = findings.textOf(file);
    return source === undefined ? undefined : { ...source, lines: splitLines(source.text) };
  });
  return [...findings.diagnostics]
    .sort(compareDiagnostics)
    .map((diagnostic) => `${block(diagnostic, lines, style)}\n`)
    .join('\n');
}

type Quotable = SourceText & { readonly lines: readonly string[] };
type FindLines = (file: string) => Quotable | undefined;

function block(diagnostic: Diagnostic, linesOf: FindLines, style: Style): string {
  const isError = diagnostic.severity === 'error';
  const severity = isError ? style.error('错误') : style.warning('警告');
  const heading = `${place(diagnostic, linesOf, style)} ${severity} ${printable(diagnostic.message)}`;
  return [
    `${heading} ${style.quiet(`[${diagnostic.rule}]`)}`,
    ...quote(diagnostic, linesOf, isError ? style.error : style.warning, style),
    ...diagnostic.related.flatMap((other) => [
      `  ${style.quiet('相关')} ${place(other, linesOf, style)} ${printable(other.message)}`,
      ...quote(other, linesOf, style.note, style),
    ]),
    ...(diagnostic.hint === ''
      ? []
      : [`  ${style.note('改法')} ${printable(diagnostic.hint).replaceAll('\n', '\n       ')}`]),
  ].join('\n');
}

/** `云溪镇.yaml:12:9` for a file's line; `总结.docx 第3段第9字` for a finished document's paragraph, if it could be read. */
function place({ file, start }: Range & { readonly file: string }, linesOf: FindLines, style: Style): string {
  const name = printable(file);
  const source = linesOf(file);
  if (source?.lineName !== '段') return style.strong(`${name}:${start.line}:${start.column}`);
  return style.strong(source.text === '' ? name : `${name} 第${start.line}段第${start.column}字`);
}

function quote(
  at: Range & { readonly file: string },
  linesOf: FindLines,
  paint: (text: string) => string,
  style: Style,
): string[] {
  const frame = codeFrame(linesOf(at.file)?.lines ?? [], at, { width: FRAME_WIDTH });
  if (frame === undefined) return [];
  const number = String(at.start.line).padStart(5);
  return [`${style.quiet(`${number} |`)} ${frame.line}`, `${style.quiet('      |')} ${paint(frame.marker)}`];
}

/** Cells; with the line numbers a frame fits a terminal of 100. */
const FRAME_WIDTH = 90;

function memoize<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
