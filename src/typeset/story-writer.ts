import type { ShownParagraph } from '../docx/shown-paragraphs.ts';
import type { WordBlock, WordTableCell } from '../docx/word-document.ts';
import { A4, LANDSCAPE_WIDTH, TEXT_WIDTH } from '../format/gb9704.ts';
import { paragraphXml } from '../write/docx/paragraphs.ts';
import { needsGap } from './arrange.ts';
import { cellTexts } from './header-rows.ts';
import { type DrawnItem, itemsOf, type ParagraphItem } from './inline-items.ts';
import { lookingParagraphXml } from './looking-paragraph.ts';
import type { NewPart } from './new-part.ts';
import { withoutPageNumbers } from './page-number-paragraphs.ts';
import { type RunManner, RunWriter } from './run-writer.ts';
import { type CellManner, typesetTable } from './table-writer.ts';
import type { Typesetting } from './typesetting.ts';

/** Where a table stands. */
export interface TablePlace {
  readonly isLandscape: boolean;
  /** The width of the text area that it stood in. */
  readonly oldWidth: number;
}

export const UPRIGHT: TablePlace = { isLandscape: false, oldWidth: TEXT_WIDTH };

/** Writes paragraphs and tables into one part: those of cells, notes, headers and text boxes as they follow each other. */
export class StoryWriter {
  readonly runs: RunWriter;
  private readonly typesetting: Typesetting;
  private readonly kind: 'text' | 'header';

  constructor(typesetting: Typesetting, part: NewPart, kind: 'text' | 'header' = 'text') {
    this.typesetting = typesetting;
    this.kind = kind;
    this.runs = new RunWriter(typesetting, part, (item, start, end) => this.box(item, start, end));
  }

  table(block: Extract<WordBlock, { kind: 'table' }>, { isLandscape, oldWidth }: TablePlace): string {
    const [width, height] = isLandscape ? [LANDSCAPE_WIDTH, TEXT_WIDTH] : [TEXT_WIDTH, LANDSCAPE_WIDTH];
    return typesetTable(block, { width, height, oldWidth }, this.typesetting, (cell, manner) =>
      this.cell(cell, manner),
    );
  }

  /** Everything as it looks: headers, text boxes. Page numbers of a header are the standard's. */
  asItLooks(blocks: readonly WordBlock[]): string {
    const shown = this.kind === 'header' ? withoutPageNumbers(blocks) : blocks;
    return this.each(shown, (shown) => this.lookingParagraph(shown, this.itemsOf(shown)));
  }

  lookingParagraph(shown: ShownParagraph, items: readonly ParagraphItem[]): string {
    const properties = lookingParagraphXml(shown);
    return `<w:p>${properties}${this.runs.runs(items, { emphasis: 'always', asItLooks: true })}</w:p>`;
  }

  /** The paragraphs of a note; `mark` comes before the first one's words. */
  note(blocks: readonly WordBlock[], style: string, mark: string): string {
    let isFirst = true;
    const xml = this.each(blocks, (shown) => {
      const ahead = isFirst ? mark : '';
      isFirst = false;
      return paragraphXml(
        style,
        ahead + this.runs.runs(this.itemsOf(shown), { emphasis: 'partial', size: NOTE_SIZE }),
      );
    });
    return isFirst ? paragraphXml(style, mark) : xml;
  }

  /** With the number that Word sets. */
  itemsOf(shown: ShownParagraph): ParagraphItem[] {
    const items = itemsOf(shown, this.typesetting.xmlOf);
    const { number } = shown;
    if (number === undefined || number.text === '') return items;
    const gap = number.suffix === 'space' || needsGap(number.text, shown.text) ? ' ' : '';
    return [{ kind: 'text', text: number.text + gap, looks: {}, symbolFont: undefined }, ...items];
  }

  private cell(cell: WordTableCell, { style, size, isHeader }: CellManner): string {
    const manner: RunManner = isHeader
      ? { emphasis: 'never', size, heading: { level: 1, length: Number.POSITIVE_INFINITY } }
      : { emphasis: 'always', size };
    const hasWords = cellTexts(cell, this.typesetting).some((text) => text !== '');
    const xml = this.each(cell.blocks, (shown) => {
      // What merging cells leaves behind in a head moves its words out of the middle.
      if (isHeader && hasWords && shown.text.trim() === '' && !needsRoom(this.itemsOf(shown))) return '';
      const { alignment } = shown.document.formatting.paragraph(shown.paragraph);
      const side = isHeader ? 'center' : alignment === 'center' || alignment === 'right' ? alignment : '';
      const placing = side === '' ? '' : `<w:jc w:val="${side}"/>`;
      return paragraphXml(style, this.runs.runs(this.itemsOf(shown), manner), {
        placing,
        isKeptWithNext: isHeader,
      });
    });
    return xml.endsWith('</w:p>') ? xml : xml + paragraphXml(style, '', { isKeptWithNext: isHeader });
  }

  private each(blocks: readonly WordBlock[], write: (shown: ShownParagraph) => string): string {
    let xml = '';
    for (const block of blocks) {
      if (block.kind === 'table') xml += this.table(block, UPRIGHT);
      else if (block.kind === 'chunk') xml += this.each(block.document.body, write);
      else {
        const shown = this.typesetting.shownOf(block);
        if (shown !== undefined) xml += write(shown);
      }
    }
    return xml;
  }

  /** The box of a drawing that is there in the part's XML. */
  private box({ paragraph }: DrawnItem, start: number, end: number): string | undefined {
    const box = paragraph.boxes.find((blocks) =>
      blocks.some((block) => block.start >= start && block.end <= end),
    );
    if (box === undefined) return undefined;
    const xml = this.asItLooks(box);
    return xml.endsWith('</w:p>') ? xml : `${xml}<w:p/>`;
  }
}

/** Half-points: 小五, as notes are set. */
export const NOTE_SIZE = 18;

/** Whether a line holds a drawing or a reading above words, which an exact height of the line would cut off. */
export function needsRoom(items: readonly ParagraphItem[]): boolean {
  return items.some(({ kind }) => kind === 'picture' || kind === 'formula' || kind === 'ruby');
}

/** A line as high as the grid's, or higher where something in it is. */
export const ROOM = `<w:spacing w:before="0" w:after="0" w:line="${A4.line}" w:lineRule="atLeast"/>`;
