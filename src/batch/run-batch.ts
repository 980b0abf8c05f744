import { UserError } from '../diagnostics/user-error.ts';
import { carryOut, sweep } from './carry-out.ts';
import { placeOfCounty } from './county-order.ts';
import { listenForInterruption } from './interrupt.ts';
import { takeLock } from './lock.ts';
import { mergeShards } from './merge.ts';
import type { BatchConsole, BatchOptions } from './options.ts';
import { prepareBatch } from './prepare.ts';
import { recordsFolder, shardName } from './records/log-files.ts';
import { type BatchReport, judgeReport } from './report.ts';
import type { Shard } from './shard.ts';
import { saveReport } from './shard-reports.ts';
import { showReport } from './show/show-report.ts';

/** Brings the reports of every facts file of the folders up to date; the promise holds the exit status. UserError for wrong usage. */
export async function runBatch(options: BatchOptions, console: BatchConsole): Promise<number> {
  if (options.isMerge) return mergeShards(options, console);
  const place = options.county && placeOfCounty(options.county, options.folders);
  const prepared = await prepareBatch(options, console.env);
  const { shard, work } = prepared;
  const end = () => Atomics.store(work.stop, 0, 1);
  const lock = options.isDryRun
    ? undefined
    : takeLock(recordsFolder(options.output), shard && shardName(shard), end);
  const interruption = listenForInterruption({
    stop: work.stop,
    notify: console.err,
    sweep() {
      sweep(prepared, options.output);
      lock?.release();
    },
  });
  try {
    const isAfterCrash = lock?.isTakenOver ?? false;
    const carried = await carryOut(prepared, {
      options,
      console,
      interruption,
      isAfterCrash,
      place,
      isLost: () => lock?.isLost() ?? false,
    });
    const report =
      shard === undefined || options.isDryRun ? carried : keepShardReport(carried, options.output, shard);
    await showReport(report, options, console);
    return judgeReport(report, interruption.status());
  } finally {
    interruption.dispose();
    lock?.release();
  }
}

/** The report of a shard, kept for the merging; where it cannot be kept it says so itself. */
function keepShardReport(report: BatchReport, output: string, shard: Shard): BatchReport {
  try {
    saveReport(output, shard, report);
    return report;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...report, problems: [...report.problems, `${error.message}${error.hint}`] };
  }
}
