import type { FinishedDocument } from '../document/finished-document.ts';
import { readFinished } from '../document/read-finished.ts';
import { paragraphsIn } from '../docx/paragraphs-in.ts';
import type { Block, Table, WordDocument } from '../docx/word-document.ts';
import { needsGap } from './arrange.ts';
import { PLACEHOLDER } from './typesetting.ts';

/** What a report says and shows, as far as setting it anew may change nothing of it. */
interface Substance {
  /** Everything that is read, a line each, without the white space at its ends. */
  readonly lines: readonly string[];
  readonly pictures: number;
  readonly formulas: number;
  readonly notes: number;
  /** Rows and columns of each table, and how far its cells reach. */
  readonly tables: readonly string[];
}

/** What may differ from the input: what was left out because it could not be carried, and has been told. */
export interface LeftOut {
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
  leftOut: LeftOut,
): string | undefined {
  const { value } = readFinished('.docx', output);
  if (value === undefined) return '写出的文件读不回来';
  const [before, after] = [substanceOf(input, leftOut), substanceOf(value, NOTHING)];
  const at = before.lines.findIndex((line, index) => line !== after.lines[index]);
  if (at >= 0) return `原文第${at + 1}段“${quote(before.lines[at])}”成了“${quote(after.lines[at])}”`;
  if (after.lines.length > before.lines.length) return `多出了“${quote(after.lines[before.lines.length])}”`;
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

const NOTHING: LeftOut = { paragraphs: new Set(), isPartial: false };

function quote(line = ''): string {
  return [...line].slice(0, LONGEST_QUOTE).join('');
}

const LONGEST_QUOTE = 40;

function substanceOf({ paragraphs, word }: FinishedDocument, { paragraphs: leftOut }: LeftOut): Substance {
  const lines = paragraphs
    .filter(({ number }) => !leftOut.has(number - 1))
    .map((each) => lineOf(each).replace(PLACEHOLDER, '').trim())
    .filter((line) => line !== '');
  const drawn = word === undefined ? NO_DRAWN : drawnIn(word.document);
  return { lines, ...drawn };
}

/** A number that Word sets and that would run into the text after it is kept apart from it. */
function lineOf({ text, numberLength = 0 }: FinishedDocument['paragraphs'][number]): string {
  const [number, rest] = [text.slice(0, numberLength).trimEnd(), text.slice(numberLength)];
  if (numberLength === 0) return text;
  return needsGap(number, rest) || number.length < numberLength ? `${number} ${rest}` : number + rest;
}

const NO_DRAWN = { pictures: 0, formulas: 0, notes: 0, tables: [] };

/** Counted in the body, where pictures and formulas of a report stand; those that nobody sees are none. */
function drawnIn(document: WordDocument): Omit<Substance, 'lines'> {
  let [pictures, formulas, notes] = [0, 0, 0];
  for (const { paragraph } of paragraphsIn(document.body)) {
    for (const { kind, isCode, revisions, start, text } of paragraph.runs) {
      const isGone =
        isCode || revisions.some((each) => each.kind === 'deleted' || each.kind === 'moved-from');
      if (isGone || start < 0) continue;
      if (kind === 'picture') pictures += 1;
      else if (kind === 'formula' && text !== '') formulas += 1;
    }
    notes += paragraph.ranges.filter(
      ({ kind, isGone }) => !isGone && (kind === 'footnote' || kind === 'endnote'),
    ).length;
  }
  return { pictures, formulas, notes, tables: tablesIn(document.body).map(shapeOf) };
}

function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chunk') return tablesIn(block.document.body);
    if (block.kind !== 'table') return [];
    const inner = block.rows.flatMap(({ cells }) => cells.flatMap((cell) => tablesIn(cell.blocks)));
    return [block, ...inner];
  });
}

/** Cells that show something of themselves, by row and column. */
function shapeOf({ rows }: Table): string {
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
