import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFinishedText } from '../../src/document/read-finished-text.ts';
import { finishedPassages } from '../../src/judge/finished-passages.ts';
import { PROSE_RULES } from '../../src/judge/registry.ts';
import { checkProse } from '../../src/judge/run.ts';
import type { ProseRule, ProseSubject, Reported } from '../../src/rules/rule.ts';
import { samples } from '../sample-size.ts';
import { proseSubject } from './prose-subject.ts';

const SAID = PROSE_RULES.flatMap(({ examples }) => examples.flatMap(({ input }) => input.split('\n')));

/** Two examples of any rules, cut and joined anywhere, so that what is looked for is there in part. */
const line = fc
  .tuple(fc.constantFrom(...SAID), fc.constantFrom(...SAID), fc.nat(40), fc.nat(40))
  .map(([a, b, end, start]) => a.slice(0, end) + b.slice(start));
const text = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));

describe.each(PROSE_RULES.filter(({ looksFor }) => looksFor !== undefined))('$id', (rule) => {
  it('finds in every passage what it finds in those that hold what it looks for', () => {
    fc.assert(
      fc.property(text, (input) => {
        const subject = proseSubject(finishedPassages(readFinishedText('a.txt', input)));
        expect(reportedBy(checkProse, rule, subject)).toEqual(
          reportedBy((each, all, report) => each.check(all, report), rule, subject),
        );
      }),
      { numRuns: samples(60), seed: 9704 },
    );
  });
});

function reportedBy(check: typeof checkProse, rule: ProseRule, subject: ProseSubject): Reported[] {
  const found: Reported[] = [];
  check(rule, subject, (reported) => found.push(reported));
  return found;
}
