import { compileLater } from '../code-cache/patience.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { chooseThreads } from './choose-threads.ts';
import { contentDigest } from './digest.ts';
import type { Extracts } from './extracts.ts';
import { givingBack } from './give-back.ts';
import type { BatchOptions } from './options.ts';
import type { Prepared } from './prepare.ts';
import type { DigestLog } from './records/collect.ts';
import type { BatchLog } from './records/ledger.ts';
import { loadFindings, saveFindings } from './records/stored-findings.ts';
import { runRound, type Tasks } from './rounds.ts';
import type { BatchView } from './show/showing.ts';
import type { BatchUnit, UnitResult } from './unit.ts';
import { openInline, openPool } from './work/pool.ts';
import type { Round, Unheard } from './work/process-chunk.ts';
import type { BatchWork } from './work/work.ts';

/** A run in its middle. */
export interface BatchRun {
  readonly prepared: Prepared;
  readonly options: BatchOptions;
  readonly ledger: BatchLog;
  readonly showing: BatchView;
  readonly digests: DigestLog;
  /** The file of what the units' facts show together. */
  readonly findings: string;
  readonly settle: (results: readonly UnitResult[]) => void;
  readonly unheard: Unheard;
  /** What a county gets of the units; absent where none is wanted. */
  readonly extracts?: Extracts | undefined;
}

/**
 * Brings all units up to date: a survey of them; what it found to be due is made; the units are held against each other; what was held
 * back until then is made or fails. What the comparison found, but for units that failed for it, is returned.
 */
export async function makeAll(run: BatchRun): Promise<readonly Diagnostic[]> {
  const { units, duplicates, work } = run.prepared;
  // Ahead of all threads: it holds for each of them, and which code they find depends on it.
  compileLater();
  run.settle(units.flatMap((unit) => refuseDuplicate(unit, duplicates.get(unit.facts))));
  if (duplicates.size > 0) stopIfFast(work);
  const { due, names } = await survey(
    run,
    units.filter(({ facts }) => !duplicates.has(facts)),
  );
  const known = { ...work, names };
  const { office, isDryRun = false } = run.options;
  if (office === undefined || isDryRun) return makeDue(run, due, known);
  const { withStaging } = await import('./print-staged.ts');
  return withStaging((staging) => makeDue(run, due, { ...known, staging }));
}

async function makeDue(
  run: BatchRun,
  due: readonly BatchUnit[],
  known: BatchWork,
): Promise<readonly Diagnostic[]> {
  const held = await makeUnits(run, due, known);
  if (Atomics.load(known.stop, 0) !== 0) {
    run.settle(held.map((result) => ({ ...result, status: 'left' })));
    return [];
  }
  const found = await compareUnits(run, held.length > 0);
  return release(run, { held, due, work: known, found });
}

/** `--fail-fast` stops the batch at whatever fails first. */
function stopIfFast({ isFailFast, stop }: BatchWork): void {
  if (isFailFast) Atomics.store(stop, 0, 1);
}

function refuseDuplicate(
  { facts, output }: BatchUnit,
  diagnostics: readonly Diagnostic[] = [],
): UnitResult[] {
  return diagnostics.length === 0 ? [] : [{ facts, output, status: 'failed', reason: '', diagnostics }];
}

/** Which units are due, and the names of all. */
async function survey(run: BatchRun, units: readonly BatchUnit[]) {
  const due: BatchUnit[] = [];
  const names = new Set<string>();
  let seen = 0;
  await makeRound({ run, units, work: run.prepared.work, label: '检查', round: 'survey' }, (results) => {
    for (const { name = '' } of results) names.add(name);
    due.push(...units.slice(seen, seen + results.length).filter((_, at) => results[at]?.status === 'due'));
    seen += results.length;
    run.settle(results.filter(({ status }) => status !== 'due'));
  });
  return { due, names: [...names] };
}

