import { placeInSource } from '../ooxml/xml-text.ts';
import { ListCounter, type ListNumber } from './list-counter.ts';
import { repeatedControls } from './repeated-controls.ts';
import { toSuperscript } from './superscript.ts';
import { inSymbolFont, isSymbolFont } from './symbols.ts';
import type { WordBlock, WordDocument, WordParagraph, WordRun, WordTableCell } from './word-document.ts';

/** A paragraph as Word shows it with all changes accepted. */
export interface ShownParagraph {
  /** What was typed; a break is `\n`, a tab `\t`. The number that Word sets is not in it. */
  readonly text: string;
  readonly number: ListNumber | undefined;
  readonly pieces: readonly ShownPiece[];
  /** Whose mark ends it, and whose formatting therefore holds; text of others is in it where their marks are deleted. */
  readonly paragraph: WordParagraph;
  /** All whose text is in it, that one last. */
  readonly paragraphs: readonly WordParagraph[];
  /** The file that it is of: one that is brought in has styles of its own. */
  readonly document: WordDocument;
  readonly story: 'body' | 'box' | 'note' | 'header' | 'footer';
  readonly cell: WordTableCell | undefined;
}

/** A stretch of the text and the run that it is from. */
export interface ShownPiece {
  /** Where it starts in the text. */
  readonly at: number;
  readonly length: number;
  readonly run: WordRun;
  readonly paragraph: WordParagraph;
  /** Where it starts in the run's text. */
  readonly from: number;
}

/** What is shown, and what of it could not be shown as Word would. */
export interface Shown {
  readonly paragraphs: ShownParagraph[];
  /** A number was too long to be printed whole. */
  readonly hasCutNumber: boolean;
  /** Texts of content controls that the file repeats; each is shown once. */
  readonly repeated: readonly string[];
}

/** Everything that Word shows, once, in its order: the body with its boxes after their paragraphs, the notes, then headers and footers. */
export function shownParagraphs(document: WordDocument): Shown {
  const viewer = new Viewer(document);
  viewer.show(document.body, 'body');
  for (const [kind, notes] of [
    ['footnote', document.footnotes],
    ['endnote', document.endnotes],
  ] as const) {
    const byId = new Map(notes.map((note) => [note.id, note]));
    for (const id of viewer.referred[kind]) viewer.show(byId.get(id)?.blocks ?? [], 'note');
  }
  for (const { kind, blocks, isShown } of document.headers) if (isShown) viewer.show(blocks, kind);
  return { paragraphs: viewer.shown, hasCutNumber: viewer.hasCutNumber, repeated: [...viewer.repeated] };
}

/** Where a character of a shown text is in the XML of its part; `parts` gives a part's XML. */
export function placeOfCharacter(
  { pieces }: ShownParagraph,
  offset: number,
  xmlOf: (part: string) => string,
): { readonly part: string; readonly at: number; readonly run: WordRun } | undefined {
  const piece = pieces.findLast(({ at }) => at <= offset);
  if (piece === undefined || offset >= piece.at + piece.length) return undefined;
  const { run, paragraph, from, at } = piece;
  const place =
    run.kind === 'text'
      ? placeInSource(xmlOf(paragraph.part), run.start, run.end, from + offset - at)
      : run.start;
  return { part: paragraph.part, at: place, run };
}

type ShownStory = ShownParagraph['story'];

/** What is shown of a paragraph so far: it goes on in the next where its mark is deleted or hidden. */
interface OpenParagraph {
  text: string;
  readonly pieces: ShownPiece[];
  readonly paragraphs: WordParagraph[];
}

class Viewer {
  readonly shown: ShownParagraph[] = [];
  readonly referred = { footnote: new Set<string>(), endnote: new Set<string>() };
  readonly repeated = new Set<string>();
  hasCutNumber = false;
  private readonly document: WordDocument;
  private readonly counter: ListCounter;

  constructor(document: WordDocument) {
    this.document = document;
    this.counter = new ListCounter(document.numbering);
  }

