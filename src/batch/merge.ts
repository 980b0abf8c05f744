import { UserError } from '../diagnostics/user-error.ts';
import { type CountyOrder, placeOfCounty } from './county-order.ts';
import type { CountyReport } from './county-report.ts';
import { Extracts } from './extracts.ts';
import type { BatchConsole, BatchOptions } from './options.ts';
import { prepareBatch } from './prepare.ts';
import { collectFindings } from './records/collect.ts';
import { extractKey } from './records/extract-key.ts';
import { openLedger } from './records/ledger.ts';
import { logFile, recordsFolder } from './records/log-files.ts';
import { RecordLog } from './records/record-log.ts';
import { type BatchReport, judgeReport } from './report.ts';
import { Results } from './results.ts';
import { rollUpBatch } from './roll-up-batch.ts';
import { loadReports, type ShardReport } from './shard-reports.ts';
import { summaryForm } from './show/forms.ts';
import { showReport } from './show/show-report.ts';
import { startShowing } from './show/showing.ts';
import { unitResult } from './work/decide.ts';

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
  if (options.county !== undefined && options.folders.length === 0) {
    throw new UserError(
      '没有写明放事实文件的文件夹，不能汇总。',
      '例如 report batch 事实 -o 报告 --merge --rollup 县.yaml。',
    );
  }
  const joined = joinReports(shards);
  const collection = options.folders.length > 0 ? await compareAll(options) : joined.collection;
  const county = options.county && (await rollUpShards(options, options.county, console));
  const report = { ...joined, collection, ...(county !== undefined && { county }) };
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
  const shards = loadReports(options.output).map(({ shard }) => logFile(folder, 'digests', shard));
  return collectFindings(units, factsOf, new RecordLog(shards), recipe.options.settings);
}

/** The county out of what the shards extracted; a unit that changed since, or that none of them has, is read again. */
async function rollUpShards(
  options: BatchOptions,
  order: CountyOrder,
  { desk }: BatchConsole,
): Promise<CountyReport> {
  const place = placeOfCounty(order, options.folders);
  const { shard: _, ...whole } = options;
  const { units, work } = await prepareBatch(whole, {});
  const folder = recordsFolder(options.output);
  const shards = loadReports(options.output).map(({ shard }) => logFile(folder, 'extracts', shard));
  const own = logFile(folder, 'extracts');
  const extracts = new Extracts(new RecordLog([...shards, own], own));
  const { recordOf } = openLedger(folder, undefined, true);
  extracts.note(
    units.flatMap((unit) => {
      const record = recordOf(unit.output);
      if (record === undefined) return [];
      return {
        ...unitResult({ unit, record }, 'unchanged'),
        extractKey: extractKey(unit.output, record.inputs),
      };
    }),
  );
  return rollUpBatch({ units, work }, options, { order, place, extracts, desk });
}
