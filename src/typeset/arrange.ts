import type { FinishedDocument, FinishedParagraph } from '../document/finished-document.ts';
import { readHeadingMark } from '../document/heading-mark.ts';
import type { HeadingLevel } from '../document/tree.ts';
import type { ShownParagraph } from '../docx/shown-paragraphs.ts';
import type { WordDocument } from '../docx/word-document.ts';
import { isSealed } from '../layout/judge-signature.ts';
import type { LaidBlock, LaidParagraph } from '../layout/laid-block.ts';
import { type LaidSection, type LayoutView, layoutView } from '../layout/layout-view.ts';
import { isCentred } from '../layout/looks.ts';
import type { ParagraphDecision, Ruling, SetPart } from './decision.ts';
import { headingLevels, runInEnd, toLevel } from './heading-levels.ts';
import { itemsOf, type ParagraphItem, splitItems, trimItems, type XmlOf } from './inline-items.ts';
import type { SetBlock, SetParagraph } from './set-blocks.ts';
import { shownLines } from './shown-lines.ts';

/** A report taken apart: what each paragraph is set as, and why. */
export interface Arrangement {
  readonly blocks: readonly SetBlock[];
  readonly decisions: readonly ParagraphDecision[];
  /** How many lines of a table of contents are not set. */
  readonly contents: number;
  /** Indexes of paragraphs of the finished document that are its title. */
  readonly contentsTitles: ReadonlySet<number>;
  /** Blank lines that were typed and are not set. */
  readonly blanks: number;
  readonly hasSeal: boolean;
  readonly sections: readonly LaidSection[];
  /** Numbers of the paragraphs of which somebody may say what they are. */
  readonly numbers: ReadonlySet<number>;
}

export interface Arranging {
  readonly rulings: ReadonlyMap<number, Ruling>;
  readonly xmlOf: XmlOf;
  readonly shown: readonly ShownParagraph[];
}

/** Decides what each paragraph of the body is: by words, place and looks, as the layout's judges do, unless a ruling says otherwise. */
export function arrangeParagraphs(
  document: FinishedDocument,
  word: WordDocument,
  arranging: Arranging,
): Arrangement {
  const view = layoutView(document, word, shownLines);
  return new Arranger(document, view, arranging).arrange();
}

class Arranger {
  /** By index. */
  private readonly found: ReadonlyMap<number, FinishedParagraph>;
  private readonly view: LayoutView;
  private readonly arranging: Arranging;
  private readonly whole: ReadonlyMap<object, ShownParagraph>;
  /** Of each line. */
  private readonly items: ReadonlyMap<LaidBlock, ParagraphItem[]>;
  private readonly decisions: ParagraphDecision[] = [];
  private readonly contentsTitles = new Set<number>();
  private contents = 0;
  private blanks = 0;

  constructor(document: FinishedDocument, view: LayoutView, arranging: Arranging) {
    this.found = new Map(document.paragraphs.map((each) => [each.number - 1, each]));
    this.view = view;
    this.arranging = arranging;
    this.whole = new Map(arranging.shown.map((each) => [each.paragraph, each]));
    this.items = itemsByLine(view, (shown) => this.whole.get(shown.paragraph) ?? shown, arranging.xmlOf);
  }

