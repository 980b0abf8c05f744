import { checkProse } from '../../src/judge/run.ts';
import { readPassages } from '../../src/prose/clauses.ts';
import { claimContext } from '../../src/prose/fact-claims/claim-context.ts';
import { claimsIn } from '../../src/prose/fact-claims/prose-claims.ts';
import { Prose } from '../../src/prose/prose.ts';
import type { ProseRule } from '../../src/rules/rule.ts';
import { proseSubject } from './prose-subject.ts';

/** The parts of a text that a prose rule finds fault with. */
export function faultsIn(rule: ProseRule, text: string): (readonly [start: number, end: number])[] {
  const spans: (readonly [number, number])[] = [];
  checkProse(rule, proseSubject({ passages: [passageOf(text)] }), ({ at: { span } }) => {
    if (span !== undefined) spans.push(span);
  });
  return spans;
}

/** What a text claims about the figures of some facts. */
export function claimsOf(text: string): unknown[] {
  const context = claimContext({ members: { total: 300 }, unit: { name: '云溪镇' } });
  return readPassages(new Prose([passageOf(text)])).flatMap((read) => claimsIn(read, context));
}

function passageOf(text: string) {
  return { path: '', paragraph: 0, role: 'body' as const, text, offset: 0, references: [] };
}
