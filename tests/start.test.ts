import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltProgram, buildProgram } from './built-program.ts';

let program: BuiltProgram;

beforeAll(async () => {
  program = await buildProgram();
}, 120_000);

afterAll(() => program.remove());

it('starts all the same where the cache of its code is damaged, cut off or gone', () => {
  const cache = join(program.path, '../../dist/program.cache');
  const whole = readFileSync(cache);
  const said = version();
  const middle = whole.length >> 1;
  writeFileSync(cache, Buffer.concat([whole.subarray(0, middle), whole.subarray(middle).fill(0xff)]));
  expect(version()).toBe(said);
  writeFileSync(cache, whole.subarray(0, 3));
  expect(version()).toBe(said);
  rmSync(cache);
  expect(version()).toBe(said);
});

function version(): string {
  return execFileSync(process.execPath, [program.path, '--version'], { encoding: 'utf8' });
}
