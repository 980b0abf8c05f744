import { readFinishedText } from '../../src/document/read-finished-text.ts';
import { finishedPassages } from '../../src/judge/finished-passages.ts';
import type { Claim } from '../../src/prose/claims/claim.ts';
import { claimsOf } from '../../src/prose/claims/claims-of.ts';
import { Prose } from '../../src/prose/prose.ts';
import {
  brokenBy,
  type LedgerFigure,
  type LedgerText,
  printText,
  slip,
} from '../../tests/prose/ledger/ledger.ts';
import { ledgerTexts } from '../../tests/prose/ledger/paragraphs.ts';
import { seeded } from './random.ts';

interface Score {
  planted: number;
  found: number;
  /** Findings that name no figure of what was broken. */
  stray: number;
  readonly misses: string[];
}

const NAMES: Readonly<Record<string, string>> = {
  sum: 'whole and parts',
  share: 'share of a base',
  rate: 'rate',
  growth: 'growth',
  difference: 'difference',
  flow: 'stock and flow',
  average: 'average and price',
  ratio: 'ratio',
};

/** Texts of every genre from a model of figures, one figure wrong in each: prints recall and precision for each kind of claim. */
export function benchClaims(rounds: number): void {
  const scores = new Map<string, Score>();
  let right = 0;
  const falseFindings: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const random = seeded(9704 + round);
    for (const text of ledgerTexts(random)) {
      right += 1;
      falseFindings.push(...wrongIn(printText(text)).map(({ why }) => why));
      for (const figure of new Set(text.relations.flatMap(({ figures }) => figures))) {
        measure(text, { figure, value: slip(figure, random) }, scores);
      }
    }
  }
  print(scores, { right, falseFindings });
}

interface Changed {
  readonly figure: LedgerFigure;
  readonly value: number;
}

function measure(text: LedgerText, changed: Changed, scores: Map<string, Score>): void {
  const broken = brokenBy(text, changed);
  const [first] = broken;
  if (first === undefined) return;
  const printed = printText(text, changed);
  const found = wrongIn(printed);
  const figures = broken.flatMap((relation) => relation.figures);
  const numbers = figures.map((each) => each.print(each === changed.figure ? changed.value : each.value));
  const fitting = found.filter((claim) => numbers.some((number) => figuresOf(claim).includes(number)));
  const score = scores.get(first.kind) ?? { planted: 0, found: 0, stray: 0, misses: [] };
  scores.set(first.kind, score);
  score.planted += 1;
  score.stray += found.length - fitting.length;
  if (fitting.length > 0) score.found += 1;
  else score.misses.push(printed);
}

/** Every figure that a claim reckons with, as written. */
function figuresOf({ at, operands }: Claim): string {
  return [at, ...operands].map(({ passage, start, end }) => passage.text.slice(start, end)).join(' ');
}

function wrongIn(text: string): readonly Claim[] {
  const { passages } = finishedPassages(readFinishedText('a.txt', text));
  return claimsOf(new Prose(passages)).filter(({ verdict }) => verdict === 'wrong');
}

function print(
  scores: ReadonlyMap<string, Score>,
  { right, falseFindings }: { readonly right: number; readonly falseFindings: readonly string[] },
): void {
  console.log('claims about figures, in texts of a seeded model:');
  for (const [kind, { planted, found, stray, misses }] of scores) {
    const recall = ((found / planted) * 100).toFixed(1);
    const precision = ((found / Math.max(1, found + stray)) * 100).toFixed(1);
    console.log(
      `${(NAMES[kind] ?? kind).padEnd(26)} planted ${planted}  found ${found}  recall ${recall} %  precision ${precision} %`,
    );
    for (const miss of misses.slice(0, 2))
      console.log(`    missed: ${miss.replaceAll('\n', '|').slice(0, 110)}`);
  }
  console.log(`on ${right} right texts ${falseFindings.length} findings`);
  for (const why of falseFindings.slice(0, 5)) console.log(`    ${why}`);
}
