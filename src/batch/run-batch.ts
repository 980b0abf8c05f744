import { carryOut, sweep } from './carry-out.ts';
import { listenForInterruption } from './interrupt.ts';
import { takeLock } from './lock/lock.ts';
import { mergeShards } from './merge.ts';
import type { BatchConsole, BatchOptions } from './options.ts';
import { prepareBatch } from './prepare.ts';
import { recordsFolder, shardName } from './records/ledger.ts';
import { judgeReport } from './report.ts';
import { saveReport } from './shard-reports.ts';
import { showReport } from './show/show-report.ts';

/** Brings the reports of every facts file of the folders up to date; the promise holds the exit status. UserError for wrong usage. */
export async function runBatch(options: BatchOptions, console: BatchConsole): Promise<number> {
  if (options.isMerge) return mergeShards(options, console);
  const prepared = await prepareBatch(options, console.env);
  const { shard, work } = prepared;
  const lock = options.isDryRun
    ? undefined
    : takeLock(recordsFolder(options.output), shard && shardName(shard));
  const interruption = listenForInterruption({
    stop: work.stop,
    notify: console.err,
    sweep: () => sweep(prepared, options.output),
  });
  try {
    const isAfterCrash = lock?.isTakenOver ?? false;
    const report = await carryOut(prepared, { options, console, interruption, isAfterCrash });
    if (shard !== undefined && !options.isDryRun) saveReport(options.output, shard, report);
    await showReport(report, options, console);
    return judgeReport(report, interruption.status());
  } finally {
    interruption.dispose();
    lock?.release();
  }
}
