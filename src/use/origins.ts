import { basename } from 'node:path';
import type { Places } from '../diagnostics/finding.ts';
import { chinesePath, segmentsOf, valueAt } from '../facts/fact-path.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { Source } from '../facts/source.ts';
import { layoutOf } from '../format/layout.ts';
import { originsDocx } from '../review/origins-docx.ts';
import { writePrintedHtml } from '../write/html/write-html.ts';
import { type DescribeOrigin, noteOrigins } from '../write/note-origins.ts';
import { printDocument } from '../write/print-document.ts';
import { linesOf } from '../write/printed-lines.ts';
import { propertiesOf } from '../write/properties.ts';
import { WRITERS } from '../write/writers.ts';
import { type BuildOptions, renderReport } from './build.ts';

export interface OriginsOptions extends Omit<BuildOptions, 'format'> {
  readonly format: 'docx' | 'html';
}

/**
 * The report once more, as a copy in which each figure and each passage of the facts' own words tells which fact it is and where that is
 * written (`党员.总数 云溪镇.yaml:23`): comments in a .docx, notes that open at a click in an .html. Undefined where no report can be made.
 */
export async function writeOrigins(source: Source, options: OriginsOptions): Promise<Uint8Array | undefined> {
  const [plain, traced] = [
    await renderReport(source, options),
    await renderReport(source, { ...options, keepsOrigins: true }),
  ];
  if (plain.value === undefined) return undefined;
  const { reading, document, layout } = plain.value;
  const printed = printDocument(document);
  const kept = traced.value === undefined ? printed : printDocument(traced.value.document);
  // A template that looks into what it prints may print otherwise with marks in it: then the figures alone are told.
  const noted = noteOrigins(
    saysTheSame(printed, kept) ? kept : printed,
    describer(reading, await reading.places()),
  );
  const { report, unit } = reading.facts;
  const origin = { signatory: report?.signatory, unit: unit?.name, date: report?.date };
  const properties = propertiesOf(origin, options.epoch);
  const drawn = layoutOf(layout);
  if (options.format === 'html') return writePrintedHtml(noted, properties, drawn, true);
  return originsDocx(WRITERS.docx(document, properties, drawn), noted);
}

function saysTheSame(a: ReturnType<typeof printDocument>, b: ReturnType<typeof printDocument>): boolean {
  const textOf = (printed: typeof a) => linesOf(printed).map((line) => line.map(({ text }) => text).join(''));
  return textOf(a).join('\n') === textOf(b).join('\n');
}

function describer({ facts, source }: Reading, places: Places): DescribeOrigin {
  return (path, span) => {
    const value = valueAt(facts, segmentsOf(path));
    if (value === undefined) return undefined;
    const isText = typeof value === 'string' && span !== undefined;
    const at = places.rangeOf(
      isText ? { path, span: [Math.min(span[0], value.length), value.length] } : { path },
    );
    return `${chinesePath(path)} ${basename(at.file ?? source.file)}:${at.start.line}`;
  };
}
