import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeFacts } from '../../../src/judge/judge-facts.ts';
import { COLLECTION_RULES, FACTS_RULES, READING_RULES } from '../../../src/judge/registry.ts';
import { countSources, openBeside, readPrevious } from '../../../src/sources/sources.ts';
import { readExample, SETTINGS } from '../read-example.ts';

const FOLDER = new URL('../../../data-samples/invalid/', import.meta.url);

/** Rules of prose that look at every text of a facts file, names too. */
const OF_CHARACTERS = ['sensitive-data', 'private-use-character', 'look-alike-character'];

describe('data-samples/invalid', () => {
  it.each([
    ...FACTS_RULES.map(({ id }) => id),
    ...OF_CHARACTERS,
  ])('%s.yaml fails with this rule and no other', async (id) => {
    const file = fileURLToPath(new URL(`${id}.yaml`, FOLDER));
    const reading = await readExample(readFileSync(file, 'utf8'), file);
    const { facts } = reading;
    const sources = facts.sources === undefined ? undefined : await countSources(facts, openBeside(file));
    const previous =
      facts.previous === undefined ? undefined : await readPrevious(facts.previous, openBeside(file));
    const found = await judgeFacts(reading, SETTINGS, [], { sources, previous });
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
