import { join } from 'node:path';
import { sealed } from '../../bytes/trailing-mark.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { describePassedOver } from '../../disk/passed-over.ts';
import { writeOutput } from '../../disk/write-output.ts';
import { recordIn } from '../../disk/written-record.ts';
import type { CountyReport } from '../county-report.ts';
import type { BatchConsole, BatchOptions } from '../options.ts';
import { recordsFolder } from '../records/log-files.ts';
import type { BatchReport } from '../report.ts';
import { batchTotalsLine, countStatuses } from '../totals.ts';
import { summarizeBatch } from './batch-summary.ts';
import { describeFindings } from './describe-findings.ts';
import { SUMMARY_FORMS, summaryForm } from './forms.ts';

/** Shows what a batch came to, and writes the summary where one is asked for. UserError where it cannot be written. */
export async function showReport(
  report: BatchReport,
  options: BatchOptions,
  console: BatchConsole,
): Promise<void> {
  const { collection, county, passedOver, problems, results, isDryRun } = report;
  for (const entry of passedOver) console.err(describePassedOver(entry));
  for (const problem of problems) console.err(`错误：${printable(problem)}\n`);
  if (options.listing === 'json') console.out(SUMMARY_FORMS.json(summarizeBatch(report)));
  else {
    if (collection.length > 0) console.err(describeFindings(collection, console.errStyle));
    console.out(`${batchTotalsLine(countStatuses(results.settled()), isDryRun)}\n`);
  }
  if (county !== undefined) showCounty(county, options, console);
  if (options.county !== undefined && (isDryRun || options.shard !== undefined)) {
    console.err(isDryRun ? `将汇总 ${printable(options.county.output)}。\n` : MERGED_LATER);
  }
  const { summaryFile } = options;
  if (summaryFile !== undefined && !isDryRun) await saveSummary(summaryFile, report, options);
}

const MERGED_LATER = '分片做的，合并时再汇总：各片做完后用 --merge，写上同样的文件夹和 --rollup。\n';

/** The county's own lines go where the listing goes, unless that is for machines. */
function showCounty(
  { said, faults, problems }: CountyReport,
  options: BatchOptions,
  console: BatchConsole,
): void {
  if (faults.length > 0) console.err(describeFindings(faults, console.errStyle));
  for (const problem of problems) console.err(`错误：${printable(problem)}\n`);
  if (options.listing === 'json') console.err(said);
  else console.out(said);
}

/** The page carries our fingerprint; of the other forms the batch's records know what was written. */
async function saveSummary(file: string, report: BatchReport, options: BatchOptions): Promise<void> {
  const form = summaryForm(file);
  const bytes = Buffer.from(SUMMARY_FORMS[form](summarizeBatch(report)));
  const written = await writeOutput(file, form === 'html' ? sealed(bytes, 'html', 'final') : bytes, {
    standing: 'final',
    isForced: options.isForced ?? false,
    record: recordIn(join(recordsFolder(options.output), 'written'), options.output),
  });
  if (written.status === 'written') return;
  throw new UserError(
    `汇总没有写入 ${file}：原有的文件${written.why}。`,
    '请用 --summary 换一个名字，或先移走它；加 --force 会先另存原有的那份。',
  );
}