  arrange(): Arrangement {
    const { blocks } = this.view;
    const parts = this.partsOf(blocks);
    const levels = headingLevels(
      blocks.filter((block): block is LaidParagraph => isPart(parts, block, 'heading')),
    );
    const set: SetBlock[] = [];
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'table') {
        const { table, startsPage, section } = block;
        set.push({ kind: 'table', table, startsPage, section });
        continue;
      }
      const items = this.items.get(block) ?? [];
      const part = parts.get(block);
      if (part === undefined) continue;
      if (part === 'blank') this.blanks += 1;
      else
        this.add(set, block, {
          part,
          items,
          level: this.levelOf(block, part, levels),
          next: blocks[index + 1],
        });
    }
    const found = this.view.paragraphs.filter((each) => this.isFound(each));
    const numbers = new Set(found.map(({ at }) => at + 1));
    const { sections } = this.view;
    return {
      blocks: set,
      decisions: this.decisions,
      contents: this.contents,
      contentsTitles: this.contentsTitles,
      blanks: this.blanks,
      hasSeal: isSealed(this.view),
      sections,
      numbers,
    };
  }

  private rulingOf(block: LaidParagraph): Ruling | undefined {
    return this.isFound(block) ? this.arranging.rulings.get(block.at + 1) : undefined;
  }

  /** Whether it is in the finished document; a line of a table of contents shows and is not. */
  private isFound({ shown, at, text }: LaidParagraph): boolean {
    return text.trim() !== '' && this.found.get(at)?.source?.shown.paragraph === shown.paragraph;
  }

  /** Parts of all paragraphs; a line of a table of contents has none. */
  private partsOf(blocks: readonly LaidBlock[]): ReadonlyMap<LaidBlock, SetPart> {
    const parts = new Map<LaidBlock, SetPart>();
    const head = lastLetterhead(blocks);
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'table') continue;
      const ruled = this.rulingOf(block);
      const part =
        ruled === undefined
          ? this.partOf(block, index <= head && !isBetweenTables(blocks, index))
          : ruledPart(ruled, block);
      if (part !== undefined) parts.set(block, part);
    }
    this.nameContentsTitles(blocks, parts);
    return parts;
  }

  private partOf(block: LaidParagraph, isHead: boolean): SetPart | undefined {
    const isBlank = block.text.trim() === '';
    if (isBlank && this.hasDrawing(block)) return isHead ? 'letterhead' : 'picture';
    if (isHead) return 'letterhead';
    if (isBlank) return this.hasNote(block) ? 'plain' : 'blank';
    if (FIGURE_NAME.test(block.text) && isCentred(block.looks)) return 'caption';
    switch (block.part) {
      case 'other':
        if (this.isFound(block)) return 'plain';
        this.contents += 1;
        return undefined;
      case 'attachmentText':
      case 'body':
        return runInEnd(block) > 0 ? 'runIn' : 'body';
      case 'tableNote':
        return tableNotePart(block);
      default:
        return block.part;
    }
  }

  private hasDrawing(block: LaidParagraph): boolean {
    return (this.items.get(block) ?? []).some(({ kind }) => kind === 'picture');
  }

  private hasNote(block: LaidParagraph): boolean {
    return (this.items.get(block) ?? []).some(({ kind }) => kind === 'note');
  }

  /** 目录 above lines that are not set. */
  private nameContentsTitles(blocks: readonly LaidBlock[], parts: Map<LaidBlock, SetPart>): void {
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'table' || !/^\s*目[\s　]*录\s*$/.test(block.text) || !parts.has(block)) continue;
      const next = blocks.slice(index + 1).find((each) => each.kind === 'table' || each.text.trim() !== '');
      if (next === undefined || next.kind === 'table' || parts.has(next)) continue;
      parts.delete(block);
      this.contentsTitles.add(block.at);
    }
  }

  private levelOf(
    block: LaidParagraph,
    part: SetPart,
    levels: ReadonlyMap<LaidParagraph, HeadingLevel>,
  ): HeadingLevel | undefined {
    const ruled = this.rulingOf(block)?.level;
    if (ruled !== undefined) return ruled;
    if (part === 'heading') return levels.get(block) ?? 1;
    return part === 'runIn' ? toLevel(block.level ?? 1) : undefined;
  }

  private add(
    set: SetBlock[],
    block: LaidParagraph,
    {
      part,
      items,
      level,
      next,
    }: {
      part: SetPart;
      items: ParagraphItem[];
      level: HeadingLevel | undefined;
      next: LaidBlock | undefined;
    },
  ): void {
    const number = block.numberLength > 0 ? numberItem(block, items) : [];
    const line = part === 'letterhead' ? [...number, ...items] : trimItems([...number, ...items]);
    const last = set.at(-1);
    const isMoreOfTitle = part === 'title' || part === 'attachmentTitle' || part === 'letterhead';
    if (isMoreOfTitle && last?.kind === 'paragraph' && last.part === part && isSameParagraph(last, block)) {
      set[set.length - 1] = { ...last, lines: [...last.lines, line] };
    } else {
      const { startsPage, section, shown } = block;
      const whole = this.whole.get(shown.paragraph) ?? shown;
      set.push({
        kind: 'paragraph',
        part,
        level,
        leadEnd: part === 'runIn' ? trimmedLead(block) : 0,
        lines: [line],
        laid: block,
        whole,
        startsPage,
        section,
      });
    }
    this.decide(block, part, level, next);
  }

  private decide(
    block: LaidParagraph,
    part: SetPart,
    level: HeadingLevel | undefined,
    next: LaidBlock | undefined,
  ): void {
    if (part === 'picture' || part === 'blank' || block.text.trim() === '') return;
    const isRuled = this.rulingOf(block) !== undefined;
    if ((part === 'body' || part === 'plain') && !isRuled) return;
    const reason = isRuled ? '您指定的' : reasonOf(block, part, next);
    this.decisions.push({ paragraph: block.at + 1, part, level, reason, text: block.text.trim() });
  }
}

/** 图1 above or below a picture. */
const FIGURE_NAME = /^[\s　]*图\s*\d[^。；]{0,40}$/;

