import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** In a process of its own: in the threads that tests run in, V8 is not asked the same way. */
const WATCH = `
import { givingBack } from './src/batch/give-back.ts';
const registry = new FinalizationRegistry((told) => { console.log(told); process.exit(); });
registry.register({}, 'gone');
givingBack(Number(process.argv[1]))();
setTimeout(() => console.log(registry === undefined), 3000);
`;

test.each([
  [10_000, 'gone'],
  [10, 'false'],
])('of %i units, what nobody holds any more is %s', (units, said) => {
  const args = ['--import', 'tsx', '--input-type=module', '-e', WATCH, String(units)];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim()).toBe(said);
});
