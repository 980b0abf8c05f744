import { join, relative } from 'node:path';
import { extractUnit } from '../../county/unit-extract.ts';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { Outcome } from '../../diagnostics/outcome.ts';
import { chooseWay, type WriteWay } from '../../disk/choose-way.ts';
import { replaceKept } from '../../disk/write-output.ts';
import { startWriting } from '../../disk/write-whole.ts';
import { findPending } from '../../document/find-pending.ts';
import type { Reading } from '../../facts/read-facts.ts';
import type { Source } from '../../facts/source.ts';
import { collectedUnit } from '../../judge/judge-collection.ts';
import { NameFinder } from '../../prose/name-finder.ts';
import { digestUnit, type UnitDigest } from '../../prose/unit-digest.ts';
import { templateIdOf } from '../../template/choose-template.ts';
import type { BuildOptions, Built } from '../../use/build.ts';
import { toPrint } from '../../use/to-print.ts';
import { contentDigest } from '../digest.ts';
import { toDigestLine } from '../records/digest-line.ts';
import { extractKey, type StoredExtract } from '../records/extract-key.ts';
import { entryLine } from '../records/log-line.ts';
import { toStored, type UnitRecord } from '../records/unit-record.ts';
import type { UnitResult } from '../unit.ts';
import { type Due, keptResult } from './decide.ts';
import { digestSources } from './digest-sources.ts';
import { guessName } from './guess-name.ts';

/** Makes a report of a facts file: the pipeline, or what stands for it in a test. */
export type Build = (source: Source, options: BuildOptions) => Promise<Outcome<Built>>;

/** A unit's result, and what writes its report where there is one to write; UserError where the system refuses it. */
export interface Made {
  readonly result: UnitResult;
  readonly write?: () => Promise<void>;
}

/** Builds a unit's report, and writes nothing yet. UserError where the system refuses. */
export async function makeReport(decided: Due, build: Build): Promise<Made> {
  const source = { file: decided.task.unit.facts, bytes: decided.bytes };
  // Before the rosters are read: one that changes meanwhile is found changed by the next run.
  const due = await withSources(decided);
  const { value, diagnostics } = await build(source, due.recipe.options);
  const key = due.work.isRolledUp ? { extractKey: extractKey(due.task.unit.output, due.inputs) } : {};
  if (value === undefined) return { result: { ...failed(due, diagnostics), ...key } };
  const digest = digestUnit(collectedUnit(value.reading));
  const line = toDigestLine(due.task.unit.output, due.inputs.facts, digest);
  const extract = { ...key, ...extractFor(due, key, value.reading, diagnostics) };
  const result = { ...built(due, value, diagnostics), digest: line, ...extract };
  if (needsComparison(digest, due)) return { result: { ...result, status: 'held' } };
  const way = await wayFor(due, value.bytes);
  if (way.to === 'leave') return { result: { ...left(due, way, result.record), digest: line, ...extract } };
  const said = way.to === 'keep-beside' && way.was === 'resaved' ? { ...result, reason: RESAVED } : result;
  if (due.work.isDryRun) return { result: said };
  const { staging } = due.work;
  return staging === undefined ? putReport(due, value.bytes, way, said) : stage(due, value, said, staging);
}

/** Facts with errors, which a draft bears, are looked into again as a roll-up does it. */
function extractFor(
  { task }: Due,
  { extractKey: key }: Pick<UnitResult, 'extractKey'>,
  reading: Reading,
  diagnostics: readonly Diagnostic[],
): Pick<UnitResult, 'extract'> {
  if (key === undefined || hasErrors(diagnostics)) return {};
  const extract = extractUnit(reading);
  const stored: StoredExtract = { name: extract.name, extract };
  return { extract: entryLine(task.unit.output, key, stored) };
}

async function withSources(due: Due): Promise<Due> {
  const { sources: _, ...inputs } = due.inputs;
  const sources = await digestSources(due.task.unit.facts, due.bytes);
  return { ...due, inputs: { ...inputs, ...(sources !== undefined && { sources }) } };
}

