import type { FinishedDocument, FinishedParagraph } from '../document/finished-document.ts';
import { readHeadingMark } from '../document/heading-mark.ts';
import { styleKind } from '../document/style-kind.ts';
import type { WordSection } from '../docx/section.ts';
import { type ShownParagraph, shownParagraphs } from '../docx/shown-paragraphs.ts';
import type { WordBlock, WordDocument } from '../docx/word-document.ts';
import { A4 } from '../format/gb9704.ts';
import { WHOLE_FILE } from './judgement.ts';
import type { LaidBlock, LaidParagraph, UnnamedBlock } from './laid-block.ts';
import { looksOf } from './looks.ts';
import { assignParts } from './parts.ts';

/** A Word file as its layout is judged: the body's blocks in their order, each with its section. */
export interface LayoutView {
  readonly word: WordDocument;
  readonly blocks: readonly LaidBlock[];
  readonly paragraphs: readonly LaidParagraph[];
  readonly sections: readonly LaidSection[];
}

export interface LaidSection {
  readonly section: WordSection;
  /** The index of its first paragraph. */
  readonly at: number;
  readonly isLandscape: boolean;
}

/** `linesOf` may take a paragraph apart at its line breaks, of which each then has a part of its own. */
export function layoutView(
  document: FinishedDocument,
  word: WordDocument,
  linesOf: (shown: ShownParagraph) => readonly ShownLine[] = wholeParagraph,
): LayoutView {
  const blocks = assignParts(new BodyReader(document, word, linesOf).read());
  const paragraphs = blocks.filter((block): block is LaidParagraph => block.kind === 'paragraph');
  const sections = word.sections.map((section, index) => ({
    section,
    at: blocks.find((block) => block.section === index && block.at !== WHOLE_FILE)?.at ?? WHOLE_FILE,
    isLandscape: (section.width ?? 0) > (section.height ?? 0),
  }));
  return { word, blocks, paragraphs, sections };
}

/** How wide the text area of a section is, in twips; what it does not say is the standard's. */
export function textWidthOf({ sections }: Pick<LayoutView, 'sections'>, index: number): number {
  const { width = A4.width, margins } = sections[index]?.section ?? {};
  return width - (margins?.left ?? A4.left) - (margins?.right ?? A4.right);
}

/** A line of a paragraph, as if it were one itself, and where it starts in the paragraph's text. */
export interface ShownLine {
  readonly shown: ShownParagraph;
  readonly from: number;
}

function wholeParagraph(shown: ShownParagraph): readonly ShownLine[] {
  return [{ shown, from: 0 }];
}

class BodyReader {
  private readonly word: WordDocument;
  private readonly linesOf: (shown: ShownParagraph) => readonly ShownLine[];
  /** The lines of each paragraph. */
  private readonly finished = new Map<object, FinishedParagraph[]>();
  private readonly shown: ReadonlyMap<object, ShownParagraph>;
  private readonly blocks: UnnamedBlock[] = [];
  private section = 0;
  private at = WHOLE_FILE;
  private startsPage = true;

  constructor(
    document: FinishedDocument,
    word: WordDocument,
    linesOf: (shown: ShownParagraph) => readonly ShownLine[],
  ) {
    this.word = word;
    this.linesOf = linesOf;
    for (const paragraph of document.paragraphs) {
      const source = paragraph.source?.shown.paragraph;
      if (source === undefined) continue;
      const known = this.finished.get(source);
      if (known === undefined) this.finished.set(source, [paragraph]);
      else known.push(paragraph);
    }
    this.shown = new Map(shownParagraphs(word).paragraphs.map((each) => [each.paragraph, each]));
  }

  read(): readonly UnnamedBlock[] {
    for (const block of this.word.body) this.add(block);
    return this.blocks;
  }

  /** `isBroughtIn`: of another file, whose sections are not this one's. */
  private add(block: WordBlock, isBroughtIn = false): void {
    if (block.kind === 'table') {
      this.at = this.anchorIn(block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks)));
      const { section, startsPage, at } = this;
      this.blocks.push({ kind: 'table', table: block, section, startsPage, at });
      this.startsPage = false;
      return;
    }
    if (block.kind === 'chunk') {
      for (const inner of block.document.body) this.add(inner, true);
      return;
    }
    const shown = this.shown.get(block);
    if (shown !== undefined) for (const line of this.linesOf(shown)) this.addLine(line);
    if (block.section === undefined || isBroughtIn) return;
    this.section += 1;
    this.startsPage = this.word.sections[this.section]?.type !== 'continuous';
  }

  private addLine({ shown, from }: ShownLine): void {
    const lines = this.finished.get(shown.paragraph);
    const until = from + shown.text.length;
    const finished = lines?.find(({ source }) => (source?.from ?? 0) >= from && (source?.from ?? 0) <= until);
    if (finished !== undefined) this.at = finished.number - 1;
    const number = shown.number?.text ?? '';
    const text = number + shown.text;
    const looks = looksOf(shown);
    const breakAt = shown.pieces.findIndex(({ run }) => run.kind === 'page-break');
    const isBlank = text.trim() === '';
    const breaksAhead =
      breakAt >= 0 && shown.text.slice(0, shown.pieces[breakAt]?.at).trim() === '' && number === '';
    const isTold = looks.paragraph.pageBreakBefore === true && from === 0;
    this.blocks.push({
      kind: 'paragraph',
      text,
      numberLength: number.length,
      level: laidLevel(text, shown),
      looks,
      section: this.section,
      startsPage: this.startsPage || isTold || (breaksAhead && !isBlank),
      at: this.at,
      shown,
      role: isContents(shown) ? undefined : finished?.role,
    });
    if (isBlank) this.startsPage ||= breakAt >= 0 || isTold;
    else this.startsPage = breakAt >= 0 && !breaksAhead;
  }

  private anchorIn(blocks: readonly WordBlock[]): number {
    for (const block of blocks) {
      const finished = block.kind === 'paragraph' ? this.finished.get(block)?.[0] : undefined;
      if (finished !== undefined) return finished.number - 1;
    }
    return this.at;
  }
}

function isContents({ paragraph, document }: ShownParagraph): boolean {
  return paragraph.isContents || styleKind(document.styles, paragraph.properties.style) === 'contents';
}

/** By the mark that it opens with, else by the level that a style or the paragraph itself says. */
function laidLevel(text: string, shown: ShownParagraph): number | undefined {
  const mark = readHeadingMark(text);
  if (mark !== undefined) return mark.level;
  const { outlineLevel } = shown.document.formatting.paragraph(shown.paragraph);
  if (outlineLevel !== undefined) return outlineLevel < 4 ? outlineLevel + 1 : undefined;
  return levelByName(shown);
}

/** Word keeps the outline level of 标题 2 to itself where the style does not say it. */
function levelByName({ document, paragraph }: ShownParagraph): number | undefined {
  const chain = document.styles.chain('paragraph', paragraph.properties.style);
  const named = chain.map(({ name }) => /^(?:heading|标题)\s?([1-4])$/i.exec(name)?.[1]);
  const nearest = named.findLast((each) => each !== undefined);
  return nearest === undefined ? undefined : Number(nearest);
}