/** Lines come in their order: each takes the next of its paragraph. */
function itemsByLine(
  { paragraphs }: LayoutView,
  wholeOf: (shown: ShownParagraph) => ShownParagraph,
  xmlOf: XmlOf,
): ReadonlyMap<LaidBlock, ParagraphItem[]> {
  const left = new Map<object, ParagraphItem[][]>();
  const items = new Map<LaidBlock, ParagraphItem[]>();
  for (const block of paragraphs) {
    const { paragraph } = block.shown;
    const lines = left.get(paragraph) ?? splitItems(itemsOf(wholeOf(block.shown), xmlOf));
    left.set(paragraph, lines);
    items.set(block, lines.shift() ?? []);
  }
  return items;
}

/** A paragraph that goes on after its first sentence has that sentence for its heading. */
function ruledPart({ part }: Ruling, { text }: LaidParagraph): SetPart {
  return part === 'heading' && /。./.test(text.trim()) ? 'runIn' : part;
}

function isPart(parts: ReadonlyMap<LaidBlock, SetPart>, block: LaidBlock, part: SetPart): boolean {
  return parts.get(block) === part;
}

/** The index of the last paragraph of a red head; all that is above it belongs to it. */
function lastLetterhead(blocks: readonly LaidBlock[]): number {
  return blocks.findLastIndex((block) => block.kind === 'paragraph' && block.part === 'letterhead');
}

/** A blank line that keeps two tables apart; the writer puts one there itself. */
function isBetweenTables(blocks: readonly LaidBlock[], index: number): boolean {
  const [above, block, below] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  const isBlank = block?.kind === 'paragraph' && block.text.trim() === '';
  return isBlank && above?.kind === 'table' && below?.kind === 'table';
}

function isSameParagraph(last: SetParagraph, { shown }: LaidParagraph): boolean {
  return last.laid.shown.paragraph === shown.paragraph;
}

function tableNotePart({ text, looks }: LaidParagraph): SetPart {
  if (/^[\s　]*(?:注|备注|说明|填表说明|资料来源|数据来源)/.test(text)) return 'tableRemark';
  return /^[\s　]*表\s*\d/.test(text) || isCentred(looks) ? 'caption' : 'legend';
}

/** A number that Word sets, as text; where it would run into a digit or a letter, a space keeps them apart. */
function numberItem(block: LaidParagraph, items: readonly ParagraphItem[]): ParagraphItem[] {
  const number = block.shown.number;
  const gap =
    needsGap(number?.text ?? '', items.map(({ text }) => text).join('')) || number?.suffix === 'space';
  const text = `${number?.text ?? ''}${gap ? ' ' : ''}`;
  return [{ kind: 'text', text, looks: {}, symbolFont: undefined }];
}

/** Whether a number and the text after it would be read as one. */
export function needsGap(number: string, text: string): boolean {
  return /[\dA-Za-z]$/.test(number) && /^[\dA-Za-z]/.test(text);
}

/** In characters of the text as it is set. */
function trimmedLead(block: LaidParagraph): number {
  const lead = block.text.slice(0, runInEnd(block) || block.text.indexOf('。') + 1);
  const { number, text } = block.shown;
  const hasGap = number?.suffix === 'space' || needsGap(number?.text ?? '', text);
  return lead.trimStart().length + (block.numberLength > 0 && hasGap ? 1 : 0);
}

function reasonOf(block: LaidParagraph, part: SetPart, next: LaidBlock | undefined): string {
  switch (part) {
    case 'heading':
    case 'runIn':
      return headingReason(block);
    case 'caption':
    case 'legend':
      return next?.kind === 'table' ? '在表格上方' : '在图、表旁边';
    default:
      return PART_REASONS[part] ?? '';
  }
}

function headingReason({ text, numberLength, shown, looks, level }: LaidParagraph): string {
  const mark = readHeadingMark(text);
  const number = text.slice(0, mark?.end ?? numberLength).trim();
  if (numberLength > 0) return `自动编号“${shown.number?.text ?? ''}”`;
  if (mark !== undefined) return `编号“${number}”`;
  const style = shown.document.styles.get('paragraph', shown.paragraph.properties.style);
  if (level !== undefined) return `样式“${style?.name ?? ''}”`;
  return looks.isBold ? '独占一段，短、加粗' : '独占一段，短、居中';
}

const PART_REASONS: Partial<Readonly<Record<SetPart, string>>> = {
  letterhead: '文号或版头之前的部分，照原样',
  title: '全文开头',
  subtitle: '标题之下',
  addressee: '以冒号结尾，在正文之前',
  attachmentsNote: '以“附件：”开头',
  signatory: '日期之前',
  date: '文末的日期',
  remark: '日期之下，在括号里',
  attachmentMark: '“附件”二字独占一行',
  attachmentTitle: '在“附件”之下',
  tableRemark: '在表格下方',
};
