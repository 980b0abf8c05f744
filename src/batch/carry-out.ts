import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { chooseThreads } from './choose-threads.ts';
import type { Interruption } from './interrupt.ts';
import type { BatchConsole, BatchOptions } from './options.ts';
import { findOrphans, settleOrphan } from './orphans.ts';
import { outputFolders, type Prepared } from './prepare.ts';
import { type Ledger, openLedger, recordsFolder } from './records/ledger.ts';
import type { BatchReport } from './report.ts';
import { runRound } from './rounds.ts';
import { isInShard } from './shard.ts';
import { type Showing, startShowing } from './show/showing.ts';
import { sweepTemporaries } from './sweep.ts';
import type { Unit, UnitResult } from './unit.ts';
import { openInline, openPool, type Pool } from './work/pool.ts';
import type { Task } from './work/work.ts';

export interface Conduct {
  readonly options: BatchOptions;
  readonly console: BatchConsole;
  readonly interruption: Interruption;
  /** The run before was killed. */
  readonly isAfterCrash: boolean;
}

/** Does a prepared batch: looks at every unit, makes what is due, sees to what is left over of facts that are gone. */
export async function carryOut(prepared: Prepared, conduct: Conduct): Promise<BatchReport> {
  const { options, console, interruption, isAfterCrash } = conduct;
  const isDryRun = options.isDryRun ?? false;
  const ledger = openLedger(recordsFolder(options.output), prepared.shard, isDryRun);
  if (!isDryRun && (isAfterCrash || !ledger.isClosed)) sweep(prepared, options.output);
  const showing = startShowing(options, console);
  if (ledger.damaged > 0) showing.say(`记录有 ${ledger.damaged} 行损坏，没有采用，相关的单位重新检查。\n`);
  const results = new Map<string, UnitResult>();
  const settle = (settled: readonly UnitResult[]) => {
    ledger.note(settled);
    for (const result of settled) results.set(result.facts, result);
    showing.settle(settled);
  };
  await makeUnits(prepared, ledger, settle, showing, options);
  if (!interruption.isAsked()) settle(settleOrphans(prepared, ledger, options));
  showing.end();
  return {
    results: [...results.values()].sort((a, b) => (a.output < b.output ? -1 : 1)),
    collection: [],
    passedOver: prepared.passedOver,
    isDryRun,
    isInterrupted: interruption.isAsked(),
    problems: closeLedger(ledger),
  };
}

/** First the units that share an output, then a survey of the others, then what the survey found to be due. */
async function makeUnits(
  prepared: Prepared,
  ledger: Ledger,
  settle: (results: readonly UnitResult[]) => void,
  showing: Showing,
  options: BatchOptions,
): Promise<void> {
  const { units, duplicates, work } = prepared;
  settle(units.flatMap((unit) => refuseDuplicate(unit, duplicates.get(unit.facts))));
  const tasks = units
    .filter(({ facts }) => !duplicates.has(facts))
    .map((unit): Task => ({ unit, record: ledger.records.get(unit.output) }));
  const fresh = tasks.filter(({ record }) => record === undefined).length;
  const threads = chooseThreads(options.jobs, tasks.length, fresh);
  const pool = threads === 0 ? openInline(work) : await openPool(work, threads);
  try {
    await survey(pool, tasks, settle, showing);
  } finally {
    await pool.close();
  }
}

async function survey(
  pool: Pool,
  tasks: readonly Task[],
  settle: (results: readonly UnitResult[]) => void,
  showing: Showing,
): Promise<void> {
  const due = new Set<string>();
  showing.beginRound('检查', tasks.length);
  await runRound(pool, tasks, 'survey', (results) => {
    showing.advance(results);
    for (const { status, facts } of results) if (status === 'due') due.add(facts);
    settle(results.filter(({ status }) => status !== 'due'));
  });
  const dueTasks = tasks.filter(({ unit }) => due.has(unit.facts));
  showing.beginRound('生成', dueTasks.length);
  await runRound(pool, dueTasks, 'make', (results) => {
    showing.advance(results);
    settle(results);
  });
}

function refuseDuplicate({ facts, output }: Unit, diagnostics: readonly Diagnostic[] = []): UnitResult[] {
  return diagnostics.length === 0 ? [] : [{ facts, output, status: 'failed', reason: '', diagnostics }];
}

function settleOrphans({ planned, shard }: Prepared, ledger: Ledger, options: BatchOptions): UnitResult[] {
  const { output: folder, isPruning = false, isDryRun = false } = options;
  const orphans = findOrphans(ledger.records.values(), planned, folder);
  return orphans
    .filter(({ output }) => isInShard(output, shard))
    .flatMap((record) => {
      const result = settleOrphan(record, folder, { isPruning, isDryRun });
      if (result === undefined || result.status === 'pruned') ledger.forget(record.output);
      return result ?? [];
    });
}

function sweep({ units, shard }: Prepared, folder: string): void {
  const folders = outputFolders(units, folder).add(recordsFolder(folder));
  sweepTemporaries(folders, shard === undefined);
}

function closeLedger(ledger: Ledger): string[] {
  try {
    ledger.close();
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [`${error.message}${error.hint}`];
  }
}
