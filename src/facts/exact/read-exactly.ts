import type { Places } from '../../diagnostics/finding.ts';
import { type Canonical, canonicalise } from '../canonicalise.ts';
import { findIllegalCharacters } from '../illegal-characters.ts';
import { indexLines } from '../line-index.ts';
import type { FactsProblem, Witness } from '../problem.ts';
import { isMap, type Raw, type RawMap, type RawPlace } from '../raw-tree.ts';
import { MOST_SLIPS, type ReadingSlip } from '../slip.ts';
import { type EditedText, editText, toOriginal } from './edited-text.ts';
import { type ExactTree, readExactTree } from './exact-lane.ts';
import { slipsInText } from './key-slips.ts';
import type { Mendable } from './mendable.ts';
import { placesIn, stretchOfSpot, writtenOfSpot } from './places.ts';
import { describeProblem } from './problem-slips.ts';

/** What the full parser makes of a facts file: the authority for every diagnostic and every place. */
export interface ExactReading {
  /** Absent where the text is too broken to tell what it says. */
  readonly canonical?: Canonical;
  readonly slips: readonly ReadingSlip[];
  places(file: string): Places;
}

export function readExactly(original: string): ExactReading {
  const illegal = findIllegalCharacters(original);
  if (illegal.length === MOST_SLIPS) return giveUp(original, illegal);
  const slips: ReadingSlip[] = [...illegal];
  const edits = new Map(illegal.map(({ start, end }) => [start, { start, end, text: '' }]));
  let attempt = readAttempt(editText(original, [...edits.values()]));
  const rounds = original.length < LONG_FILE ? MOST_MENDED : 1;
  for (let round = 0; round < rounds; round++) {
    const fresh = attempt.mendable.filter(({ edit }) => !edits.has(edit.start));
    if (fresh.length === 0 || slips.length >= MOST_SLIPS) break;
    for (const { slip, edit, closing } of fresh) {
      edits.set(edit.start, edit);
      if (closing !== undefined) edits.set(closing.start, closing);
      slips.push(slip);
    }
    attempt = readAttempt(editText(original, [...edits.values()]));
  }
  return finishReading(original, attempt, slips);
}

/** One mended slip may uncover the next; in a file of a length that no facts have, it may remain hidden. */
const MOST_MENDED = 20;
const LONG_FILE = 200_000;

function giveUp(original: string, slips: readonly ReadingSlip[]): ExactReading {
  const tree = { parts: new Map(), slips: [], errors: [], mendable: [], isBroken: true };
  const places = (file: string) => placesIn(file, original, tree, editText(original, []), new Map());
  return { slips: cutShort(slips), places };
}

function cutShort(slips: readonly ReadingSlip[]): readonly ReadingSlip[] {
  if (slips.length < MOST_SLIPS) return slips;
  const [first] = slips;
  if (first === undefined) return slips;
  const hint = '请先核对拿的是不是事实文件，改正列出的错误后再检查一次。';
  const note = { rule: first.rule, message: `错误太多，只列出 ${MOST_SLIPS} 处`, hint, start: 0, end: 0 };
  return [note, ...slips.toSorted((a, b) => a.start - b.start).slice(0, MOST_SLIPS)];
}

interface Attempt {
  readonly edited: EditedText;
  readonly tree: ExactTree;
  readonly canonical?: Canonical;
  readonly spots: ReadonlyMap<string, RawPlace>;
  readonly problems: readonly FactsProblem[];
  /** At offsets of the original. */
  readonly mendable: readonly Mendable[];
}

function readAttempt(edited: EditedText): Attempt {
  const tree = readExactTree(edited.text);
  const spots = new Map<string, RawPlace>();
  const problems: FactsProblem[] = [];
  const witness: Witness = {
    problem(problem) {
      problems.push(problem);
      if (problems.length === MOST_SLIPS) throw new TooManyProblems();
    },
    place: (path, at) => spots.set(path, at),
  };
  const { root, isBroken } = tree;
  const canonical = isMap(root) && !isBroken ? canonicaliseSome(root, witness) : undefined;
  const inTexts = problems.flatMap((problem) => slipsInProblem(problem, tree, edited.text));
  const mendable = [...tree.mendable, ...inTexts].slice(0, MOST_SLIPS);
  return {
    edited,
    tree,
    ...(canonical === undefined ? {} : { canonical }),
    spots,
    problems,
    mendable: mendable.map(({ slip, edit, closing }) => ({
      slip: toOriginal(slip, edited),
      edit: toOriginal(edit, edited),
      ...(closing === undefined ? {} : { closing: toOriginal(closing, edited) }),
    })),
  };
}

class TooManyProblems extends Error {}

/** Undefined where there are so many problems that the rest is not worth looking at. */
function canonicaliseSome(root: RawMap, witness: Witness): Canonical | undefined {
  try {
    return canonicalise(root, witness);
  } catch (error) {
    if (error instanceof TooManyProblems) return undefined;
    throw error;
  }
}

/** A text where `键: 值` was expected may be one whose colon is a wrong one. */
function slipsInProblem({ cause, at }: FactsProblem, tree: ExactTree, text: string): readonly Mendable[] {
  if (cause.kind !== 'shape' || typeof cause.raw !== 'string' || cause.expected.startsWith('text')) return [];
  const written = writtenOfSpot(tree, at);
  if (written?.scalar?.style !== 'plain') return [];
  return slipsInText(text.slice(written.start, written.end), written.start);
}

function finishReading(original: string, attempt: Attempt, mended: readonly ReadingSlip[]): ExactReading {
  const { tree, edited, canonical, problems, spots } = attempt;
  const lines = indexLines(original);
  const mendedLines = new Set(mended.map(({ start }) => lines.position(start).line));
  const errors = tree.errors
    .map((slip) => toOriginal(slip, edited))
    .filter((slip) => !mendedLines.has(lines.position(slip.start).line));
  const isReadable = canonical !== undefined || tree.isBroken || isMap(tree.root);
  const slips = [
    ...mended,
    ...tree.slips.map((slip) => toOriginal(slip, edited)),
    ...errors,
    ...(isReadable ? [] : [describeRoot(tree.root, original)]),
    ...problems.map((problem) => describeProblem(problem, (spot) => stretchOfSpot(tree, edited, spot))),
  ];
  return {
    ...(canonical === undefined || slips.length >= MOST_SLIPS ? {} : { canonical }),
    slips: cutShort(slips),
    places: (file) => placesIn(file, original, tree, edited, spots),
  };
}

function describeRoot(root: Raw | undefined, text: string): ReadingSlip {
  const isEmpty = root === undefined;
  return {
    rule: 'schema',
    message: isEmpty ? '文件里没有内容' : '文件最外层要分行写“键: 值”，例如“单位:”“报告:”',
    hint: '用 report init 可以得到一个带注释的样本，照着填写。',
    start: isEmpty ? 0 : text.search(/\S|$/),
    end: isEmpty ? 0 : text.search(/\S|$/),
  };
}
