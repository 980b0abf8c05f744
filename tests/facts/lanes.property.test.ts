import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicaliseFast } from '../../src/facts/canonicalise-fast.ts';
import { readExactly } from '../../src/facts/exact/read-exactly.ts';
import { anyFile, SAMPLE_TEXTS } from './yaml-files.ts';

const RUNS = Number(process.env.LANE_RUNS ?? 400);

test('the fast lane says what the exact one says, or declines', () => {
  let taken = 0;
  fc.assert(
    fc.property(anyFile, (text) => {
      const fast = canonicaliseFast(text);
      if (fast === undefined) return;
      taken++;
      const exact = readExactly(text);
      expect(exact.slips).toEqual([]);
      expect(fast).toEqual(exact.canonical);
    }),
    { seed: Number(process.env.LANE_SEED ?? 9704), numRuns: RUNS },
  );
  expect(taken).toBeGreaterThan(RUNS / 20);
});

test.each(SAMPLE_TEXTS.map((text) => [text.split('\n', 1)[0], text]))('the fast lane reads %s', (_, text) => {
  const fast = canonicaliseFast(text);
  expect(fast).toBeDefined();
  expect(fast).toEqual(readExactly(text).canonical);
});
