import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, write } from './fixture.ts';
import { start } from './program.ts';
import { township } from './township.ts';

const COUNT = 140;

function many(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: COUNT }, (_, at) => [`facts/${at % 7}/${at}.yaml`, township(`青禾县第${at}镇`)]),
  );
}

function run(folder: string, ...more: readonly string[]) {
  return start(['batch', join(folder, 'facts'), '-o', join(folder, 'out'), ...more]);
}

/** Everything under the output folder but the reports and the records: litter. */
function litter(folder: string): string[] {
  const names = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const files = names.filter((entry) => entry.isFile()).map(({ name }) => name);
  return files.filter((name) => !/\.docx$|^(records|digests|findings)\.ndjson$/.test(name));
}

describe('a batch that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s keeps what is done and exits %i', async (signal, wanted) => {
    const folder = makeFolder(many());
    const held = await holdInTheMiddle(folder);
    held.process.kill(signal);
    held.release();
    const { status, out } = await held.ended;
    expect(status).toBe(wanted);
    expect(out).toMatch(/未处理 \d+/);
    expect(litter(folder)).toEqual([]);
    const { status: again, out: rest } = await run(folder).ended;
    expect(again).toBe(0);
    expect(rest).toMatch(/未变 [1-9]\d*/);
    expect(rest).toContain(`合计 ${COUNT} 个`);
  });

  it('by kill -9 leaves nothing half, and the next run completes it', async () => {
    const folder = makeFolder(many());
    const held = await holdInTheMiddle(folder);
    held.process.kill('SIGKILL');
    expect((await held.ended).status).toBe(null);
    const { status, out } = await run(folder).ended;
    expect(status).toBe(0);
    expect(out).toContain(`合计 ${COUNT} 个`);
    expect(litter(folder)).toEqual([]);
    expect((await run(folder).ended).out).toContain(`未变 ${COUNT}`);
  });
});

it('lets one of two batches on a folder work and tells the other who does', async () => {
  const folder = makeFolder(many());
  const first = await holdInTheMiddle(folder);
  const others = await Promise.all([run(folder).ended, run(folder).ended]);
  for (const { status, err } of others) {
    expect(status).toBe(2);
    expect(err).toContain(`输出文件夹正被占用。占用者是另一个批处理：进程 ${first.process.pid}`);
  }
  first.release();
  expect((await first.ended).status).toBe(0);
  expect((await run(folder).ended).out).toContain(`未变 ${COUNT}`);
});

/** A batch that has written some reports and goes on only when it is released. */
async function holdInTheMiddle(folder: string) {
  const [reached, released] = [join(folder, 'reached'), join(folder, 'released')];
  write(join(folder, 'hold.mjs'), HOLD);
  const args = ['batch', join(folder, 'facts'), '-o', join(folder, 'out'), '--jobs', '2'];
  const env = { ...process.env, REACHED: reached, RELEASED: released };
  const running = start(args, ['--import', join(folder, 'hold.mjs')], env);
  await expect.poll(() => existsSync(reached)).toBe(true);
  return { ...running, release: () => write(released, '') };
}

/** Each worker stops at its tenth report, says that it has come so far, and waits until it is told to go on. */
const HOLD = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { REACHED, RELEASED } = process.env;
const rename = fs.renameSync;
let reports = 0;
fs.renameSync = (from, to) => {
  if (to.endsWith('.docx') && ++reports === 10) {
    fs.writeFileSync(REACHED, '');
    while (!fs.existsSync(RELEASED)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  return rename(from, to);
};
syncBuiltinESMExports();
`;

it('tries again where a file is busy, and then says so', async () => {
  const folder = makeFolder({ ...many(), 'busy.mjs': BUSY });
  const args = ['batch', join(folder, 'facts/3'), '-o', join(folder, 'out'), '--jobs', '1'];
  const { status, out } = await start(args, ['--import', join(folder, 'busy.mjs')]).ended;
  expect(out).toContain('失败 ');
  expect(out).toContain('正被别的程序占用');
  expect(out).toContain('失败 1');
  expect(status).toBe(2);
  expect(litter(folder)).toEqual([]);
});

/** One report is open in Word for good, another one for a moment. */
const BUSY = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const rename = fs.renameSync;
let tries = 0;
fs.renameSync = (from, to) => {
  const isHeld = to.endsWith('/10.docx') || (to.endsWith('/17.docx') && tries++ < 2);
  if (isHeld) throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' });
  return rename(from, to);
};
syncBuiltinESMExports();
`;

it('reports a facts file that vanishes or changes under its hands, and goes on', async () => {
  const folder = makeFolder(many());
  write(join(folder, 'vanish.mjs'), VANISH);
  const args = ['batch', join(folder, 'facts/3'), '-o', join(folder, 'out'), '--jobs', '1'];
  const { status, out } = await start(args, ['--import', join(folder, 'vanish.mjs')]).ended;
  expect(out).toMatch(/失败 .*10\.yaml：无法读取/);
  expect(out).toMatch(/失败 1，/);
  expect(status).toBe(2);
});

const VANISH = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const open = fs.openSync;
fs.openSync = (path, ...rest) => {
  if (String(path).endsWith('/10.yaml')) fs.rmSync(path, { force: true });
  return open(path, ...rest);
};
syncBuiltinESMExports();
`;
