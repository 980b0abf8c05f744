import { carryOut } from './carry-out.ts';
import { listenForInterruption } from './interrupt.ts';
import { takeLock } from './lock/lock.ts';
import type { BatchConsole, BatchOptions } from './options.ts';
import { prepareBatch } from './prepare.ts';
import { recordsFolder, shardName } from './records/ledger.ts';
import { judgeReport } from './report.ts';
import { showReport } from './show/show-report.ts';

/** Brings the reports of every facts file of the folders up to date; the promise holds the exit status. UserError for wrong usage. */
export async function runBatch(options: BatchOptions, console: BatchConsole): Promise<number> {
  const prepared = await prepareBatch(options, console.env);
  const { shard, work } = prepared;
  const lock = options.isDryRun
    ? undefined
    : takeLock(recordsFolder(options.output), shard && shardName(shard));
  const interruption = listenForInterruption(work.stop, console.err);
  try {
    const isAfterCrash = lock?.isTakenOver ?? false;
    const report = await carryOut(prepared, { options, console, interruption, isAfterCrash });
    showReport(report, options, console);
    return judgeReport(report);
  } finally {
    interruption.dispose();
    lock?.release();
  }
}