const RESAVED = '重新保存过、内容没有变的那份已另存';

function wayFor({ place, recipe, work }: Due, bytes: Uint8Array): Promise<WriteWay> {
  const standing = recipe.options.isDraft ? 'draft' : 'final';
  return chooseWay(place, bytes, { standing, isForced: work.isForced });
}

/** What is left alone is looked into again only when it, or what the report depends on, has changed. */
function left(
  { task, place }: Due,
  { why }: Extract<WriteWay, { to: 'leave' }>,
  made?: UnitRecord,
): UnitResult {
  const result = keptResult(task, why);
  if (place.holds !== 'others' || made === undefined) return result;
  const { written = '', isDraft } = task.record ?? {};
  const record = { ...made, written, ...(isDraft && { isDraft }), left: contentDigest(place.bytes) };
  return { ...result, record };
}

/** A report that seems to speak of another unit of the batch is not written before that has been looked into; a draft bears it. */
function needsComparison(digest: UnitDigest, { task, work, recipe }: Due): boolean {
  if (task.isCleared || recipe.options.isDraft) return false;
  const finder = finderOf(work.names);
  return digest.mentions.some((mention) => !finder.find(mention, digest.own).next().done);
}

/** Made once for a batch's names. */
function finderOf(names: readonly string[]): NameFinder {
  const known = finders.get(names) ?? new NameFinder(names);
  finders.set(names, known);
  return known;
}

const finders = new WeakMap<readonly string[], NameFinder>();

function putReport({ path }: Due, bytes: Uint8Array, way: WriteWay, result: UnitResult): Made {
  if (way.to === 'replace') return { result, write: () => startWriting(path, bytes) };
  const write = async () => void replaceKept(path, bytes);
  return { result, write };
}

/** Written as .docx for the moment; once it is printed, it is decided anew what becomes of what is at the report's place. */
function stage({ task }: Due, { document, bytes }: Built, result: UnitResult, folder: string): Made {
  const { docx, ...paper } = toPrint(document, bytes);
  const file = join(folder, `${contentDigest(task.unit.output)}.docx`);
  return { result: { ...result, staged: { ...paper, file } }, write: () => startWriting(file, docx) };
}

function built(due: Due, value: Built, diagnostics: readonly Diagnostic[]): UnitResult {
  const { options } = due.recipe;
  const choice = { ...options, fallback: options.defaults?.template };
  const record = dueRecord(due, templateIdOf(value.reading.facts, choice), diagnostics);
  const { facts, output } = due.task.unit;
  const pending = findPending(value.document).map(({ label }) => label);
  return {
    facts,
    output,
    status: 'built',
    reason: due.reason,
    diagnostics,
    pending,
    record: {
      ...record,
      hasFailed: false,
      written: contentDigest(value.bytes),
      ...(options.isDraft && { isDraft: true }),
      pending,
    },
  };
}

/** Which template it would have been cannot be known of every failure: any change of one is worth another try. */
function failed(due: Due, diagnostics: readonly Diagnostic[]): UnitResult {
  const { facts, output } = due.task.unit;
  const record = dueRecord(due, '', diagnostics);
  return { facts, output, status: 'failed', reason: '', diagnostics, pending: record.pending, record };
}

function dueRecord(
  { task, work, recipe, inputs, bytes }: Due,
  template: string,
  diagnostics: readonly Diagnostic[],
): UnitRecord {
  const { facts, output } = task.unit;
  return {
    output,
    name: guessName(bytes),
    facts: relative(work.folder, facts).replaceAll('\\', '/'),
    inputs: { ...inputs, template, templateDigest: recipe.templates.get(template) ?? '' },
    hasFailed: true,
    written: task.record?.written ?? '',
    ...(task.record?.isDraft && { isDraft: true }),
    diagnostics: toStored(diagnostics, facts),
    pending: diagnostics.filter(isMissing).map(({ message }) => message),
  };
}

/** What is missing, among what is wrong. */
function isMissing({ rule, isGap }: Diagnostic): boolean {
  return rule === 'pending-value' || isGap === true;
}
