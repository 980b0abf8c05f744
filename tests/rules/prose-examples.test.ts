import { describe, expect, test } from 'vitest';
import { readFinishedText } from '../../src/document/read-finished-text.ts';
import { finishedPassages } from '../../src/judge/finished-passages.ts';
import { PROSE_RULES } from '../../src/judge/registry.ts';
import { checkProse } from '../../src/judge/run.ts';
import type { Reported } from '../../src/rules/rule.ts';
import { proseSubject } from './prose-subject.ts';

describe.each(PROSE_RULES)('$id', (rule) => {
  test.each(rule.examples)('$input', ({ input, reports, limits }) => {
    const found: Reported[] = [];
    const subject = {
      ...proseSubject(finishedPassages(readFinishedText('a.txt', input))),
      ...(limits !== undefined && { limits }),
    };
    checkProse(rule, subject, (reported) => found.push(reported));
    expect(found.map((reported) => textUnder(input, reported))).toEqual(reports);
  });

  test('has an example that reports and one that does not', () => {
    expect(rule.examples.some(({ reports }) => reports.length > 0)).toBe(true);
    expect(rule.examples.some(({ reports }) => reports.length === 0)).toBe(true);
  });
});

function textUnder(input: string, { at: { paragraph = 0, span } }: Reported): string {
  const line = input.split('\n')[paragraph] ?? '';
  return span === undefined ? line : line.slice(...span);
}
