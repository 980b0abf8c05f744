import { readAlternate } from '../../ooxml/alternate-content.ts';
import type { WordBlock, WordParagraph, WordRun } from '../word-document.ts';
import { NO_PARAGRAPH_PROPERTIES, NO_RUN_PROPERTIES } from './properties-reader.ts';
import type { StoryContext } from './story.ts';

/** Told of each text box, in their order. */
export type OnBox = (box: WordBlock[]) => void;

/** Looks through the `w:drawing`, `w:pict` or `w:object` that was just opened for text: boxes with paragraphs, shapes, WordArt. */
export function readDrawing(story: StoryContext, onBox: OnBox): void {
  const { scanner } = story;
  const { depth } = scanner;
  while (scanner.nextChild(depth)) readDrawnShape(story, onBox);
}

function readDrawnShape(story: StoryContext, onBox: OnBox): void {
  const { scanner, context } = story;
  switch (scanner.name) {
    case 'w:txbxContent':
      onBox(story.blocks());
      break;
    case 'a:txBody':
      onBox(readShapeText(story));
      break;
    case 'v:textpath':
      addLine(story, onBox, scanner.attribute('string') ?? '');
      break;
    case 'mc:AlternateContent':
      readAlternate(scanner, () => readDrawing(story, onBox));
      break;
    case 'c:chart':
      context.miss('embedded', '图表');
      break;
    case 'o:OLEObject':
      context.miss('embedded', '嵌入对象（旧版公式、表格等）');
      break;
    case 'dgm:relIds':
      onBox([...context.readDiagram(story.part, scanner.attribute('r:dm') ?? '')]);
      break;
    default:
      readDrawing(story, onBox);
  }
}

/** The paragraphs of an element of DrawingML, which has paragraphs and runs of its own. */
export function readShapeText(story: StoryContext): WordBlock[] {
  const { scanner } = story;
  const { depth } = scanner;
  const paragraphs: WordBlock[] = [];
  while (scanner.nextChild(depth)) {
    if (scanner.name !== 'a:p') continue;
    const { start } = scanner;
    const runs = readShapeRuns(story);
    paragraphs.push(drawnParagraph(story, runs, start));
  }
  return paragraphs;
}

function readShapeRuns(story: StoryContext): WordRun[] {
  const { scanner } = story;
  const { depth } = scanner;
  const runs: WordRun[] = [];
  while (scanner.nextChild(depth)) {
    const inner = scanner.depth;
    while (scanner.nextChild(inner)) {
      if (scanner.name !== 'a:t') continue;
      const text = scanner.content();
      runs.push(plainRun(text, scanner.contentStart, scanner.contentEnd));
    }
  }
  return runs;
}

function addLine(story: StoryContext, onBox: OnBox, text: string): void {
  const { start, end } = story.scanner;
  if (text.trim() !== '') onBox([drawnParagraph(story, [plainRun(text, start, end)], start)]);
}

function plainRun(text: string, start: number, end: number): WordRun {
  const look = {
    properties: NO_RUN_PROPERTIES,
    element: undefined,
    revisions: [],
    control: undefined,
    isCode: false,
  };
  return { kind: 'text', text, start, end, ...look };
}

function drawnParagraph(
  { part, scanner, context }: StoryContext,
  runs: readonly WordRun[],
  start: number,
): WordParagraph {
  context.countParagraph(scanner);
  const own = { runs, ranges: [], rubies: [], boxes: [], isContents: false, cell: undefined };
  return { kind: 'paragraph', part, start, end: scanner.end, ...NO_PARAGRAPH_PROPERTIES, ...own };
}
