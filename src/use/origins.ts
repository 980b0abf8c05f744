import { basename } from 'node:path';
import type { Places } from '../diagnostics/finding.ts';
import { chinesePath, segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { Source } from '../facts/source.ts';
import { layoutOf } from '../format/layout.ts';
import { writePrintedHtml } from '../write/html/write-html.ts';
import { type DescribeOrigin, noteOrigins } from '../write/note-origins.ts';
import { propertiesOf } from '../write/properties.ts';
import { WRITERS } from '../write/writers.ts';
import type { BuildOptions } from './build.ts';
import { originsDocx } from './origins-docx.ts';
import { renderTraced } from './render-traced.ts';

export interface OriginsOptions extends Omit<BuildOptions, 'format'> {
  readonly format: 'docx' | 'html';
}

/**
 * The report once more, as a copy in which each figure and each passage of the facts' own words tells which fact it is and where that is
 * written (`党员.总数 云溪镇.yaml:23`): comments in a .docx, notes that open at a click in an .html. Undefined where no report can be made.
 */
export async function writeOrigins(source: Source, options: OriginsOptions): Promise<Uint8Array | undefined> {
  const { value: traced } = await renderTraced(source, options);
  if (traced === undefined) return undefined;
  const { reading, document, layout } = traced;
  const noted = noteOrigins(traced.printed, describer(reading, await reading.places()));
  const { report, unit } = reading.facts;
  const origin = { signatory: report?.signatory, unit: unit?.name, date: report?.date };
  const properties = propertiesOf(origin, options.epoch);
  const drawn = layoutOf(layout);
  if (options.format === 'html') return writePrintedHtml(noted, properties, drawn, true);
  return originsDocx(WRITERS.docx(document, properties, drawn), noted);
}

function describer({ facts, source }: Reading, places: Places): DescribeOrigin {
  return (path, span) => {
    const value = valueAt(facts, segmentsOfPath(path));
    if (value === undefined) return undefined;
    const isText = typeof value === 'string' && span !== undefined;
    const at = places.rangeOf(
      isText ? { path, span: [Math.min(span[0], value.length), value.length] } : { path },
    );
    return `${chinesePath(path)} ${basename(at.file ?? source.file)}:${at.start.line}`;
  };
}
