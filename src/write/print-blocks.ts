import type { Block, Heading, HeadingLevel, Paragraph, SeriesBlock, Table } from '../document/tree.ts';
import { closedWith, withoutClosing } from './closing-marks.ts';
import { numberHeadings } from './heading-numbers.ts';
import { printInlines, printItems } from './print-inlines.ts';
import type { PrintedBlock, PrintedParagraph, PrintedTable, Span } from './printed.ts';

/** The blocks of the body or of one attachment, in which headings and tables are numbered from 1. */
export function printBlocks(blocks: readonly Block[]): readonly PrintedBlock[] {
  const numbers = numberHeadings(blocks.flatMap(levelOf)).values();
  const tables = blocks.filter((block) => block.type === 'table');
  return blocks.flatMap((block): readonly PrintedBlock[] =>
    block.type === 'table'
      ? [printTable(block, tables.length > 1 ? tables.indexOf(block) + 1 : 0)]
      : printProse(block, levelOf(block).length === 0 ? '' : (numbers.next().value ?? '')),
  );
}

/** The level of the heading that a block is or opens with, if any. */
function levelOf(block: Block): readonly HeadingLevel[] {
  if (block.type === 'heading') return [block.level];
  return block.type === 'paragraph' && block.runIn !== undefined ? [block.runIn.level] : [];
}

function printProse(block: Heading | Paragraph | SeriesBlock, number: string): readonly PrintedParagraph[] {
  if (block.type === 'series') return printItems(block.items, '。').map(plainParagraph);
  return [block.type === 'heading' ? printHeading(block, number) : printParagraph(block, number)];
}

function printHeading({ level, children }: Heading, number: string): PrintedParagraph {
  const spans = withNumber(number, withoutClosing(printInlines(children)));
  return { type: 'paragraph', level, isHeading: true, spans };
}

function printParagraph({ runIn, children }: Paragraph, number: string): PrintedParagraph {
  const text = printInlines(children);
  if (runIn === undefined) return plainParagraph(text);
  const heading = closedWith(printInlines(runIn.children, { isHeading: true }), '。');
  const spans = [...withNumber(number, heading, { isHeading: true }), ...text];
  return { type: 'paragraph', level: runIn.level, isHeading: false, spans };
}

function plainParagraph(spans: readonly Span[]): PrintedParagraph {
  return { type: 'paragraph', level: 0, isHeading: false, spans };
}

function withNumber(number: string, spans: readonly Span[], manner: Partial<Span> = {}): readonly Span[] {
  const [first, ...rest] = spans;
  if (number === '') return spans;
  if (first === undefined || first.path !== undefined || first.isStrong) {
    return [{ ...manner, text: number }, ...spans];
  }
  return [{ ...first, text: number + first.text }, ...rest];
}

function printTable(table: Table, number: number): PrintedTable {
  const name = withoutClosing(printInlines(table.caption ?? []));
  return {
    type: 'table',
    caption: number === 0 || name.length === 0 ? [] : [{ text: `表${number}  ` }, ...name],
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
