import { logFile, recordsFolder, removeFiles, shardFiles } from './records/log-files.ts';
import { entryLine } from './records/log-line.ts';
import { RecordLog, writeLog } from './records/record-log.ts';
import type { BatchReport } from './report.ts';
import type { Shard } from './shard.ts';
import type { UnitResult } from './unit.ts';

/** What one shard's last run came to. */
export interface ShardReport {
  readonly shard: Shard;
  readonly report: StoredReport;
}

/** What each unit came to is written out. */
type StoredReport = Omit<BatchReport, 'results'> & { readonly results: readonly UnitResult[] };

/** Keeps what a shard came to, for the merging of all of them. Reports of another division are of no use any more. */
export function saveReport(output: string, shard: Shard, report: BatchReport): void {
  const folder = recordsFolder(output);
  removeFiles(reportFiles(folder).filter((file) => file.shard.count !== shard.count));
  writeLog(logFile(folder, 'report', shard), entryLine(REPORT_KEY, '', report));
}

/** What every shard came to that has left a report, in the order of their names; a damaged one counts as none. */
export function loadReports(output: string): ShardReport[] {
  return reportFiles(recordsFolder(output)).flatMap(({ shard, path }) => {
    const report = new RecordLog<StoredReport>([path]).get(REPORT_KEY);
    return report === undefined ? [] : [{ shard, report }];
  });
}

const REPORT_KEY = 'report';

function reportFiles(folder: string) {
  return shardFiles(folder).filter(({ kind }) => kind === 'report');
}
