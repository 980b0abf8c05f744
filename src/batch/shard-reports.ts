import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ioError } from '../disk/io-error.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { recordsFolder, recordsPath } from './records/ledger.ts';
import { readLines, toLine } from './records/record-lines.ts';
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
  const path = join(folder, recordsPath('report', shard));
  for (const name of namesIn(folder)) {
    const count = REPORT.exec(name)?.[2];
    if (count !== undefined && Number(count) !== shard.count) rmSync(join(folder, name), { force: true });
  }
  writeWhole(path, Buffer.from(toLine(report)));
}

/** What every shard came to that has left a report, in the order of their names; a damaged one counts as none. */
export function loadReports(output: string): ShardReport[] {
  return namesIn(recordsFolder(output)).flatMap((name) => {
    const [, index, count] = REPORT.exec(name) ?? [];
    if (index === undefined || count === undefined) return [];
    const [line] = readLines(join(recordsFolder(output), name));
    // A right checksum says that it was written by us.
    return line?.value === undefined
      ? []
      : [{ shard: { index: Number(index), count: Number(count) }, report: line.value as StoredReport }];
  });
}

const REPORT = /^report-(\d+)-of-(\d+)\.ndjson$/;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw ioError('读取', folder, error);
  }
}
