import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { findDuplicateOutputs } from '../disk/plan-outputs.ts';
import type { PlanEntry } from './plan.ts';

/** The facts files that share an output with another, each with the diagnostics that say so: none of them is built. */
export function findSharedOutputs(entries: readonly PlanEntry[], folder: string): Map<string, Diagnostic[]> {
  if (areDistinctOutputs(entries)) return new Map();
  const plan = entries.map(({ facts, output }) => ({ input: facts, output: join(folder, output) }));
  const shared = new Map<string, Diagnostic[]>();
  for (const diagnostic of findDuplicateOutputs(plan)) {
    for (const seen of [diagnostic, fromTheOther(diagnostic)]) {
      shared.set(seen.file, [...(shared.get(seen.file) ?? []), seen]);
    }
  }
  return shared;
}

/** Whether no two outputs can be one file on any file system. Checksums of the folded paths tell it for most batches, in hardly any memory. */
function areDistinctOutputs(entries: readonly PlanEntry[]): boolean {
  const checksums = Uint32Array.from(entries, ({ output }) => crc32(output.normalize('NFC').toLowerCase()));
  return checksums.sort().every((checksum, index) => checksum !== checksums[index - 1]);
}

/** The same as seen from the file that came first. */
function fromTheOther(diagnostic: Diagnostic): Diagnostic {
  const [first] = diagnostic.related;
  if (first === undefined) return diagnostic;
  return {
    ...diagnostic,
    file: first.file,
    related: [{ ...first, message: '也要用这个输出文件的输入', file: diagnostic.file }],
  };
}
