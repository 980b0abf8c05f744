import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, makeStage, runBatch, survey } from './stage.ts';

const UNITS = 400;

/** A tmpfs of one megabyte: what fits is whole, the rest is reported; given room, the next run completes it. Needs root. */
export async function fillDisk(): Promise<string> {
  const stage = makeStage(UNITS);
  const out = join(stage, 'out');
  mkdirSync(out);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', out]);
  try {
    const full = await runBatch(stage, 'out');
    const { reports, litter } = survey(out);
    expect(full.status === 2, `status 2, not ${full.status}`);
    expect(/磁盘已满/.test(full.out + full.err), 'the full disk is named');
    expect(full.out.includes(`合计 ${UNITS} 个：`), 'the totals are there');
    expect(litter.length === 0, `no litter, not ${litter.join(' ')}`);
    execFileSync('mount', ['-o', 'remount,size=200m', out]);
    const room = await runBatch(stage, 'out');
    const complete = survey(out).reports;
    expect(room.status === 0 && complete.size === UNITS, 'the next run completes all');
    for (const [name, bytes] of reports)
      expect(complete.get(name) === bytes, `${name} was whole on the full disk`);
    return `${reports.size} of ${UNITS} reports fitted, all whole; with more room the next run completed all`;
  } finally {
    execFileSync('umount', [out]);
    rmSync(stage, { recursive: true });
  }
}