/** Makes what is due, and returns what is held back. */
async function makeUnits(
  run: BatchRun,
  units: readonly BatchUnit[],
  work: BatchWork,
  isCleared = false,
): Promise<UnitResult[]> {
  const held: UnitResult[] = [];
  const staged: UnitResult[] = [];
  const order = { run, units, work, isCleared, label: '生成', round: 'make' } as const;
  await makeRound(order, (results) => {
    run.digests.add(results.flatMap(({ output, digest }) => (digest ? [[output, digest] as const] : [])));
    held.push(...results.filter(({ status }) => status === 'held').map(withoutRecord));
    staged.push(...results.filter((each) => each.staged !== undefined));
    run.settle(results.filter((each) => each.status !== 'held' && each.staged === undefined));
  });
  const { office } = run.options;
  if (office !== undefined && staged.length > 0) {
    const { printStaged } = await import('./print-staged.ts');
    await printStaged(staged, { ...run, office, work, units });
  }
  return held;
}

/** What is held back may be most of a batch, and none of it was written. */
function withoutRecord({ digest: _, record: __, ...result }: UnitResult): UnitResult {
  return result;
}

interface RoundOrder {
  readonly run: BatchRun;
  readonly units: readonly BatchUnit[];
  readonly work: BatchWork;
  /** They were held against the others. */
  readonly isCleared?: boolean;
  readonly label: string;
  readonly round: Round;
}

async function makeRound(
  order: RoundOrder,
  receive: (results: readonly UnitResult[]) => void,
): Promise<void> {
  const { run, units, work, label, round: kind } = order;
  if (units.length === 0) return;
  const threads = chooseThreads(run.options.jobs, units.length, kind === 'survey' ? 'look' : 'make');
  const pool = threads === 0 ? openInline(work, run.unheard) : await openPool(work, threads);
  run.showing.beginRound(label, units.length);
  const giveBack = givingBack(units.length);
  try {
    await runRound(pool, tasksOf(order), kind, (results) => {
      run.showing.advance(results);
      run.extracts?.note(results);
      receive(results.map(withoutExtract));
      giveBack();
    });
  } finally {
    await pool.close();
  }
}

/** It is in its store. */
function withoutExtract({ extract: _, extractKey: __, ...result }: UnitResult): UnitResult {
  return result;
}

/** What is known of a unit is read when its turn comes. */
function tasksOf({ run, units, isCleared = false }: RoundOrder): Tasks {
  const toTask = (unit: BatchUnit) => ({ unit, record: run.ledger.recordOf(unit.output), isCleared });
  return { length: units.length, slice: (from, to) => units.slice(from, to).map(toTask) };
}

/** Holds the units against each other, unless their facts are the very ones of the last run. */
async function compareUnits(
  { prepared, options, ledger, digests, findings, unheard }: BatchRun,
  hasHeld: boolean,
) {
  const { units, work } = prepared;
  const [recipe] = work.recipes;
  if (recipe === undefined) return [];
  const contents = units.map(({ output }) => contentDigest(`${ledger.factsOf(output)} ${output}`));
  const key = contentDigest([work.version, recipe.digest, ...contents].join('\n'));
  const stored = hasHeld ? undefined : loadFindings(findings, key, units);
  if (stored !== undefined) return stored;
  const { collectFindings } = await import('./records/collect.ts');
  const found = await unheard(() => collectFindings(units, ledger.factsOf, digests, recipe.options.settings));
  if (!options.isDryRun) saveFindings(findings, key, found, units);
  return found;
}

interface Release {
  readonly held: readonly UnitResult[];
  readonly due: readonly BatchUnit[];
  readonly work: BatchWork;
  readonly found: readonly Diagnostic[];
}

/** Units that were held back fail if the comparison found errors in them, and are made otherwise. */
async function release(run: BatchRun, { held, due, work, found }: Release): Promise<readonly Diagnostic[]> {
  const failed = held.filter(({ facts }) => hasErrors(found.filter(({ file }) => file === facts)));
  const refused = new Set(failed.map(({ facts }) => facts));
  const cleared = new Set(held.map(({ facts }) => facts).filter((facts) => !refused.has(facts)));
  run.settle(failed.map((result) => refusedResult(result, found)));
  if (failed.length > 0) stopIfFast(work);
  await makeUnits(
    run,
    due.filter(({ facts }) => cleared.has(facts)),
    work,
    true,
  );
  return found.filter(({ file }) => !refused.has(file));
}

/** No record: the next run has to look again, for it may be the other unit that changes. */
function refusedResult(result: UnitResult, found: readonly Diagnostic[]): UnitResult {
  const { facts, output } = result;
  const diagnostics = [...result.diagnostics, ...found.filter(({ file }) => file === facts)];
  return { facts, output, status: 'failed', reason: '', diagnostics };
}
