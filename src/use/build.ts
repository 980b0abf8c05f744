import { isLost } from '../account/unread.ts';
import {
  compareDiagnostics,
  type Diagnostic,
  distinctDiagnostics,
  hasErrors,
} from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { arrangeHeadings } from '../document/arrange-headings.ts';
import { joinAttachments } from '../document/join-attachments.ts';
import { readMarkup } from '../document/read-markup.ts';
import { resolveOrigins } from '../document/resolve-origins.ts';
import type { Document } from '../document/tree.ts';
import { type Defaults, fillReading } from '../facts/defaults.ts';
import { type Reading, readFacts } from '../facts/read-facts.ts';
import type { Source } from '../facts/source.ts';
import { type LayoutVariations, layoutOf } from '../format/layout.ts';
import { judgeFacts } from '../judge/judge-facts.ts';
import type { RuleSettings } from '../judge/run.ts';
import type { SourceCount } from '../rosters/source-count.ts';
import type { OpenSource } from '../sources/open-beside.ts';
import { checkFit } from '../template/check-fit.ts';
import { chooseTables } from '../template/choose-tables.ts';
import { chooseTemplate } from '../template/choose-template.ts';
import { placeMarkupProblems } from '../template/place-markup-problems.ts';
import { BUILT_IN_TEMPLATES } from '../template/precompiled.ts';
import { renderMarkup } from '../template/render-markup.ts';
import type { Template } from '../template/template.ts';
import { judgeTemplate } from '../template-check/judge-template.ts';
import { propertiesOf } from '../write/properties.ts';
import type { OutputFormat } from '../write/writer.ts';
import { WRITERS } from '../write/writers.ts';

export interface CheckOptions {
  /** A draft may lack facts and hold 待补. */
  readonly isDraft: boolean;
  readonly settings: RuleSettings;
  readonly defaults?: Defaults;
  /** Gives the rosters that facts name; those beside the facts file without it. */
  readonly openSource?: OpenSource;
}

export interface RenderOptions extends CheckOptions {
  /** Wins over the facts' own template. */
  readonly template?: string;
  /** Folders of a unit's own templates, the nearer first; the built-in ones come after them. */
  readonly templateFolders: readonly string[];
  /** Tables to attach, by id or Chinese name; wins over the facts' own. */
  readonly attach?: readonly string[];
  /** Whether the document's texts say which fact they are from; its figures always do. */
  readonly keepsOrigins?: boolean;
}

export interface BuildOptions extends RenderOptions {
  readonly format: OutputFormat;
  /** SOURCE_DATE_EPOCH: the file's date in seconds since 1970; the report's own where it is absent. */
  readonly epoch?: string | undefined;
}

/** A report before it is written, and what it was made of. */
export interface Rendered {
  readonly reading: Reading;
  /** The id of the template that was used. */
  readonly template: string;
  readonly markup: string;
  readonly document: Document;
  /** What the template sets otherwise than the standard. */
  readonly layout: LayoutVariations | undefined;
  /** The path of the .docx that it is set into. */
  readonly stationery?: string | undefined;
}

export interface Built extends Rendered {
  readonly bytes: Uint8Array;
}

/** Reads a facts file and holds it against every rule of its own; everything that is wrong comes in one run. */
export async function checkReport(source: Source, options: CheckOptions): Promise<Outcome<Reading>> {
  const { reading, unread, judged } = await examine(source, options);
  const diagnostics = [...unread, ...judged];
  return reading === undefined ? fail(diagnostics) : succeed(reading, diagnostics);
}

/** Facts to markup to document; errors leave no value, but a draft bears everything that could be read. */
export async function renderReport(source: Source, options: RenderOptions): Promise<Outcome<Rendered>> {
  const { reading, unread, judged } = await examine(source, options);
  if (reading === undefined) return fail(unread);
  const rendered = await render(reading, options, { judged, refused: unread });
  const diagnostics = [...unread, ...judged, ...rendered.diagnostics].sort(compareDiagnostics);
  const isStopped = hasErrors(options.isDraft ? unread : diagnostics);
  return rendered.value === undefined || isStopped ? fail(diagnostics) : succeed(rendered.value, diagnostics);
}

/** The whole way from a facts file to the bytes of a report. */
export async function buildReport(source: Source, options: BuildOptions): Promise<Outcome<Built>> {
  const { value, diagnostics } = await renderReport(source, options);
  if (value === undefined) return fail(diagnostics);
  const { reading, template, markup, document, layout } = value;
  const { report, unit } = reading.facts;
  const origin = { signatory: report?.signatory, unit: unit?.name, date: report?.date };
  const properties = propertiesOf(origin, options.epoch);
  if (value.stationery !== undefined && options.format === 'docx') {
    const { buildInStationery } = await import('./build-in-stationery.ts');
    const set = buildInStationery(value.stationery, value);
    if (set.value === undefined) return fail([...diagnostics, ...set.diagnostics]);
    return succeed({ ...value, bytes: set.value }, [...diagnostics, ...set.diagnostics]);
  }
  const bytes = WRITERS[options.format](document, properties, layoutOf(layout));
  return succeed({ reading, template, markup, document, layout, bytes }, diagnostics);
}

