// How the time of a check grows with what people can make long, and whether what reads prose takes one pass over a text, whatever it is made
// of: npm run bench:growth [inputs]
import { PROSE_RULES } from '../src/judge/registry.ts';
import { breakTitle } from '../src/write/break-title.ts';
import { HOSTILE_TEXTS } from '../tests/rules/hostile-texts.ts';
import { claimsOf, faultsIn } from '../tests/rules/one-passage.ts';
import { benchInputs } from './growing-inputs.ts';
import { FACTOR, growsTooFast } from './growing-work.ts';

/** Characters of the short text of a pair. */
const SHORT = 8_000;

type Run = (text: string) => void;

const RUNS: readonly (readonly [name: string, run: Run])[] = [
  ...PROSE_RULES.map((rule) => [rule.id, (text: string) => faultsIn(rule, text)] as const),
  ['claims about figures', claimsOf],
];

let slow = 0;
benchInputs();
if (process.argv[2] !== 'inputs') benchRules();
process.exitCode = slow > 0 ? 1 : 0;

function benchRules(): void {
  holdThatSquaresAreSeen();
  for (const [name, run] of RUNS) {
    say(
      name,
      HOSTILE_TEXTS.filter((make) => grows(run, make)).map((make) => make(12)),
    );
  }
  const titles = (length: number) => '选人用人工作情况的'.repeat(length / 9);
  say('breaking a title', grows(breakTitle, titles) ? [titles(18)] : []);
}

function say(name: string, texts: readonly string[]): void {
  slow += texts.length;
  console.log(`${name}: ${texts.length === 0 ? 'one pass' : `more than one pass over ${texts.join(' ')}`}`);
}

function grows(run: Run, make: (length: number) => string): boolean {
  return growsTooFast(run, [make(SHORT), make(SHORT * FACTOR)]);
}

/** What is known to take the square of its text, and what is known not to: else the figures say nothing. */
function holdThatSquaresAreSeen(): void {
  const same = (length: number) => '甲'.repeat(length);
  const isSeen = grows((text) => /甲+乙/.test(text), same) && !grows((text) => /乙+甲/.test(text), same);
  if (!isSeen) throw new Error('the machine is too busy to tell one pass from its square');
}
