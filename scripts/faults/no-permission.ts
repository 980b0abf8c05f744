import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { factsFile } from '../generate-facts/facts-file.ts';
import { expect, makeStage, runBatch, survey } from './stage.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };
const UNITS = 30;

/** As an unprivileged user: an unwritable output folder, an unreadable facts file, an unwritable folder of one county. Needs root. */
export async function lackPermission(): Promise<string> {
  const stage = makeStage(UNITS);
  chmodSync(stage, 0o755);
  const refused = await runBatch(stage, 'out', NOBODY);
  expect(
    refused.status === 2 && /没有权限/.test(refused.err),
    'an unwritable folder is refused with its reason',
  );

  const unreadable = factsFile(3, 1).path;
  chmodSync(join(stage, 'facts', unreadable), 0o000);
  mkdirSync(join(stage, 'out'), { mode: 0o777 });
  chmodSync(join(stage, 'out'), 0o777);
  mkdirSync(join(stage, 'out', dirname(factsFile(14, 1).path)));
  const some = await runBatch(stage, 'out', NOBODY);
  expect(some.status === 2, `status 2, not ${some.status}`);
  const failures = some.out.split('\n').filter((line) => line.startsWith('失败 '));
  expect(
    failures.every((line) => line.includes('没有权限')),
    'each failure has its reason',
  );
  const built = survey(join(stage, 'out')).reports.size;
  expect(built + failures.length === UNITS, 'every other unit was built');
  rmSync(stage, { recursive: true });
  return `an unwritable folder refused; ${failures.length} of ${UNITS} units failed with their reason, ${built} were built`;
}
