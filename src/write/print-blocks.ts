import type { Block, Heading, HeadingLevel, Paragraph, Table, TableRow } from '../document/tree.ts';
import { closedWith, withoutClosing } from './closing-marks.ts';
import { numberHeadings } from './heading-numbers.ts';
import { type PrintedLine, printInlines, printItemParagraphs, printParagraphs } from './print-inlines.ts';
import type {
  PrintedBlock,
  PrintedParagraph,
  PrintedRow,
  PrintedTable,
  Span,
  TextManner,
} from './printed.ts';
import { makeSpan, PLAIN_MANNER } from './spans.ts';

/** The blocks of the body or of one attachment, in which headings and tables are numbered from 1. */
export function printBlocks(blocks: readonly Block[]): readonly PrintedBlock[] {
  const numbers = numberHeadings(levelsOf(blocks)).values();
  const tables = blocks.filter((block) => block.type === 'table');
  const opened = openedPlaces(blocks);
  const printed: PrintedBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'table')
      printed.push(printTable(block, tables.length > 1 ? tables.indexOf(block) + 1 : 0));
    else if (block.type === 'series') printed.push(...printItemParagraphs(block.items).map(plainParagraph));
    else if (block.type === 'heading') printed.push(printHeading(block, numbers.next().value ?? ''));
    else if (block.runIn === undefined) printed.push(...printPlain(block));
    else {
      const isAmongHeadings =
        !opened.levels.has(block.runIn.level) || (opensHeading(blocks[index + 1]) && opened.among.has(block));
      printed.push(
        ...printRunIn({ ...block, runIn: block.runIn }, numbers.next().value ?? '', isAmongHeadings),
      );
    }
  }
  return printed;
}

/** The levels of the headings that blocks are or open with. */
function levelsOf(blocks: readonly Block[]): readonly HeadingLevel[] {
  const levels: HeadingLevel[] = [];
  for (const block of blocks) {
    if (block.type === 'heading') levels.push(block.level);
    else if (block.type === 'paragraph' && block.runIn !== undefined) levels.push(block.runIn.level);
  }
  return levels;
}

function printHeading({ level, children }: Heading, number: string): PrintedParagraph {
  const spans = numberedLine(number, withoutClosing(printInlines(children)));
  return { type: 'paragraph', level, isHeading: true, spans };
}

function printPlain({ children }: Paragraph): readonly PrintedParagraph[] {
  return printParagraphs(children).map(plainParagraph);
}

/**
 * A heading that opens its paragraph ends with 。. Where nothing follows in it, it is a heading alone, without a mark; but a sentence at the
 * end of its section, where what comes next is not its own, and in a section where none has a text, a list of sentences.
 */
function printRunIn(
  { runIn, children }: Paragraph & Required<Pick<Paragraph, 'runIn'>>,
  number: string,
  isAmongHeadings: boolean,
): readonly PrintedParagraph[] {
  const [text = [], ...rest] = printParagraphs(children);
  if (text.length === 0 && isAmongHeadings) return [printHeading({ type: 'heading', ...runIn }, number)];
  if (text.length === 0) {
    const sentence = closedWith(printInlines(runIn.children), '。');
    return [plainParagraph(numberedLine(number, sentence))];
  }
  const heading = closedWith(printInlines(runIn.children, IN_HEADING), '。');
  const spans = [...numberedLine(number, heading, IN_HEADING), ...text];
  const opened: PrintedParagraph = { type: 'paragraph', level: runIn.level, isHeading: false, spans };
  return [opened, ...rest.map(plainParagraph)];
}

/** Where some heading opens a paragraph that goes on: its levels, and its sections, which a heading of a higher level ends. */
function openedPlaces(blocks: readonly Block[]): {
  readonly levels: ReadonlySet<HeadingLevel>;
  readonly among: ReadonlySet<Block>;
} {
  const levels = new Set<HeadingLevel>();
  const among = new Set<Block>();
  const open: { readonly level: HeadingLevel; readonly headings: Block[]; hasText: boolean }[] = [];
  const close = (level: number) => {
    while ((open.at(-1)?.level ?? 0) > level) {
      const section = open.pop();
      if (section?.hasText) for (const heading of section.headings) among.add(heading);
    }
  };
  for (const block of blocks) {
    const [level] = levelsOf([block]);
    if (level === undefined) continue;
    close(level);
    if (open.at(-1)?.level !== level) open.push({ level, headings: [], hasText: false });
    const section = open.at(-1);
    const hasText = block.type === 'paragraph' && block.children.length > 0;
    section?.headings.push(block);
    if (section && hasText) section.hasText = true;
    if (hasText) levels.add(level);
  }
  close(0);
  return { levels, among };
}

function opensHeading(block: Block | undefined): boolean {
  return block?.type === 'heading' || (block?.type === 'paragraph' && block.runIn !== undefined);
}

const IN_HEADING: TextManner = { isStrong: undefined, isHeading: true };

function plainParagraph(spans: PrintedLine): PrintedParagraph {
  return { type: 'paragraph', level: 0, isHeading: false, spans };
}

function numberedLine(
  number: string,
  spans: readonly Span[],
  manner: TextManner = PLAIN_MANNER,
): readonly Span[] {
  const first = spans[0];
  if (number === '') return spans;
  if (first === undefined || first.path !== undefined || first.isStrong || first.origin) {
    return [makeSpan(number, manner), ...spans];
  }
  return [{ ...first, text: number + first.text }, ...spans.slice(1)];
}

function printTable(table: Table, number: number): PrintedTable {
  const name = withoutClosing(printInlines(table.caption ?? []));
  return {
    type: 'table',
    caption: number === 0 || name.length === 0 ? [] : [makeSpan(`表${number}  `), ...name],
    legend: table.legend.map((line) => printInlines(line)),
    columns: table.columns,
    rows: table.rows.map(printRow),
  };
}

/** A row of a table. */
export function printRow({ isHeader, cells }: TableRow): PrintedRow {
  return {
    isHeader,
    cells: cells.map(({ children, columnSpan, rowSpan, align }) => ({
      spans: printInlines(children),
      columnSpan,
      rowSpan,
      align,
    })),
  };
}
