// Plants faults in the samples and counts how many the rules find: npm run bench:rules [-- <a number for each kind>]
import { readdirSync } from 'node:fs';
import type { Diagnostic, Range } from '../src/diagnostics/diagnostic.ts';
import { DEFAULT_SETTINGS } from '../src/judge/default-settings.ts';
import { checkReport } from '../src/use/build.ts';
import { benchClaims } from './faults/claims.ts';
import { FACTS_FAULTS } from './faults/facts-faults.ts';
import type { Fault } from './faults/plant.ts';
import { PROSE_FAULTS } from './faults/prose-faults.ts';
import { pick, seeded } from './faults/random.ts';
import { readSample, type Sample } from './faults/sample.ts';

interface Score {
  planted: number;
  found: number;
  /** Findings of other rules that the planted fault does not explain. */
  stray: number;
  readonly misses: string[];
}

const SAMPLES = new URL('../data-samples/', import.meta.url);
const EACH = Number(process.argv[2] ?? 20);

const samples = await Promise.all(
  readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readSample(new URL(name, SAMPLES).pathname)),
);
const clean = await Promise.all(samples.map(({ text }) => judge(text)));
const falseFindings = clean.flat();

const scores = new Map<string, Score>();
for (const [index, fault] of [...PROSE_FAULTS, ...FACTS_FAULTS].entries()) await measure(fault, index);
print();
benchClaims(EACH);

async function measure(fault: Fault, seed: number): Promise<void> {
  const score = scores.get(fault.rule) ?? { planted: 0, found: 0, stray: 0, misses: [] };
  scores.set(fault.rule, score);
  const random = seeded(9704 + seed);
  for (let tries = 0, planted = 0; planted < EACH && tries < EACH * 5; tries += 1) {
    const sample = pick(samples, random);
    if (sample !== undefined && (await plantOne(fault, sample, random, score))) planted += 1;
  }
}

async function plantOne(fault: Fault, sample: Sample, random: () => number, score: Score): Promise<boolean> {
  const planted = fault.plant(sample, random);
  if (planted === undefined) return false;
  const diagnostics = await judge(planted.text);
  const isFound = diagnostics.some(
    ({ rule, start, end, related }) =>
      rule === fault.rule && [{ start, end }, ...related].some((place) => covers(place, planted.line)),
  );
  score.planted += 1;
  if (isFound) score.found += 1;
  else score.misses.push(planted.text.split('\n')[planted.line - 1]?.trim() ?? '');
  const strays = diagnostics.filter(({ rule, message }) => rule !== fault.rule && !isClean(message));
  score.stray += strays.length;
  if (process.env.VERBOSE)
    for (const stray of strays) console.log(`${fault.rule} → ${stray.rule}: ${stray.message}`);
  return true;
}

/** A contradiction may stand at the total while the fault was planted in a part. */
function covers({ start, end }: Range, line: number): boolean {
  return start.line <= line && line <= end.line;
}

/** Whether the clean samples are found fault with in the same words. */
function isClean(message: string): boolean {
  return falseFindings.some((finding) => finding.message === message);
}

async function judge(text: string): Promise<readonly Diagnostic[]> {
  const source = { file: 'sample.yaml', bytes: new TextEncoder().encode(text) };
  return (await checkReport(source, { isDraft: false, settings: DEFAULT_SETTINGS })).diagnostics;
}

function print(): void {
  for (const [rule, { planted, found, stray, misses }] of scores) {
    console.log(`${rule.padEnd(26)} planted ${planted}  found ${found}  other findings ${stray}`);
    for (const miss of misses.slice(0, 3)) console.log(`    missed: ${miss.slice(0, 100)}`);
  }
  const all = [...scores.values()];
  const [planted, found] = [
    all.reduce((sum, score) => sum + score.planted, 0),
    all.reduce((sum, score) => sum + score.found, 0),
  ];
  console.log(
    `all: ${found} of ${planted} found (${((found / planted) * 100).toFixed(1)} %); on the clean samples ${falseFindings.length} findings`,
  );
  for (const { rule, line, message } of falseFindings.map((each) => ({ ...each, line: each.start.line })))
    console.log(`    ${rule} at ${line}: ${message}`);
}
