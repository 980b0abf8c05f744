import { parse } from 'node:path';
import { extractUnit } from '../../county/unit-extract.ts';
import { fileIdentity } from '../../disk/file-identity.ts';
import { CONTRACTS, readOutside } from '../../disk/read-outside.ts';
import { checkReport } from '../../use/build.ts';
import { UNREADABLE_FACTS } from '../../use/roll-up.ts';
import { contentDigest } from '../digest.ts';
import { extractKey, extractStamp, rulesDigest, type StoredExtract } from '../records/extract-key.ts';
import { entryLine } from '../records/log-line.ts';
import type { UnitResult } from '../unit.ts';
import { unitResult } from './decide.ts';
import { digestSources, mayName } from './digest-sources.ts';
import { guessName } from './guess-name.ts';
import { troubled } from './troubled.ts';
import type { BatchWork, Task } from './work.ts';

/**
 * Reads and judges a unit for its county alone. What is 待补, or missing, is no error here: the county has the same gap. Never throws.
 */
export async function extractAgain(task: Task, work: BatchWork): Promise<UnitResult> {
  const { facts, output, recipe: at } = task.unit;
  const recipe = work.recipes[at];
  if (recipe === undefined) throw new Error(`no recipe ${at}`);
  try {
    // Asked before it is read: a change meanwhile is then seen the next time.
    const identity = fileIdentity(facts);
    const bytes = readOutside(facts, CONTRACTS.batchFacts);
    const sources = await digestSources(facts, bytes);
    const inputs = {
      facts: contentDigest(bytes),
      settings: recipe.digest,
      version: work.version,
      ...(sources !== undefined && { sources }),
    };
    const key = extractKey(output, inputs);
    const isAlone = identity !== undefined && !mayName(bytes);
    const stamp = extractStamp(key, isAlone ? { identity, rules: rulesDigest(inputs) } : undefined);
    const { settings, ...options } = recipe.options;
    const checking = { ...options, settings: { ...settings, isDraft: true }, isDraft: true };
    const { value, diagnostics } = await checkReport({ file: facts, bytes }, checking);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const name = value?.facts.unit?.name ?? (guessName(bytes) || parse(facts).name);
    const stored: StoredExtract =
      value === undefined || errors.length > 0
        ? { name, why: value === undefined ? UNREADABLE_FACTS : `有 ${errors.length} 个错误` }
        : { name, extract: extractUnit(value), ...(sources !== undefined && { sources }) };
    const status = errors.length > 0 ? 'failed' : 'unchanged';
    return {
      ...unitResult(task, status),
      name,
      diagnostics: errors,
      extractKey: key,
      extract: entryLine(output, stamp, stored),
    };
  } catch (error) {
    return troubled(task, error);
  }
}
