import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeFacts } from '../../src/judge/judge-facts.ts';
import { readExample, SETTINGS } from './read-example.ts';

const FACTS = read('facts.yaml');

function read(name: string): string {
  return readFileSync(new URL(`sentences/${name}`, import.meta.url), 'utf8');
}

function linesOf(name: string): string[] {
  return read(name).trimEnd().split('\n');
}

/** What is found in a sentence that stands in a township's work, beside that township's facts. */
async function found(sentence: string): Promise<string[]> {
  const text = FACTS.replace('全部换届。', JSON.stringify(sentence));
  const diagnostics = await judgeFacts(await readExample(text), SETTINGS);
  return diagnostics.map(({ rule }) => rule).filter((rule) => rule !== 'decimal-places');
}

describe('a true sentence is let be', () => {
  test.each(linesOf('true.txt'))('%s', async (sentence) => {
    expect(await found(sentence)).toEqual([]);
  });
});

describe('a wrong one is found once', () => {
  test.each(linesOf('wrong.txt'))('%s', async (line) => {
    const [rule, sentence = ''] = line.split(' ');
    expect(await found(sentence)).toEqual([rule]);
  });
});
