import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFinishedText } from '../../src/document/read-finished-text.ts';
import { finishedPassages } from '../../src/judge/finished-passages.ts';
import { runProseRules } from '../../src/judge/run.ts';
import { SETTINGS } from './read-example.ts';

function linesOf(name: string): string[] {
  return readFileSync(new URL(`sentences/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}

/** What all prose rules find in a finished text; `|` parts its paragraphs. */
function found(text: string): string[] {
  const document = readFinishedText('a.txt', text.replaceAll('|', '\n'));
  return runProseRules(finishedPassages(document), SETTINGS).map(({ rule }) => rule);
}

describe('right words and marks, also where a slip stands inside of them, are let be', () => {
  test.each(linesOf('marks-true.txt'))('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a blank, a slip or a wrong mark is found once', () => {
  test.each(linesOf('marks-wrong.txt'))('%s', (line) => {
    const [rule = ''] = line.split(' ');
    expect(found(line.slice(rule.length + 1))).toEqual([rule]);
  });
});
