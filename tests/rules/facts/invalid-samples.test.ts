import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeFacts } from '../../../src/judge/judge-facts.ts';
import { COLLECTION_RULES, FACTS_RULES, READING_RULES } from '../../../src/judge/registry.ts';
import { readExample, SETTINGS } from '../read-example.ts';

const FOLDER = new URL('../../../data-samples/invalid/', import.meta.url);

/** Rules of prose that look at every text of a facts file, names too. */
const OF_CHARACTERS = ['sensitive-data', 'private-use-character', 'look-alike-character'];

describe('data-samples/invalid', () => {
  it.each([
    ...FACTS_RULES.map(({ id }) => id),
    ...OF_CHARACTERS,
  ])('%s.yaml fails with this rule and no other', async (id) => {
    const reading = await readExample(readFileSync(new URL(`${id}.yaml`, FOLDER), 'utf8'));
    const found = await judgeFacts(reading, SETTINGS);
    expect(found.map(({ rule }) => rule)).toEqual([id]);
  });

  it('names every file after a rule', () => {
    const rules = [
      ...[...READING_RULES, ...FACTS_RULES, ...COLLECTION_RULES].map(({ id }) => id),
      ...OF_CHARACTERS,
    ];
    const names = readdirSync(FOLDER).map((name) => name.replace(/\..*$/u, ''));
    expect(names.filter((name) => !rules.some((id) => name === id || name.startsWith(`${id}-`)))).toEqual([]);
  });
});
