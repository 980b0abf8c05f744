import { existsSync, readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { ioError } from '../disk/io-error.ts';
import { judgePlace } from '../disk/judge-place.ts';
import type { BatchLog } from './records/ledger.ts';
import type { UnitRecord } from './records/unit-record.ts';
import type { UnitResult } from './unit.ts';
import { recordedIn } from './work/decide.ts';

/** The records of outputs whose facts files are gone: not among the batch's own, and no longer where they were. */
export function findOrphans(ledger: BatchLog, planned: ReadonlySet<string>, folder: string): UnitRecord[] {
  const others = [...ledger.outputs()].filter((output) => !planned.has(output));
  return others.flatMap((output) => {
    const record = ledger.recordOf(output);
    return record === undefined || existsSync(join(folder, record.facts)) ? [] : record;
  });
}

/**
 * Says what stands where an orphan's output was; undefined if there is nothing any more, so that it can be forgotten. With `isPruning` the output
 * is removed, unless somebody edited it.
 */
export function settleOrphan(
  record: UnitRecord,
  folder: string,
  { isPruning, isDryRun }: { readonly isPruning: boolean; readonly isDryRun: boolean },
): UnitResult | undefined {
  const { facts, output } = record;
  const result = { facts: join(folder, facts), output, diagnostics: [], reason: FACTS_GONE };
  try {
    const path = join(folder, output);
    const place = judgePlace(path, recordedIn(record));
    if (place.holds === 'nothing') return undefined;
    if (place.holds === 'others' || !place.isRecorded)
      return { ...result, status: 'kept', reason: `${FACTS_GONE}，但成品经过改动` };
    if (!isPruning) return { ...result, status: 'orphaned', reason: `${FACTS_GONE}，加 --prune 可以清理` };
    if (!isDryRun) remove(path, folder);
    return { ...result, status: 'pruned' };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...result, status: 'failed', problem: `${error.message}${error.hint}` };
  }
}

const FACTS_GONE = '事实文件已不存在';

/** Removes an output, and the folders that it leaves empty. */
function remove(path: string, folder: string): void {
  try {
    unlinkSync(path);
    for (let parent = dirname(path); parent !== join(folder); parent = dirname(parent)) {
      if (readdirSync(parent).length > 0) return;
      rmdirSync(parent);
    }
  } catch (error) {
    throw ioError('删除', path, error);
  }
}
