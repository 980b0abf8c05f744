import { basename } from 'node:path';
import type { Configuration } from '../config/configuration.ts';
import { folderOfInput, templateFolders } from '../config/for-input.ts';
import { compareDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { findPending } from '../document/find-pending.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { Source } from '../facts/source.ts';
import { layoutOf } from '../format/layout.ts';
import { templateIdOf } from '../template/choose-template.ts';
import { listTemplates } from '../template/load-template.ts';
import { BUILT_IN_TEMPLATES } from '../template/precompiled.ts';
import { checkReport } from '../use/build.ts';
import { renderTraced, type Traced } from '../use/render-traced.ts';
import { latinFace } from '../write/html/font-families.ts';
import { pageNumberRules, sheetRules } from '../write/html/style-sheet.ts';
import { sheetsHtml } from '../write/html/write-html.ts';
import type { Printed, Span } from '../write/printed.ts';
import { mapLines } from '../write/printed-lines.ts';
import { contentVersion } from './content-version.ts';
import { describeField, fillablePath } from './field-note.ts';
import type { GapNote, PaperNote } from './messages.ts';
import { noteFindings } from './note-findings.ts';
import { checkOptions, unitFileName, unitRenderOptions } from './unit-options.ts';
import { countState, isGapFinding } from './unit-state.ts';

export interface PaperOptions {
  readonly configuration: Configuration;
  /** Another template than the facts' own. */
  readonly template?: string | undefined;
  titleOf(rule: string): string | undefined;
  /** What the unit shows beside the others of its folder. */
  readonly together: readonly Diagnostic[];
}

/** A paper without what only the server's session knows. */
export interface Paper extends Omit<PaperNote, 'unit' | 'undo' | 'mendable'> {
  /** Whether it is worth while to look for corrections that need no asking. */
  readonly isMendable: boolean;
}

/**
 * A facts file as it prints, with everything that is in the way of a finished report. Where something is, the paper is the draft; where
 * there can be none at all, it is empty. UserError where the configuration is wrong.
 */
export async function makePaper(source: Source, options: PaperOptions): Promise<Paper> {
  const { configuration, template, titleOf, together } = options;
  const { file } = source;
  const final = await renderTraced(
    source,
    unitRenderOptions(file, configuration, { isDraft: false, template }),
  );
  const draft =
    final.value === undefined
      ? await renderTraced(source, unitRenderOptions(file, configuration, { isDraft: true, template }))
      : final;
  const reading =
    draft.value?.reading ?? (await checkReport(source, checkOptions(file, configuration, true))).value;
  const gaps = await findGaps(final.diagnostics, draft.value, reading);
  const own = final.diagnostics.filter((diagnostic) => !isGapFinding(diagnostic));
  const findings = [...own, ...together].sort(compareDiagnostics);
  return {
    name: reading?.facts.unit?.name ?? unitFileName(file),
    file: basename(file),
    version: contentVersion(source.bytes),
    standing: final.value !== undefined ? 'final' : draft.value !== undefined ? 'draft' : 'unreadable',
    state: countState(final.diagnostics, gaps.length, reading !== undefined),
    ...(await namesOfTemplates(reading, options)),
    ...drawn(draft.value),
    findings: await noteFindings(findings, reading, titleOf),
    gaps,
    isMendable: reading === undefined || final.diagnostics.some(({ isMendable }) => isMendable),
  };
}

function drawn(traced: Traced | undefined): Pick<Paper, 'sheets' | 'face' | 'style' | 'pageNumber'> {
  const layout = layoutOf(traced?.layout);
  return {
    sheets: traced === undefined ? '' : sheetsHtml(anchored(traced.printed), layout),
    face: latinFace(layout),
    style: `${sheetRules(layout)}\n${pageNumberRules(layout)}`,
    pageNumber: { text: layout.pageNumber.text, first: layout.firstNumberedPage },
  };
}

/** Lets each text of the facts' own say which one it is. */
function anchored(printed: Printed): Printed {
  const anchor = (span: Span) => (span.origin === undefined ? span : { ...span, anchor: span.origin });
  return mapLines(printed, (spans) => spans.map(anchor));
}

/** What the draft prints as 待补, then what the file leaves open without its being printed; each fact once. */
async function findGaps(
  diagnostics: readonly Diagnostic[],
  traced: Traced | undefined,
  reading: Reading | undefined,
): Promise<readonly GapNote[]> {
  if (reading === undefined) return [];
  const printed = traced === undefined ? [] : findPending(traced.document);
  const open = [
    ...printed,
    ...diagnostics.filter(isGapFinding).map(({ path }) => ({ path, label: undefined })),
  ];
  const places = await reading.places();
  const gaps = new Map<string, GapNote>();
  for (const { path, label } of open) {
    const fillable = fillablePath(path) ?? '';
    const field = describeField(fillable);
    if (field === undefined || gaps.has(fillable)) continue;
    const { start } = places.rangeOf({ path: fillable });
    const place = { file: basename(reading.source.file), line: start.line };
    gaps.set(fillable, { ...field, label: label ?? field.label, place });
  }
  return [...gaps.values()];
}

async function namesOfTemplates(
  reading: Reading | undefined,
  { configuration, template }: PaperOptions,
): Promise<Pick<Paper, 'template' | 'ownTemplate' | 'templates'>> {
  const folder = reading === undefined ? '.' : folderOfInput(reading.source.file);
  const folders = [...templateFolders(configuration, folder), BUILT_IN_TEMPLATES];
  const { value = [] } = await listTemplates(folders);
  const fallback = configuration.settings.template;
  const own = templateIdOf(reading?.facts ?? {}, { fallback });
  return {
    template: template ?? own,
    ownTemplate: own,
    templates: value.map(({ id, name }) => ({ id, name })),
  };
}
