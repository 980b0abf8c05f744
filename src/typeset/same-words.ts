import type { FinishedDocument } from '../document/finished-document.ts';
import { readFinished } from '../document/read-finished.ts';
import { paragraphsIn } from '../docx/paragraphs-in.ts';
import type { WordBlock, WordDocument, WordTable } from '../docx/word-document.ts';
import { needsGap } from './arrange.ts';
import { isDrawingShown, isFormula } from './inline-items.ts';
import { PLACEHOLDER } from './typesetting.ts';

/** What a report says and shows, as far as setting it anew may change nothing of it. */
interface Substance {
  /** Everything that is read, a line each, without the white space at its ends. */
  readonly lines: readonly WordsLine[];
  readonly pictures: number;
  readonly formulas: number;
  readonly notes: number;
  /** Rows and columns of each table, and how far its cells reach. */
  readonly tables: readonly string[];
}

/** What may differ from the input: what was left out because it could not be carried, and has been told. */
export interface LeftOutWords {
  /** Indexes of paragraphs of the input. */
  readonly paragraphs: ReadonlySet<number>;
  readonly isPartial: boolean;
}

/**
 * Holds what was written against what was read, paragraph by paragraph: the file that was written is read anew. Gives the first thing that
 * differs, in Chinese; undefined where words, tables, pictures, formulas and notes are the same.
 */
export function findDifference(
  input: FinishedDocument,
  output: Uint8Array,
  leftOut: LeftOutWords,
): string | undefined {
  const { value } = readFinished('.docx', output);
  if (value === undefined) return '写出的文件读不回来';
  const [before, after] = [substanceOf(input, leftOut), substanceOf(value, NOTHING_LEFT_OUT)];
  const words = differentWords(before.lines, after.lines);
  if (words !== undefined) return words;
  const table = before.tables.findIndex((shape, index) => shape !== after.tables[index]);
  if (table >= 0) return `第${table + 1}个表格的行列变了`;
  if (leftOut.isPartial) return undefined;
  const counts = [
    ['图片', before.pictures, after.pictures],
    ['公式', before.formulas, after.formulas],
    ['注释', before.notes, after.notes],
  ] as const;
  const wrong = counts.find(([, is, was]) => is !== was);
  return wrong === undefined ? undefined : `${wrong[0]}由${wrong[1]}个成了${wrong[2]}个`;
}

function inOrderOfText(paragraphs: readonly FinishedDocument['paragraphs'][number][]) {
  return paragraphs.toSorted((a, b) => (a.text < b.text ? -1 : 1));
}

interface WordsLine {
  readonly text: string;
  /** What it is a line of. */
  readonly paragraph: object | undefined;
}

/** A line may have become several of one paragraph, as a title is broken by meaning. */
function differentWords(before: readonly WordsLine[], after: readonly WordsLine[]): string | undefined {
  let at = 0;
  for (const [index, { text }] of before.entries()) {
    const count = linesThatMake(text, after, at);
    if (count === 0) return `原文第${index + 1}段“${shortLine(text)}”成了“${shortLine(after[at]?.text)}”`;
    at += count;
  }
  return after[at] === undefined ? undefined : `多出了“${shortLine(after[at]?.text)}”`;
}

/** How many lines from there on say what one said; 0 where they do not. */
function linesThatMake(text: string, lines: readonly WordsLine[], at: number): number {
  const first = lines[at];
  if (first === undefined || first.text === text) return first === undefined ? 0 : 1;
  let [joined, count] = ['', 0];
  while (lines[at + count]?.paragraph === first.paragraph && joined.length < text.length) {
    joined += lines[at + count]?.text ?? '';
    count += 1;
  }
  return withoutSpace(joined) === withoutSpace(text) ? count : 0;
}

/** A line ends where a space was. */
function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

const NOTHING_LEFT_OUT: LeftOutWords = { paragraphs: new Set(), isPartial: false };

function shortLine(line = ''): string {
  return [...line].slice(0, LONGEST_WORDS_QUOTE).join('');
}

const LONGEST_WORDS_QUOTE = 40;

function substanceOf(
  { paragraphs, word }: FinishedDocument,
  { paragraphs: leftOut }: LeftOutWords,
): Substance {
  const inOrder = [
    ...paragraphs.filter(({ role }) => role !== 'header' && role !== 'note'),
    // Notes of a file that is brought in stand behind it, in the new one behind all.
    ...inOrderOfText(paragraphs.filter(({ role }) => role === 'note')),
    // Which of several headers comes first is nobody's order.
    ...inOrderOfText(paragraphs.filter(({ role }) => role === 'header')),
  ];
  const lines = inOrder
    .filter(({ number }) => !leftOut.has(number - 1))
    .map((each) => ({
      text: wordsLine(each).replace(PLACEHOLDER, '').trim(),
      paragraph: each.source?.shown.paragraph,
    }))
    .filter(({ text }) => text !== '');
  const drawn = word === undefined ? NO_DRAWN : drawnIn(word.document);
  return { lines, ...drawn };
}

/** A number that Word sets and that would run into the text after it is kept apart from it. */
function wordsLine({ text, numberLength = 0 }: FinishedDocument['paragraphs'][number]): string {
  const [number, rest] = [text.slice(0, numberLength).trimEnd(), text.slice(numberLength)];
  if (numberLength === 0) return text;
  return needsGap(number, rest) || number.length < numberLength ? `${number} ${rest}` : number + rest;
}

const NO_DRAWN = { pictures: 0, formulas: 0, notes: 0, tables: [] };

/** Counted in the body, where pictures and formulas of a report stand; those that nobody sees are none. */
function drawnIn(document: WordDocument): Omit<Substance, 'lines'> {
  let [pictures, formulas, notes] = [0, 0, 0];
  for (const { paragraph } of paragraphsIn(document.body)) {
    for (const run of paragraph.runs) {
      if (run.kind !== 'picture' && !isFormula(run)) continue;
      if (!isDrawingShown(run, paragraph, document)) continue;
      if (run.kind === 'picture') pictures += 1;
      else formulas += 1;
    }
    notes += paragraph.ranges.filter(
      ({ kind, isGone }) => !isGone && (kind === 'footnote' || kind === 'endnote'),
    ).length;
  }
  return { pictures, formulas, notes, tables: comparedTables(document.body).map(shownShape) };
}

function comparedTables(blocks: readonly WordBlock[]): WordTable[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chunk') return comparedTables(block.document.body);
    if (block.kind !== 'table') return [];
    const inner = block.rows.flatMap(({ cells }) => cells.flatMap((cell) => comparedTables(cell.blocks)));
    return [block, ...inner];
  });
}

/** Cells that show something of themselves, by row and column. */
function shownShape({ rows }: WordTable): string {
  const shown = rows.filter(({ isHidden }) => !isHidden);
  return shown
    .map(({ cells }) =>
      cells
        .filter(({ isContinued }) => !isContinued)
        .map(({ column, columnSpan, rowSpan }) => `${column}+${columnSpan}×${rowSpan}`)
        .join(' '),
    )
    .join('\n');
}
