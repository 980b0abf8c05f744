import { dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PassedOver } from '../disk/passed-over.ts';
import { reportEnding } from '../disk/plan-outputs.ts';
import { VERSION } from '../version.ts';
import { findSharedOutputs } from './duplicates.ts';
import type { BatchConsole, BatchOptions } from './options.ts';
import { planBatch } from './plan.ts';
import { RecipeBook } from './recipes.ts';
import { chooseShard, isInShard, type Shard } from './shard.ts';
import { summaryForm } from './show/forms.ts';
import type { BatchUnit } from './unit.ts';
import type { BatchWork } from './work/work.ts';

/** A batch before anything is done. */
export interface Prepared {
  readonly shard: Shard | undefined;
  /** The shard's own units, ordered by output. */
  readonly units: readonly BatchUnit[];
  /** By facts file: why it shares its output with another. */
  readonly duplicates: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly passedOver: readonly PassedOver[];
  readonly work: BatchWork;
}

/** Finds the units and what holds for each. UserError for wrong options, folders, configurations. */
export async function prepareBatch(options: BatchOptions, env: BatchConsole['env']): Promise<Prepared> {
  if (options.summaryFile !== undefined) summaryForm(options.summaryFile);
  const shard = chooseShard(options.shard, env);
  const book = new RecipeBook(options, env);
  const exclusions = await findExclusions(options.folders, book);
  const ending = reportEnding(options.format ?? 'docx', options.isDraft ?? false);
  const { entries, passedOver } = planBatch(options.folders, ending, exclusions);
  const units: BatchUnit[] = [];
  for (const { facts, output } of entries) {
    if (isInShard(output, shard)) units.push({ facts, output, recipe: await book.indexFor(facts) });
  }
  return {
    shard,
    units,
    duplicates: findSharedOutputs(entries, options.output),
    passedOver,
    work: batchWork(options, book),
  };
}

/** The folders that the outputs of some units lie in. */
export function outputFolders(units: readonly BatchUnit[], folder: string): Set<string> {
  return new Set(units.map(({ output }) => dirname(join(folder, output))));
}

async function findExclusions(folders: readonly string[], book: RecipeBook) {
  const found = new Map<string, { readonly folder: string; readonly patterns: readonly string[] }>();
  for (const folder of folders) {
    const { folder: base, settings } = await book.configurationOf(join(folder));
    if (settings.exclude !== undefined) found.set(folder, { folder: base, patterns: settings.exclude });
  }
  return (folder: string) => found.get(folder);
}

function batchWork(options: BatchOptions, { recipes }: RecipeBook): BatchWork {
  const { output, isForced = false, isDryRun = false, isFailFast = false, county } = options;
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const isRolledUp = county !== undefined && !isDryRun;
  return {
    folder: output,
    version: VERSION,
    names: [],
    recipes,
    isForced,
    isDryRun,
    isFailFast,
    isRolledUp,
    stop,
  };
}
