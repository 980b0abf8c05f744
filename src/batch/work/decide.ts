import { join } from 'node:path';
import { describeOthers } from '../../disk/describe-others.ts';
import { judgePlace, type OutputPlace, type Recorded } from '../../disk/judge-place.ts';
import { CONTRACTS, readOutside } from '../../disk/read-outside.ts';
import { contentDigest } from '../digest.ts';
import { extractKey } from '../records/extract-key.ts';
import { findReason } from '../records/find-reason.ts';
import { fromStored, type Inputs, type UnitRecord } from '../records/unit-record.ts';
import type { Status, UnitResult } from '../unit.ts';
import { digestAgain } from './digest-sources.ts';
import type { BatchWork, Recipe, Task } from './work.ts';

/** What is to be done about a unit: nothing any more, or a report is due. */
export type UnitDecision = { readonly settled: UnitResult } | { readonly due: Due };

/** Everything that is known when a report is due. */
export interface Due {
  readonly task: Task;
  readonly work: BatchWork;
  readonly recipe: Recipe;
  /** The facts file's content. */
  readonly bytes: Uint8Array;
  readonly inputs: Inputs;
  /** Where the report goes. */
  readonly path: string;
  /** What is there. */
  readonly place: OutputPlace;
  /** Why, in Chinese. */
  readonly reason: string;
}

/** Compares a unit with what the last run knew of it and with what is at its output's place. UserError where the system refuses. */
export function decide(task: Task, work: BatchWork): UnitDecision {
  const recipe = work.recipes[task.unit.recipe];
  if (recipe === undefined) throw new Error(`no recipe ${task.unit.recipe}`);
  const bytes = readOutside(task.unit.facts, CONTRACTS.batchFacts);
  const inputs = inputsOf(bytes, task, recipe, work);
  const key = work.isRolledUp ? { extractKey: extractKey(task.unit.output, inputs) } : {};
  const change = work.isForced ? '按要求重新生成' : findReason(task.record, inputs);
  if (change === undefined && task.record?.hasFailed)
    return { settled: { ...repeat(task, 'failed'), ...key } };
  const path = join(work.folder, task.unit.output);
  const place = judgePlace(path, recordedIn(task.record));
  if (change === undefined && isOurOutput(place))
    return { settled: { ...repeat(task, 'unchanged'), ...key } };
  if (change === undefined && isLeftAsItIs(place, task.record))
    return { settled: { ...keptResult(task, describeOthers(place.bytes)), ...key } };
  return { due: { task, work, recipe, path, bytes, inputs, place, reason: change ?? mending(place) } };
}

/** Recognises what was written last for a unit. */
export function recordedIn(record: UnitRecord | undefined): Recorded {
  return (_, bytes) => {
    if (record === undefined || contentDigest(bytes) !== record.written) return undefined;
    return record.isDraft ? 'draft' : 'final';
  };
}

/** The result of a unit whose place is taken by what is not to be replaced; `why` is a clause about that. */
export function keptResult(task: Task, why: string): UnitResult {
  return unitResult(task, 'kept', `原有的文件${why}`);
}

function isOurOutput(place: OutputPlace): boolean {
  return place.holds === 'ours' && place.isRecorded;
}

/** Nothing that a report depends on has changed since this very file was found to say something else. */
function isLeftAsItIs(
  place: OutputPlace,
  record: UnitRecord | undefined,
): place is Extract<OutputPlace, { holds: 'others' }> {
  return place.holds === 'others' && record?.left === contentDigest(place.bytes);
}

/** A unit's result without anything that was found. */
export function unitResult({ unit, record }: Task, status: Status, reason = ''): UnitResult {
  const { facts, output } = unit;
  return { facts, output, status, reason, diagnostics: [], name: record?.name ?? '' };
}

function inputsOf(bytes: Uint8Array, { record, unit }: Task, recipe: Recipe, { version }: BatchWork): Inputs {
  const template = record?.inputs.template ?? '';
  const templateDigest = recipe.templates.get(template) ?? '';
  const sources = digestAgain(unit.facts, record?.inputs.sources);
  return {
    facts: contentDigest(bytes),
    template,
    templateDigest,
    settings: recipe.digest,
    version,
    ...(sources !== undefined && { sources }),
  };
}

/** Says again what the last run found. */
function repeat(task: Task, status: Status): UnitResult {
  const { record, unit } = task;
  if (record === undefined) return unitResult(task, status);
  return {
    ...unitResult(task, status),
    isOnRecord: true,
    diagnostics: fromStored(record.diagnostics, unit.facts),
    pending: record.pending,
    ...(record.pdf !== undefined && { pdf: record.pdf }),
  };
}

/** Why a report is made although its inputs did not change. */
function mending({ holds }: OutputPlace): string {
  return holds === 'nothing' ? '成品不见了' : '成品不是上次生成的那一份';
}