  show(blocks: readonly WordBlock[], story: ShownStory): void {
    let open: OpenParagraph | undefined;
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        open ??= { text: '', pieces: [], paragraphs: [] };
        this.add(open, block);
        if (this.isJoined(block)) continue;
      }
      if (open !== undefined) this.close(open, story);
      open = undefined;
      if (block.kind === 'table') {
        for (const { isHidden, cells } of block.rows) if (!isHidden) this.showCells(cells, story);
      } else if (block.kind === 'chunk') this.showChunk(block.document, story);
    }
    if (open !== undefined) this.close(open, story);
  }

  private showCells(cells: readonly WordTableCell[], story: ShownStory): void {
    for (const { isContinued, isDeleted, blocks } of cells)
      if (!isContinued && !isDeleted) this.show(blocks, story);
  }

  private showChunk(document: WordDocument, story: ShownStory): void {
    const { paragraphs, hasCutNumber, repeated } = shownParagraphs(document);
    this.hasCutNumber ||= hasCutNumber;
    for (const text of repeated) this.repeated.add(text);
    for (const paragraph of paragraphs) {
      if (paragraph.story === 'body' && story !== 'body') this.shown.push({ ...paragraph, story });
      else if (paragraph.story !== 'header' && paragraph.story !== 'footer') this.shown.push(paragraph);
    }
  }

  private add(open: OpenParagraph, paragraph: WordParagraph): void {
    open.paragraphs.push(paragraph);
    const shown = paragraph.runs.filter((run) => this.isShown(paragraph, run));
    const repeated = shown.some(({ control }) => control !== undefined) ? repeatedControls(shown) : NO_RUNS;
    for (const run of shown) {
      if (!repeated.has(run)) this.addRun(open, paragraph, run);
      else if (this.repeated.size < MOST_TOLD) this.repeated.add(run.text);
    }
    for (const { kind, id, isGone } of paragraph.ranges) {
      if ((kind === 'footnote' || kind === 'endnote') && !isGone) this.referred[kind].add(id);
    }
  }

  private isShown(paragraph: WordParagraph, run: WordRun): boolean {
    if (run.isCode || run.text === '') return false;
    for (const { kind } of run.revisions) if (kind === 'deleted' || kind === 'moved-from') return false;
    return !this.document.formatting.isHidden(paragraph, run);
  }

  private addRun(open: OpenParagraph, paragraph: WordParagraph, run: WordRun): void {
    const text = run.kind === 'text' ? this.textOf(paragraph, run) : run.text;
    if (!text.includes(SOFT_HYPHEN)) {
      open.pieces.push({ at: open.text.length, length: text.length, run, paragraph, from: 0 });
      open.text += text;
      return;
    }
    let from = 0;
    for (const piece of text.split(SOFT_HYPHEN)) {
      if (piece !== '')
        open.pieces.push({ at: open.text.length, length: piece.length, run, paragraph, from });
      open.text += piece;
      from += piece.length + 1;
    }
  }

  /** A text as its font and its height on the line show it; characters stay as many as they are. */
  private textOf(paragraph: WordParagraph, run: WordRun): string {
    const { properties } = run;
    const isPlain = properties.verticalAlign === undefined && properties.style === undefined;
    const isLatin = isPlain && !isSymbolFont(properties.ascii) && !isSymbolFont(properties.hAnsi);
    if (isLatin && !PRIVATE_SYMBOL.test(run.text)) return run.text;
    const { verticalAlign, ascii, hAnsi } = this.document.formatting.run(paragraph, run);
    const font = isSymbolFont(hAnsi) ? hAnsi : ascii;
    const text = font !== undefined && isSymbolFont(font) ? inSymbolFont(run.text, font) : run.text;
    return verticalAlign === 'superscript' ? toSuperscript(text) : text;
  }

  /** A paragraph whose mark is gone runs on into the next, and so does a large first letter. */
  private isJoined(paragraph: WordParagraph): boolean {
    const { markRevision, mark, properties } = paragraph;
    if (markRevision?.kind === 'deleted' || markRevision?.kind === 'moved-from') return true;
    if (properties.dropCap !== undefined && properties.dropCap !== 'none') return true;
    return this.document.formatting.isHidden(paragraph, { properties: mark });
  }

  private close({ text, pieces, paragraphs }: OpenParagraph, story: ShownStory): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (text !== '' || !this.isJoined(paragraph)) {
      const number = this.numberOf(paragraph);
      const { document } = this;
      const { cell } = paragraph;
      this.shown.push({ text, number, pieces, paragraph, paragraphs, document, story, cell });
    }
    for (const { boxes } of paragraphs)
      for (const box of boxes) this.show(box, story === 'body' ? 'box' : story);
  }

  private numberOf({ properties }: WordParagraph): ListNumber | undefined {
    const { numbering, styles } = this.document;
    const level = numbering.levelOf(styles, properties);
    if (level === undefined) return undefined;
    const number = this.counter.next(level);
    this.hasCutNumber ||= this.counter.hasCut;
    return number;
  }
}

const NO_RUNS: ReadonlySet<WordRun> = new Set();
const MOST_TOLD = 20;

/** Shows only where a line breaks. */
const SOFT_HYPHEN = '\u00ad';

/** Where symbol fonts have their signs. */
const PRIVATE_SYMBOL = /[\uf020-\uf0ff]/;
