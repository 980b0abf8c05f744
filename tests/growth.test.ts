import { expect, it } from 'vitest';
import { FACTOR, growsTooFast } from './growth.ts';

const PAIR = ['甲'.repeat(2000), '甲'.repeat(2000 * FACTOR)] as const;

it.each([
  ['a pattern that begins anew at every character', (text: string) => /甲+乙/.test(text)],
  ['a loop over all that went before', (text: string) => countRepeated(text)],
])('%s takes more than its text has grown', (_, run) => {
  expect(growsTooFast(run, PAIR)).toBe(true);
});

it.each([
  ['a pattern that looks at each character once', (text: string) => /乙+甲/.test(text)],
  ['a pattern with an anchor', (text: string) => /^甲+乙/.test(text)],
  ['nothing', () => {}],
])('%s does not', (_, run) => {
  expect(growsTooFast(run, PAIR)).toBe(false);
});

function countRepeated(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    for (let before = 0; before < at; before += 1)
      if (text.charCodeAt(before) === text.charCodeAt(at)) count += 1;
  }
  return count;
}
