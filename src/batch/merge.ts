import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { collectFindings } from './collect/collect.ts';
import { openDigestReading } from './collect/digest-store.ts';
import type { BatchConsole, BatchOptions } from './options.ts';
import { prepareBatch } from './prepare.ts';
import { openLedger, recordsFolder, recordsPath } from './records/ledger.ts';
import { type BatchReport, judgeReport } from './report.ts';
import { Results } from './results.ts';
import { loadReports, type ShardReport } from './shard-reports.ts';
import { showReport } from './show/show-report.ts';
import { startShowing } from './show/showing.ts';
import { summaryForm } from './summary/forms.ts';

/**
 * Makes one summary of what the shards came to, and builds nothing. Where the facts' folders are given, the units are also held against
 * each other across the shards. UserError where no shard has run; one that is missing is said, and the status tells.
 */
export async function mergeShards(options: BatchOptions, console: BatchConsole): Promise<number> {
  if (options.summaryFile !== undefined) summaryForm(options.summaryFile);
  const shards = loadReports(options.output);
  if (shards.length === 0) {
    throw new UserError(
      `${options.output} 中没有分片的记录。`,
      '先用 --shard 1/8 等选项把各片做完，再用 --merge 汇总。',
    );
  }
  const joined = joinReports(shards);
  const collection = options.folders.length > 0 ? await compareAll(options) : joined.collection;
  const report = { ...joined, collection };
  startShowing(options, console).settle([...report.results]);
  await showReport(report, options, console);
  return judgeReport(report);
}

function joinReports(shards: readonly ShardReport[]): BatchReport {
  const reports = shards.map(({ report }) => report);
  const results = new Results();
  for (const result of reports.flatMap((each) => each.results)) results.add(result);
  const passedOver = new Map(reports.flatMap((each) => each.passedOver).map((entry) => [entry.path, entry]));
  return {
    results,
    collection: reports.flatMap(({ collection }) => collection),
    passedOver: [...passedOver.values()],
    isDryRun: false,
    isDraft: reports.every(({ isDraft }) => isDraft),
    isInterrupted: reports.some(({ isInterrupted }) => isInterrupted),
    problems: [...missingShards(shards), ...reports.flatMap(({ problems }) => problems)],
  };
}

function missingShards(shards: readonly ShardReport[]): string[] {
  const count = shards[0]?.shard.count ?? 0;
  const present = new Set(shards.map(({ shard }) => shard.index));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (index) => !present.has(index),
  );
  if (missing.length === 0) return [];
  return [`共 ${count} 片，第 ${missing.join('、')} 片还没有记录，汇总不完整。`];
}

async function compareAll(options: BatchOptions) {
  const { shard: _, ...whole } = options;
  const { units, work } = await prepareBatch(whole, {});
  const folder = recordsFolder(options.output);
  const { factsOf } = openLedger(folder, undefined, true);
  const [recipe] = work.recipes;
  if (recipe === undefined) return [];
  const shards = loadReports(options.output).map(({ shard }) => join(folder, recordsPath('digests', shard)));
  return collectFindings(units, factsOf, openDigestReading(shards), recipe.options.settings);
}
