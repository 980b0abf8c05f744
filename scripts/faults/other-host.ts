import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, makeStage, runBatch } from './stage.ts';

/** Another machine holds the output folder, whatever its clock says; and one that takes it while a batch is at work. */
export async function shareWithAnotherHost(): Promise<string> {
  const stage = makeStage(5);
  const lock = join(stage, 'out', '.report', 'lock');
  mkdirSync(join(lock, '..'), { recursive: true });
  const holder = JSON.stringify({
    pid: 1,
    host: 'another-machine',
    born: '',
    since: '2026-11-30T00:00:00Z',
    token: 'x',
  });
  writeFileSync(lock, holder);
  for (const hours of [-24, -1, 0, 1, 24]) {
    const time = Date.now() / 1000 + hours * 3600;
    utimesSync(lock, time, time);
    const { status, err } = await runBatch(stage, 'out');
    expect(status === 2 && err.includes('another-machine'), `refused with its clock ${hours} hours off`);
    expect(readFileSync(lock, 'utf8') === holder, 'its lock is as it was');
  }
  const longAgo = Date.now() / 1000 - 600;
  utimesSync(`${lock}.seen`, longAgo, longAgo);
  const taken = await runBatch(stage, 'out');
  expect(taken.status === 0 && !existsSync(lock), 'taken over once nothing of it changed for minutes');
  rmSync(join(stage, 'out'), { recursive: true });

  const many = makeStage(2_000);
  const theirs = join(many, 'out', '.report', 'lock');
  await runBatch(many, 'out', {
    afterStart() {
      const timer = setInterval(() => {
        if (!existsSync(theirs)) return;
        clearInterval(timer);
        writeFileSync(theirs, holder);
      }, 5);
      timer.unref();
    },
  });
  expect(
    existsSync(theirs) && readFileSync(theirs, 'utf8') === holder,
    'a lock that somebody took stays his',
  );
  for (const each of [stage, many]) rmSync(each, { recursive: true });
  return "another machine's lock was held whatever its clock said, taken over only unchanged, and never released";
}
