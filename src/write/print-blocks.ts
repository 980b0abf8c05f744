import type { Block, Heading, HeadingLevel, Paragraph, Table } from '../document/tree.ts';
import { closedWith, withoutClosing } from './closing-marks.ts';
import { numberHeadings } from './heading-numbers.ts';
import { type Line, printInlines, printItemParagraphs, printParagraphs } from './print-inlines.ts';
import type { Manner, PrintedBlock, PrintedParagraph, PrintedTable, Span } from './printed.ts';
import { makeSpan, PLAIN } from './spans.ts';

/** The blocks of the body or of one attachment, in which headings and tables are numbered from 1. */
export function printBlocks(blocks: readonly Block[]): readonly PrintedBlock[] {
  const numbers = numberHeadings(levelsOf(blocks)).values();
  const tables = blocks.filter((block) => block.type === 'table');
  const printed: PrintedBlock[] = [];
  for (const block of blocks) {
    if (block.type === 'table')
      printed.push(printTable(block, tables.length > 1 ? tables.indexOf(block) + 1 : 0));
    else if (block.type === 'series') printed.push(...printItemParagraphs(block.items).map(plainParagraph));
    else if (block.type === 'heading') printed.push(printHeading(block, numbers.next().value ?? ''));
    else
      printed.push(...printParagraph(block, block.runIn === undefined ? '' : (numbers.next().value ?? '')));
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
  const spans = withNumber(number, withoutClosing(printInlines(children)));
  return { type: 'paragraph', level, isHeading: true, spans };
}

function printParagraph({ runIn, children }: Paragraph, number: string): readonly PrintedParagraph[] {
  const [text = [], ...rest] = printParagraphs(children);
  const following = rest.map(plainParagraph);
  if (runIn === undefined) return [plainParagraph(text), ...following];
  const heading = closedWith(printInlines(runIn.children, IN_HEADING), '。');
  const spans = [...withNumber(number, heading, IN_HEADING), ...text];
  return [{ type: 'paragraph', level: runIn.level, isHeading: false, spans }, ...following];
}

const IN_HEADING: Manner = { isStrong: undefined, isHeading: true };

function plainParagraph(spans: Line): PrintedParagraph {
  return { type: 'paragraph', level: 0, isHeading: false, spans };
}

function withNumber(number: string, spans: readonly Span[], manner: Manner = PLAIN): readonly Span[] {
  const first = spans[0];
  if (number === '') return spans;
  if (first === undefined || first.path !== undefined || first.isStrong) {
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
    rows: table.rows.map(({ isHeader, cells }) => ({
      isHeader,
      cells: cells.map(({ children, columnSpan, rowSpan, align }) => ({
        spans: printInlines(children),
        columnSpan,
        rowSpan,
        align,
      })),
    })),
  };
}
