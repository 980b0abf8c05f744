import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFinishedText } from '../../src/document/read-finished-text.ts';
import { finishedPassages } from '../../src/judge/finished-passages.ts';
import { runProseRules } from '../../src/judge/run.ts';
import { SETTINGS } from './read-example.ts';

function linesOf(name: string): string[] {
  const text = readFileSync(new URL(`sentences/${name}`, import.meta.url), 'utf8');
  return text.trimEnd().split('\n');
}

/** What the rules about figures find in a finished text; `|` parts its paragraphs. */
function found(text: string): string[] {
  const document = readFinishedText('a.txt', text.replaceAll('|', '\n'));
  return runProseRules(finishedPassages(document), SETTINGS)
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('prose-') || rule === 'decimal-places');
}

describe('right figures, as communiqués state them, are let be', () => {
  test.each(linesOf('figures-true.txt'))('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a wrong one is found once', () => {
  test.each(linesOf('figures-wrong.txt'))('%s', (line) => {
    const [rule = ''] = line.split(' ');
    expect(found(line.slice(rule.length + 1))).toEqual([rule]);
  });
});
