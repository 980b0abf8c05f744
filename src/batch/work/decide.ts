import { join } from 'node:path';
import { digestOf } from '../digest.ts';
import { findReason } from '../records/find-reason.ts';
import { fromStored, type Inputs } from '../records/unit-record.ts';
import type { Status, UnitResult } from '../unit.ts';
import { judgeOutput, type Present } from './present-output.ts';
import { readFactsFile } from './read-facts-file.ts';
import type { Recipe, Task, Work } from './work.ts';

/** What is to be done about a unit: nothing any more, or a report is due. */
export type Decision = { readonly settled: UnitResult } | { readonly due: Due };

/** Everything that is known when a report is due. */
export interface Due {
  readonly task: Task;
  readonly work: Work;
  readonly recipe: Recipe;
  /** The facts file's content. */
  readonly bytes: Uint8Array;
  readonly inputs: Inputs;
  /** Where the report goes. */
  readonly path: string;
  /** A file that was edited by hand stands there, and shall be kept beside the new one. */
  readonly isEdited: boolean;
  /** Why, in Chinese. */
  readonly reason: string;
}

/** Compares a unit with what the last run knew of it and with what stands at its output's place. UserError where the system refuses. */
export function decide(task: Task, work: Work): Decision {
  const recipe = work.recipes[task.unit.recipe];
  if (recipe === undefined) throw new Error(`no recipe ${task.unit.recipe}`);
  const bytes = readFactsFile(task.unit.facts);
  const inputs = inputsOf(bytes, task, recipe, work);
  const change = work.isForced ? '按要求重新生成' : findReason(task.record, inputs);
  if (change === undefined && task.record?.hasFailed) return { settled: repeat(task, 'failed') };
  const path = join(work.folder, task.unit.output);
  const present = judgeOutput(path, task.record?.written ?? '', recipe.options.format);
  if (change === undefined && present === 'as-written') return { settled: repeat(task, 'unchanged') };
  if (present === 'edited' && !work.isForced) return { settled: resultOf(task, 'kept', '成品经过手工修改') };
  const reason = change ?? MENDING[present];
  return { due: { task, work, recipe, path, bytes, inputs, isEdited: present === 'edited', reason } };
}

/** A unit's result without anything that was found. */
export function resultOf({ unit, record }: Task, status: Status, reason = ''): UnitResult {
  const { facts, output } = unit;
  return { facts, output, status, reason, diagnostics: [], name: record?.name ?? '' };
}

function inputsOf(bytes: Uint8Array, { record }: Task, recipe: Recipe, { version }: Work): Inputs {
  const template = record?.inputs.template ?? '';
  const templateDigest = recipe.templates.get(template) ?? '';
  return { facts: digestOf(bytes), template, templateDigest, settings: recipe.digest, version };
}

/** Says again what the last run found. */
function repeat(task: Task, status: Status): UnitResult {
  const { record, unit } = task;
  if (record === undefined) return resultOf(task, status);
  return {
    ...resultOf(task, status),
    isOnRecord: true,
    diagnostics: fromStored(record.diagnostics, unit.facts),
    pending: record.pending,
  };
}

/** Why a report is made although its inputs did not change. */
const MENDING: Readonly<Record<Present, string>> = {
  nothing: '成品不见了',
  damaged: '成品已损坏',
  foreign: '成品不是上次生成的那一份',
  edited: '成品经过手工修改',
  'as-written': '',
};
