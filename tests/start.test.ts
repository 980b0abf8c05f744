import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { copyProgram } from './built-program.ts';

let program: string;
let dist: string;

beforeAll(async () => {
  program = await copyProgram();
  dist = join(dirname(program), '../dist');
});

it('comes without a cache of its code, makes one at its first start, and makes it complete at the second', () => {
  expect(caches()).toEqual([]);
  const said = version();
  const [cache = ''] = caches();
  expect(cache).toMatch(/^program-help-[0-9a-f]{8}\.cache$/);
  const first = readFileSync(join(dist, cache));
  expect(version()).toBe(said);
  const second = readFileSync(join(dist, cache));
  expect(second.equals(first)).toBe(false);
  expect(version()).toBe(said);
  expect(readFileSync(join(dist, cache)).equals(second)).toBe(true);
});

it('starts all the same where the cache is damaged, cut off or gone, and makes it anew', () => {
  const said = version();
  const cache = join(dist, caches()[0] ?? '');
  const whole = readFileSync(cache);
  const middle = whole.length >> 1;
  for (const damaged of [
    Buffer.concat([whole.subarray(0, middle), whole.subarray(middle).fill(0xff)]),
    whole.subarray(0, 3),
  ]) {
    writeFileSync(cache, damaged);
    expect(version()).toBe(said);
    expect(readFileSync(cache).length).toBeGreaterThan(100_000);
  }
  rmSync(cache);
  expect(version()).toBe(said);
  expect(caches()).toHaveLength(1);
});

it('reads for help no other part of the program', () => {
  const hidden = ['reports.cjs', 'others.cjs'].map((name) => join(dist, name));
  const said = version();
  for (const file of hidden) renameSync(file, `${file}.away`);
  try {
    expect(version()).toBe(said);
  } finally {
    for (const file of hidden) renameSync(`${file}.away`, file);
  }
});

it('knows in each part the errors that another throws', () => {
  const { status, stderr } = spawnSync(process.execPath, [program, 'bild'], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('没有“bild”这个命令');
});

it('keeps nothing of a run that failed', () => {
  for (const name of caches()) rmSync(join(dist, name));
  expect(() =>
    execFileSync(process.execPath, [program, 'build', 'no-such.yaml'], { stdio: 'ignore' }),
  ).toThrow();
  expect(caches()).toEqual([]);
});

it('starts many times at once without a cache', async () => {
  for (const name of caches()) rmSync(join(dist, name));
  const said = version();
  for (const name of caches()) rmSync(join(dist, name));
  const starts = Array.from({ length: 6 }, () =>
    promisify(execFile)(process.execPath, [program, '--version']),
  );
  expect((await Promise.all(starts)).map(({ stdout }) => stdout)).toEqual(Array(6).fill(said));
  expect(readdirSync(dist).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(caches()).toHaveLength(1);
});

it('runs the script that stands there, not the one that the cache was made of', () => {
  const said = version();
  const script = join(dist, 'program.cjs');
  const text = readFileSync(script, 'latin1');
  const changed = said.trim().replace('0', '9');
  writeFileSync(script, text.replaceAll(`"${said.trim()}"`, `"${changed}"`), 'latin1');
  try {
    expect(version().trim()).toBe(changed);
  } finally {
    writeFileSync(script, text, 'latin1');
  }
  expect(version()).toBe(said);
});

function caches(): string[] {
  return readdirSync(dist).filter((name) => name.endsWith('.cache'));
}

function version(): string {
  return execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' });
}
