import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import type { WordBlock, WordTableCell } from '../word-document.ts';
import type { ReadingContext } from './context.ts';
import type { FieldStack } from './field-stack.ts';

/** What the readers of paragraphs, tables and drawings have of the story that they are in. */
export interface StoryContext {
  readonly scanner: XmlScanner;
  /** The part's name. */
  readonly part: string;
  readonly context: ReadingContext;
  readonly fields: FieldStack;
  /** The blocks of the element that was just opened. */
  blocks(cell?: WordTableCell): WordBlock[];
  /** Reads the blocks of the `w:tc` that was just opened; `readProperties` is called at its `w:tcPr`. */
  readCell(blocks: WordBlock[], cell: WordTableCell, readProperties: () => void): void;
}

/** Elements around blocks that change nothing of them. */
export const BLOCK_WRAPPERS: ReadonlySet<string> = new Set([
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
]);
