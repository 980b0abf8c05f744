import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * In a process of its own: in the threads that tests run in, V8 is not asked the same way. A small batch does not ask at all; the same object
 * goes once a large one has, however long that takes.
 */
const WATCH = `
import { setImmediate } from 'node:timers/promises';
import { givingBack } from './src/batch/give-back.ts';
let isGone = false;
const registry = new FinalizationRegistry(() => { isGone = true; });
registry.register({}, undefined);
givingBack(10)();
await import('node:inspector');
for (let turn = 0; turn < 200; turn += 1) await setImmediate();
console.log(isGone);
givingBack(10_000)();
while (!isGone) await setImmediate();
console.log(isGone, registry !== undefined);
`;

test('what nobody holds any more is given back in a large batch, and left to V8 in a small one', () => {
  const args = ['--import', 'tsx', '--input-type=module', '-e', WATCH];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('false\ntrue true\n');
});
