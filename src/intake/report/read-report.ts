import type { FinishedDocument } from '../../document/finished-document.ts';
import { DraftRecord } from '../facts-draft.ts';
import { keepTheRest } from './keep-the-rest.ts';
import { linkAll } from './link-all.ts';
import { type Outline, outlineOf } from './outline.ts';
import { placeAttached } from './place-attached.ts';
import { placeHead } from './place-head.ts';
import { placeLedger } from './place-ledger.ts';
import { placeTold } from './place-told.ts';
import { placeUnits } from './place-units.ts';
import { reportParts } from './report-parts.ts';
import { keyOfSection, templateOfOutline } from './section-kind.ts';
import { SectionReader } from './section-reader.ts';
import { sureFigures } from './sure-figures.ts';
import type { StatedFigure } from './told-figure.ts';
import { placeUnit } from './unit-of.ts';

/** What a finished report says, as a facts file would have it. */
export interface ReadReport {
  readonly draft: DraftRecord;
  /** The id of the template whose outline it has. */
  readonly template: string;
  /** The figures that its prose plainly states. */
  readonly figures: readonly StatedFigure[];
}

/**
 * Reads a finished report into the vocabulary of facts: its outline, items and figures. Text goes in as it stands; each of its sentences is a
 * value of the draft or is in a comment of it. `headings` are those that templates print and that need no comment. Nothing is thrown over what
 * a report looks like.
 */
export function readReport(
  document: FinishedDocument,
  headings: ReadonlySet<string> = new Set(),
): ReadReport {
  const parts = reportParts(document);
  const outline = outlineOf(parts.body);
  const template = templateOfOutline(outline, parts.title ?? '');
  const draft = new DraftRecord();
  const date = placeHead(draft, parts, { outline, template });
  placeUnit(draft, parts, parts.body.map(({ text }) => text).join('\n'));
  const reader = new SectionReader(draft, { template, date });
  const { preface, sections } = outlineOf(parts.body);
  const preamble = FIGURES_FIRST.has(template) ? reader.overview(preface, false) : preface;
  if (preamble.length > 0) draft.set('preamble', preamble.join('\n'));
  reader.readAll(sections);
  noteTables(draft, outline);
  placeAttached(draft, parts);
  for (const { table } of parts.attached) {
    if (table === undefined) continue;
    placeLedger(draft, table);
    placeUnits(draft, table);
  }
  linkAll(draft);
  const figures = [...reader.figures, ...placeTold(draft, sureFigures(draft))];
  keepTheRest(draft, parts, { outline, headings });
  return { draft, template, figures };
}

/** Under these templates the figures come before the first heading. */
const FIGURES_FIRST: ReadonlySet<string> = new Set([
  'half-year-summary',
  'grassroots-briefing',
  'rectification-report',
]);

/** Tables of the text stand as comments above the part that they are of. */
function noteTables(draft: DraftRecord, { tables, sections }: Outline): void {
  for (const { section, rows } of tables) {
    const own = sections[section];
    const lines = rows.map((row) => `  ${row.join(' | ')}`);
    draft.note(own === undefined ? 'preamble' : keyOfSection(own), ['原文的表：', ...lines].join('\n'));
  }
}
