import { printable } from '../../diagnostics/printable.ts';
import type { PassedOver } from '../../disk/walk.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import type { BatchConsole, BatchOptions } from '../options.ts';
import type { BatchReport } from '../report.ts';
import { summarizeBatch } from '../summary/batch-summary.ts';
import { SUMMARY_FORMS, summaryForm } from '../summary/forms.ts';
import { countStatuses, describeTotals } from '../totals.ts';
import { describeFindings } from './describe-findings.ts';

/** Shows what a batch came to, and writes the summary where one is asked for. UserError where it cannot be written. */
export function showReport(report: BatchReport, options: BatchOptions, console: BatchConsole): void {
  const { collection, passedOver, problems, results, isDryRun } = report;
  for (const entry of passedOver) console.err(describePassedOver(entry));
  for (const problem of problems) console.err(`错误：${problem}\n`);
  if (options.listing === 'json') console.out(SUMMARY_FORMS.json(summarizeBatch(report)));
  else {
    if (collection.length > 0) console.err(describeFindings(collection, console.errStyle));
    console.out(`${describeTotals(countStatuses(results.settled()), isDryRun)}\n`);
  }
  if (options.summaryFile !== undefined && !isDryRun) {
    const form = SUMMARY_FORMS[summaryForm(options.summaryFile)];
    writeWhole(options.summaryFile, Buffer.from(form(summarizeBatch(report))));
  }
}

function describePassedOver({ path, why, detail }: PassedOver): string {
  return `跳过 ${printable(path)}：${WHY[why]}${detail === undefined ? '' : `（${printable(detail)}）`}\n`;
}

const WHY: Readonly<Record<PassedOver['why'], string>> = {
  link: '是符号链接，不跟随',
  'not-a-file': '不是普通文件',
  unreadable: '文件夹不能读取',
};