/** What reading found wrong (`unread`: no report can be made of it) and what the rules did (a draft bears it). */
interface Examined {
  readonly reading?: Reading;
  readonly unread: readonly Diagnostic[];
  readonly judged: readonly Diagnostic[];
}

async function examine(source: Source, options: CheckOptions): Promise<Examined> {
  const { value: read, diagnostics: unread } = await readFacts(source);
  if (read === undefined) return { unread, judged: [] };
  const reading = fillReading(read, options.defaults ?? {});
  const sources = reading.facts.sources === undefined ? undefined : await readSources(reading, options);
  const previous = reading.facts.previous === undefined ? undefined : await readLast(reading, options);
  return {
    reading,
    unread,
    judged: await judgeFacts(reading, options.settings, unread, { sources, previous }),
  };
}

/** Counts the rosters that facts name. Most name none, and load nothing of what reads them. */
export async function readSources(
  { facts, source }: Reading,
  { openSource }: Pick<CheckOptions, 'openSource'> = {},
): Promise<SourceCount> {
  const { countSources, openBeside } = await import('../sources/sources.ts');
  return countSources(facts, openSource ?? openBeside(source.file));
}

/** The facts of last time, where a file names them. */
async function readLast(
  { facts: { previous = '' }, source }: Reading,
  { openSource }: Pick<CheckOptions, 'openSource'>,
) {
  const { readPrevious, openBeside } = await import('../sources/sources.ts');
  return readPrevious(previous, openSource ?? openBeside(source.file));
}

async function render(
  reading: Reading,
  options: RenderOptions,
  { judged, refused }: { readonly judged: readonly Diagnostic[]; readonly refused: readonly Diagnostic[] },
): Promise<Outcome<Rendered>> {
  const { template, attach, templateFolders, defaults } = options;
  const places = defaults?.places ?? {};
  const chosen = await chooseTemplate(reading, {
    template,
    fallback: defaults?.template,
    fallbackPlace: places['report.template'],
    templateFolders,
  });
  const tables = await chooseTables(reading, {
    attach,
    fallback: defaults?.attach,
    fallbackPlace: places['report.attach'],
    templateFolders,
  });
  if (chosen.value === undefined || tables.value === undefined) {
    return fail([...chosen.diagnostics, ...tables.diagnostics]);
  }
  const faults = await judgeTemplates(chosen.value, tables.value, templateFolders);
  if (faults.length > 0) return fail(faults);
  const unfit = await checkFit(chosen.value.info, reading);
  const unread = new Set(refused.map(({ path }) => path));
  const stated = new Set(judged.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const isReported = (path: string) => stated.has(path) || isLost(unread, path);
  const print = (each: Template) => printWith(each, reading, { ...options, isReported });
  const [report, ...attached] = await Promise.all([chosen.value, ...tables.value].map(print));
  const diagnostics = [...unfit, ...[report, ...attached].flatMap((each) => each?.diagnostics ?? [])];
  const printed = attached.flatMap(({ value }) => value ?? []);
  if (report?.value === undefined || printed.length < attached.length) return fail(diagnostics);
  const added = printed.flatMap(({ document }) => document.attachments);
  const { id, layout, stationery } = chosen.value.info;
  return succeed(
    {
      reading,
      template: id,
      markup: [report.value, ...printed].map(({ markup }) => markup).join(''),
      document: arrangeByLayout(joinAttachments(report.value.document, added), layout),
      layout,
      stationery,
    },
    diagnostics,
  );
}

/** The errors of the templates themselves: what they would print is not to be trusted, in a draft either. */
async function judgeTemplates(
  report: Template,
  tables: readonly Template[],
  templateFolders: readonly string[],
): Promise<readonly Diagnostic[]> {
  const folders = [...templateFolders, BUILT_IN_TEMPLATES];
  const read = (markup: string) => readMarkup(markup, { isDraft: true }).problems;
  const found = await Promise.all([
    judgeTemplate(report, { kind: 'report', folders }, read),
    ...tables.map((table) => judgeTemplate(table, { kind: 'table', folders }, read)),
  ]);
  return distinctDiagnostics(found.flat());
}

function arrangeByLayout(document: Document, { level2 }: LayoutVariations = {}): Document {
  return level2 === undefined ? document : arrangeHeadings(document, 2, level2);
}

interface PrintingOptions extends Pick<RenderOptions, 'isDraft' | 'keepsOrigins'> {
  readonly isReported: (path: string) => boolean;
}

/** One template's markup, and the document that it says. */
async function printWith(
  template: Template,
  reading: Reading,
  { isDraft, keepsOrigins, isReported }: PrintingOptions,
): Promise<Outcome<Pick<Rendered, 'markup' | 'document'>>> {
  const marks = keepsOrigins ? new Map<string, string>() : undefined;
  const printing = { isDraft, isReported, marks };
  const { value: markup, diagnostics } = await renderMarkup(template, reading, printing);
  if (markup === undefined) return fail(diagnostics);
  const { document: read, problems } = readMarkup(markup, { isDraft });
  const document = marks === undefined ? read : resolveOrigins(read, (path) => marks.get(path));
  if (problems.length === 0) return succeed({ markup, document }, diagnostics);
  return fail([...diagnostics, ...(await placeMarkupProblems(problems, template, reading))]);
}
