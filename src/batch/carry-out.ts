import { UserError } from '../diagnostics/user-error.ts';
import type { CountyPlace } from '../disk/write-county.ts';
import type { CountyReport } from './county-report.ts';
import { Extracts } from './extracts.ts';
import type { Interruption } from './interrupt.ts';
import { makeAll } from './make-all.ts';
import type { BatchConsole, BatchOptions } from './options.ts';
import { findOrphans, settleOrphan } from './orphans.ts';
import { outputFolders, type Prepared } from './prepare.ts';
import type { DigestLog } from './records/collect.ts';
import { type BatchLog, openLedger } from './records/ledger.ts';
import { logFile, recordsFolder } from './records/log-files.ts';
import { RecordLog } from './records/record-log.ts';
import type { BatchReport } from './report.ts';
import { Results } from './results.ts';
import { startShowing } from './show/showing.ts';
import { sweepTemporaries } from './sweep.ts';
import type { UnitResult } from './unit.ts';

export interface RunConduct {
  readonly options: BatchOptions;
  readonly console: BatchConsole;
  readonly interruption: Interruption;
  /** The run before was killed. */
  readonly isAfterCrash: boolean;
  /** What stands where the county goes, where one is wanted. */
  readonly place: CountyPlace | undefined;
  /** Whether the output folder is no longer ours: then its records are somebody else's. */
  readonly isLost: () => boolean;
}

/** Does a prepared batch: brings the units up to date and sees to what is left over of facts that are gone. */
export async function carryOut(prepared: Prepared, conduct: RunConduct): Promise<BatchReport> {
  const { options, console, interruption, isAfterCrash, isLost } = conduct;
  const isDryRun = options.isDryRun ?? false;
  const folder = recordsFolder(options.output);
  const ledger = openLedger(folder, prepared.shard, isDryRun);
  if (!isDryRun && (isAfterCrash || !ledger.isClosed)) sweep(prepared, options.output);
  const showing = startShowing(options, console);
  if (ledger.damaged > 0) showing.say(`记录有 ${ledger.damaged} 行损坏，没有采用，相关的单位重新检查。\n`);
  const results = new Results(ledger.recordOf);
  const settle = (settled: readonly UnitResult[]) => {
    ledger.note(settled);
    for (const result of settled) results.add(result);
    showing.settle(settled);
  };
  const digestFile = logFile(folder, 'digests', prepared.shard);
  const digests: DigestLog = new RecordLog([digestFile], isDryRun ? undefined : digestFile);
  const findings = logFile(folder, 'findings', prepared.shard);
  const extractFile = logFile(folder, 'extracts', prepared.shard);
  const extracts = prepared.work.isRolledUp
    ? new Extracts(new RecordLog([extractFile], extractFile))
    : undefined;
  const collection = await makeAll({
    prepared,
    options,
    ledger,
    settle,
    showing,
    digests,
    findings,
    unheard: interruption.unheard,
    extracts,
  });
  if (!interruption.isAsked() && !isLost()) settle(settleOrphans(prepared, ledger, options));
  showing.end();
  const isWhole = !interruption.isAsked() && !isLost() && Atomics.load(prepared.work.stop, 0) === 0;
  const county =
    isWhole && prepared.shard === undefined ? await rolledUp(extracts, prepared, conduct) : undefined;
  return {
    results,
    collection,
    ...(county !== undefined && { county }),
    passedOver: prepared.passedOver,
    isDryRun,
    isDraft: options.isDraft ?? false,
    isInterrupted: interruption.isAsked(),
    problems: isLost()
      ? [LOST_LOCK]
      : isDryRun
        ? []
        : carryOutAll(() => digests.tidy([...outputsOf(prepared)]), ledger.close),
  };
}

/** The county out of all units; undefined where none is wanted. Shards have theirs when they are merged. */
async function rolledUp(
  extracts: Extracts | undefined,
  prepared: Prepared,
  { options, console, place }: RunConduct,
): Promise<CountyReport | undefined> {
  const { county: order } = options;
  if (extracts === undefined || order === undefined) return undefined;
  const { rollUpBatch } = await import('./roll-up-batch.ts');
  return rollUpBatch(prepared, options, { order, place, extracts, desk: console.desk });
}

const LOST_LOCK = '输出文件夹的占用记号被别人拿走了，已经停下。请确认没有别的批处理，再运行一次。';

function outputsOf({ units }: Prepared): Set<string> {
  return new Set(units.map(({ output }) => output));
}

function settleOrphans(prepared: Prepared, ledger: BatchLog, options: BatchOptions): UnitResult[] {
  const { output: folder, isPruning = false, isDryRun = false } = options;
  return findOrphans(ledger, outputsOf(prepared), folder).flatMap((record) => {
    const result = settleOrphan(record, folder, { isPruning, isDryRun });
    if (result === undefined || result.status === 'pruned') ledger.forget(record.output);
    return result ?? [];
  });
}

/** Removes the half-written files that a killed run left where this one writes. */
export function sweep({ units, shard }: Prepared, folder: string): void {
  const folders = outputFolders(units, folder).add(recordsFolder(folder));
  sweepTemporaries(folders, shard === undefined);
}

/** Does what a run ends with; what the system refuses is said and ends nothing else. */
function carryOutAll(...actions: readonly (() => void)[]): string[] {
  return actions.flatMap((action) => {
    try {
      action();
      return [];
    } catch (error) {
      if (error instanceof UserError) return [`${error.message}${error.hint}`];
      throw error;
    }
  });
}
