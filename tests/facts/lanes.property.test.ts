import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExactTree } from '../../src/facts/exact/exact-lane.ts';
import { readExactly } from '../../src/facts/exact/read-exactly.ts';
import { canonicaliseFast } from '../../src/facts/fast/canonicalise-fast.ts';
import { readFastTree } from '../../src/facts/fast/read-fast-tree.ts';
import { hasIllegalCharacter } from '../../src/facts/illegal-characters.ts';
import { samples } from '../sample-size.ts';
import { anyFile, mutated, SAMPLE_TEXTS, yamlSoup } from './yaml-files.ts';

const RUNS = Number(process.env.LANE_RUNS ?? samples(400));

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

test('whatever YAML it takes, the fast lane makes the tree of it that the exact one makes', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof(yamlSoup, mutated(yamlSoup)), (text) => {
      const fast = hasIllegalCharacter(text) ? undefined : readFastTree(text);
      if (fast === undefined) return;
      taken++;
      const { root, slips, errors, mendable } = readExactTree(text);
      expect({ root, slips, errors, mendable }).toEqual({ root: fast, slips: [], errors: [], mendable: [] });
    }),
    { seed: Number(process.env.LANE_SEED ?? 9704), numRuns: RUNS * 5 },
  );
  expect(taken).toBeGreaterThan(RUNS / 20);
});

test.each(SAMPLE_TEXTS.map((text) => [text.split('\n', 1)[0], text]))('the fast lane reads %s', (_, text) => {
  const fast = canonicaliseFast(text);
  expect(fast).toBeDefined();
  expect(fast).toEqual(readExactly(text).canonical);
});
