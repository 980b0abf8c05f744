import { readAlternate } from '../../ooxml/alternate-content.ts';
import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import type { Revision, WordBlock, WordParagraph, WordTableCell } from '../word-document.ts';
import type { ReadingContext } from './context.ts';
import { FieldStack } from './field-stack.ts';
import { ParagraphReader } from './paragraph-reader.ts';
import { NO_PARAGRAPH_PROPERTIES, type ReadParagraph } from './properties-reader.ts';
import { isContentsControl } from './read-control.ts';
import { readRevision } from './read-revision.ts';
import { BLOCK_WRAPPERS, type StoryContext } from './story.ts';
import { TableReader } from './table-reader.ts';

/** Reads what is in the body, a cell, a note, a header or a text box: paragraphs and tables, whatever is wrapped around them. */
export class StoryReader implements StoryContext {
  readonly scanner: XmlScanner;
  readonly part: string;
  readonly context: ReadingContext;
  /** Fields may begin in one paragraph and end in another. */
  readonly fields = new FieldStack();
  /** In a control that Word keeps its table of contents in. */
  private contentsControls = 0;

  constructor(scanner: XmlScanner, part: string, context: ReadingContext) {
    this.scanner = scanner;
    this.part = part;
    this.context = context;
  }

  /** The blocks of the element that was just opened; `onSection` is called at a `w:sectPr` among them. */
  blocks(cell?: WordTableCell, onSection?: () => void): WordBlock[] {
    const { scanner } = this;
    const { depth } = scanner;
    const blocks: WordBlock[] = [];
    while (scanner.nextChild(depth)) {
      if (scanner.name === 'w:sectPr') onSection?.();
      else this.readBlock(blocks, cell, []);
    }
    return blocks;
  }

  /** Reads the blocks of the `w:tc` that was just opened; its properties come first. */
  readCell(blocks: WordBlock[], cell: WordTableCell, readProperties: () => void): void {
    const { scanner } = this;
    const { depth } = scanner;
    while (scanner.nextChild(depth)) {
      if (scanner.name === 'w:tcPr') readProperties();
      else this.readBlock(blocks, cell, []);
    }
  }

  private readBlocks(
    blocks: WordBlock[],
    cell: WordTableCell | undefined,
    revisions: readonly Revision[],
  ): void {
    const { scanner } = this;
    const { depth } = scanner;
    while (scanner.nextChild(depth)) this.readBlock(blocks, cell, revisions);
  }

  private readBlock(
    blocks: WordBlock[],
    cell: WordTableCell | undefined,
    revisions: readonly Revision[],
  ): void {
    const { scanner } = this;
    switch (scanner.name) {
      case 'w:p':
        blocks.push(this.readParagraph(cell, revisions));
        break;
      case 'w:tbl':
        blocks.push(new TableReader(this).read());
        break;
      case 'w:sdt':
        this.readControl(blocks, cell, revisions);
        break;
      case 'w:altChunk':
        this.readChunk(blocks);
        break;
      case 'mc:AlternateContent':
        readAlternate(scanner, () => this.readBlocks(blocks, cell, revisions));
        break;
      case 'm:oMathPara':
      case 'm:oMath':
        blocks.push(this.readLooseFormula(cell, revisions));
        break;
      default:
        if (BLOCK_WRAPPERS.has(scanner.name)) {
          const revision = readRevision(scanner);
          this.readBlocks(blocks, cell, revision === undefined ? revisions : [...revisions, revision]);
        }
    }
  }

  private readChunk(blocks: WordBlock[]): void {
    const { scanner, context, part } = this;
    const id = scanner.attribute('r:id') ?? '';
    context.countParagraph(scanner);
    for (const block of context.readChunk(part, id, scanner.start, scanner.end)) blocks.push(block);
  }

  private readControl(
    blocks: WordBlock[],
    cell: WordTableCell | undefined,
    revisions: readonly Revision[],
  ): void {
    const { scanner } = this;
    const { depth } = scanner;
    let isContents = false;
    while (scanner.nextChild(depth)) {
      if (scanner.name === 'w:sdtPr') isContents = isContentsControl(scanner);
      if (scanner.name !== 'w:sdtContent') continue;
      this.contentsControls += isContents ? 1 : 0;
      this.readBlocks(blocks, cell, revisions);
      this.contentsControls -= isContents ? 1 : 0;
    }
  }

  private readParagraph(cell: WordTableCell | undefined, revisions: readonly Revision[]): WordParagraph {
    const { start } = this.scanner;
    const wasContents = this.isContents;
    const reader = new ParagraphReader(this, revisions);
    const read = reader.read();
    return this.paragraph(reader, read, { start, cell, isContents: wasContents || this.isContents });
  }

  /** A formula that stands among paragraphs is one. */
  private readLooseFormula(cell: WordTableCell | undefined, revisions: readonly Revision[]): WordParagraph {
    const { start } = this.scanner;
    const reader = new ParagraphReader(this, revisions);
    reader.readInline();
    return this.paragraph(reader, NO_PARAGRAPH_PROPERTIES, { start, cell, isContents: this.isContents });
  }

  private paragraph(
    { runs, ranges, rubies, boxes }: ParagraphReader,
    { properties, mark, markRevision, section }: ReadParagraph,
    { start, cell, isContents }: Pick<WordParagraph, 'start' | 'cell' | 'isContents'>,
  ): WordParagraph {
    const { scanner, part, context } = this;
    context.countParagraph(scanner);
    return {
      kind: 'paragraph',
      part,
      start,
      end: scanner.end,
      properties,
      mark,
      markRevision,
      runs,
      ranges,
      rubies,
      boxes,
      isContents,
      cell,
      section,
    };
  }

  private get isContents(): boolean {
    return this.contentsControls > 0 || this.fields.isInContents;
  }
}
