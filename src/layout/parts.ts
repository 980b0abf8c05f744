import { readHeadingMark } from '../document/heading-mark.ts';
import { DATE_LINE } from '../document/paragraph-roles.ts';
import type { BorderLine } from '../docx/properties.ts';
import type { DocumentPart, LaidBlock, UnnamedBlock, UnnamedParagraph } from './laid-block.ts';
import { indentLength, isCentred, isSetToRight } from './looks.ts';

/** Gives every paragraph its part, by what it says, where it stands and how it looks. */
export function assignParts(blocks: readonly UnnamedBlock[]): LaidBlock[] {
  const parts = new PartFinder(blocks).find();
  return blocks.map((block) => {
    if (block.kind === 'table') return block;
    const { role: _, ...rest } = block;
    return { ...rest, part: parts.get(block) ?? 'other' };
  });
}

class PartFinder {
  private readonly blocks: readonly UnnamedBlock[];
  private readonly paragraphs: readonly UnnamedParagraph[];
  private readonly parts = new Map<UnnamedParagraph, DocumentPart>();
  /** Index of the first attachment's mark among the paragraphs. */
  private readonly attachments: number;

  constructor(blocks: readonly UnnamedBlock[]) {
    this.blocks = blocks;
    this.paragraphs = blocks.filter((block): block is UnnamedParagraph => block.kind === 'paragraph');
    const from = this.paragraphs.findIndex(({ text }) => WHOLE_SENTENCE.test(text));
    const mark = this.paragraphs.findIndex((each, index) => index > from && isAttachmentMark(each));
    this.attachments = mark < 0 ? this.paragraphs.length : mark;
  }

  find(): ReadonlyMap<UnnamedParagraph, DocumentPart> {
    this.nameBlanks();
    this.nameOpening();
    this.nameNote();
    this.nameSignature();
    this.nameAttachments();
    this.nameTableNotes();
    this.nameBody();
    return this.parts;
  }

  private nameBlanks(): void {
    for (const each of this.paragraphs) {
      if (each.text.trim() === '') this.parts.set(each, 'blank');
      else if (each.looks.paragraph.isFramed || each.role === undefined) this.parts.set(each, 'other');
    }
  }

  /** Letterhead, title, sub-title, addressee: what comes before the first sentence or heading. */
  private nameOpening(): void {
    const main = this.paragraphs.slice(0, this.attachments);
    const opening = main.slice(0, MOST_OPENING);
    const sentence = opening.findIndex(({ text }) => WHOLE_SENTENCE.test(text));
    const number = opening
      .slice(0, sentence < 0 ? undefined : sentence)
      .findLastIndex(({ text }) => DOCUMENT_NUMBER.test(text));
    const line = headLine(opening.slice(0, sentence < 0 ? undefined : sentence));
    const head = Math.max(number + 1, line);
    for (const each of opening.slice(0, head)) this.name(each, 'letterhead');
    let isTitle = true;
    let title: UnnamedParagraph | undefined;
    for (const each of opening.slice(head)) {
      const text = each.text.trim();
      if (title !== undefined && this.hasTableBetween(title, each)) return;
      if (this.parts.get(each) === 'blank') {
        isTitle = title === undefined;
        continue;
      }
      if (title === undefined && HEAD_MARK.test(text)) {
        this.name(each, 'letterhead');
        continue;
      }
      if (ADDRESSEE.test(text) && (title !== undefined || !isCentred(each.looks))) {
        this.name(each, 'addressee');
        return;
      }
      if (
        each.role === 'heading' &&
        each.level !== undefined &&
        (title !== undefined || this.isSection(each))
      )
        return;
      if (text.length > LONGEST_LAID_TITLE || WHOLE_SENTENCE.test(text) || /[。；;]$/.test(text)) return;
      if (title !== undefined && (isLikeDate(text) || SUBTITLE.test(text) || !isTitle)) {
        if (!isCentred(each.looks) && !SUBTITLE.test(text)) return;
        this.name(each, 'subtitle');
      } else if (title === undefined || this.goesOn(title, each)) {
        title ??= each;
        this.name(each, 'title');
      } else if (isCentred(each.looks)) this.name(each, 'subtitle');
      else return;
    }
  }

  private hasTableBetween(above: UnnamedParagraph, below: UnnamedParagraph): boolean {
    if (this.blocks.length === this.paragraphs.length) return false;
    const between = this.blocks.slice(this.blocks.indexOf(above), this.blocks.indexOf(below));
    return between.some(({ kind }) => kind === 'table');
  }

  /** A heading with a number, or one of several that look the same: the document has no title, or has it elsewhere. */
  private isSection(heading: UnnamedParagraph): boolean {
    if (readHeadingMark(heading.text) !== undefined) return true;
    const isAlike = ({ role, level, looks }: UnnamedParagraph) =>
      role === 'heading' &&
      level === heading.level &&
      looks.font === heading.looks.font &&
      looks.size === heading.looks.size;
    return this.paragraphs.filter(isAlike).length > 1;
  }

  /** A title's further lines look as its first one does. */
  private goesOn(title: UnnamedParagraph, next: UnnamedParagraph): boolean {
    const { looks } = title;
    return (
      isCentred(next.looks) === isCentred(looks) &&
      next.looks.size === looks.size &&
      next.looks.font === looks.font &&
      next.level === undefined
    );
  }

  private nameNote(): void {
    const main = this.paragraphs.slice(0, this.attachments);
    const first = main.findLastIndex(({ text }) => ATTACHMENT_NOTE.test(text.trim()));
    if (first < 0) return;
    for (const each of main.slice(first)) {
      const text = each.text.trim();
      const isFirst = each === main[first];
      const isEntry =
        text !== '' &&
        text.length <= LONGEST_ENTRY &&
        !/。./.test(text) &&
        (!text.endsWith('。') || ENTRY_NUMBER.test(text)) &&
        !isLikeDate(text);
      if (!isFirst && (!isEntry || isSetToRight(each.looks))) return;
      this.parts.set(each, 'attachmentsNote');
    }
  }

  private nameSignature(): void {
    const main = this.paragraphs
      .slice(0, this.attachments)
      .filter((each) => this.parts.get(each) !== 'blank');
    const tail = main.slice(-MOST_TAIL);
    const date = tail.findLastIndex(
      (each) => isLikeDate(each.text.trim()) && this.parts.get(each) === undefined,
    );
    const last = tail.at(-1);
    if (date < 0) {
      const isAlone = last !== undefined && this.isSignatory(last) && isSetApart(last);
      if (isAlone && main.length > tail.indexOf(last)) this.name(last, 'signatory');
      return;
    }
    const dated = tail[date];
    if (
      dated === undefined ||
      tail.slice(date + 1).some(({ text }) => WHOLE_SENTENCE.test(text) && !REMARK.test(text.trim()))
    )
      return;
    this.parts.set(dated, 'date');
    for (const each of tail.slice(date + 1)) if (REMARK.test(each.text.trim())) this.name(each, 'remark');
    for (let at = date - 1; at >= 0; at -= 1) {
      const each = tail[at];
      const isFirst = at === date - 1;
      if (each === undefined || !this.isSignatory(each) || !(isFirst || isSetApart(each))) return;
      this.parts.set(each, 'signatory');
    }
  }

  private isSignatory(each: UnnamedParagraph): boolean {
    const text = each.text.trim();
    return (
      this.parts.get(each) === undefined &&
      each.role !== 'heading' &&
      text.length <= LONGEST_SIGNATORY &&
      !/[。；：，、！？.;:,!?]$/.test(text) &&
      !WHOLE_SENTENCE.test(text)
    );
  }

  /** Captions and legends: short lines right above or below a table. */
  private nameTableNotes(): void {
    for (const [index, block] of this.blocks.entries()) {
      if (block.kind !== 'table') continue;
      const above = [this.blocks[index - 1], this.blocks[index - 2]];
      for (const each of above) {
        if (each?.kind !== 'paragraph') break;
        const text = each.text.trim();
        if (
          text !== '' &&
          (WHOLE_SENTENCE.test(text) || /[。：:]$/.test(text) || text.length > LONGEST_LAID_TITLE)
        )
          break;
        if (
          each.role !== 'heading' &&
          (TABLE_LEGEND.test(text) || isCentred(each.looks) || isSetToRight(each.looks))
        )
          this.nameTableNote(each);
      }
      const below = this.blocks[index + 1];
      if (below?.kind === 'paragraph' && TABLE_REMARK.test(below.text.trim())) this.nameTableNote(below);
    }
  }

  /** What is no sentence of an attachment may be the head of a form. */
  private nameTableNote(each: UnnamedParagraph): void {
    if (this.parts.get(each) === 'other' && each.role !== undefined) this.parts.delete(each);
    this.name(each, 'tableNote');
  }

  private nameBody(): void {
    for (const each of this.paragraphs.slice(0, this.attachments)) {
      this.name(each, each.role === 'heading' || isBareHeading(each) ? 'heading' : 'body');
    }
  }

  private nameAttachments(): void {
    let isTitle = false;
    let title: UnnamedParagraph | undefined;
    for (const each of this.paragraphs.slice(this.attachments)) {
      if (isAttachmentMark(each)) {
        this.parts.set(each, 'attachmentMark');
        isTitle = true;
        title = undefined;
      } else if (this.parts.get(each) === 'blank') isTitle &&= title === undefined;
      else if (
        isTitle &&
        (title === undefined || this.goesOn(title, each)) &&
        each.text.length <= LONGEST_LAID_TITLE &&
        this.parts.get(each) === undefined
      ) {
        title = each;
        this.parts.set(each, 'attachmentTitle');
      } else {
        isTitle = false;
        this.name(each, attachmentPart(each));
      }
    }
  }

  private name(each: UnnamedParagraph, part: DocumentPart): void {
    if (!this.parts.has(each)) this.parts.set(each, part);
  }
}

/** The format of an attachment is the body's (7.3.7); what is no sentence may be the head or foot of a form. */
/** How many paragraphs a red head takes by the red line under it (7.2.7), which is a paragraph's border; 0 without one. */
function headLine(opening: readonly UnnamedParagraph[]): number {
  const below = opening.findLastIndex(({ looks }) => isRedLine(looks.paragraph.borderBottom));
  const above = opening.findLastIndex(({ looks }) => isRedLine(looks.paragraph.borderTop));
  return Math.max(below + 1, above);
}

function isRedLine(line: BorderLine | undefined): boolean {
  return line !== undefined && !/^(?:nil|none)$/.test(line.style) && /^[c-f].[0-4].[0-4].$/i.test(line.color);
}

function attachmentPart({ role, level, text }: UnnamedParagraph): DocumentPart {
  if (role === 'heading' && level !== undefined) return 'heading';
  return WHOLE_SENTENCE.test(text) || /。$/.test(text.trim()) ? 'attachmentText' : 'other';
}

function isAttachmentMark({ text, role }: UnnamedParagraph): boolean {
  return role !== undefined && role !== 'cell' && ATTACHMENT_MARK.test(text.trim());
}

/** Short, without a closing mark, and in another font than the body or bold: a heading that has no number. */
function isBareHeading({ text, looks, role }: UnnamedParagraph): boolean {
  const words = text.trim();
  return (
    role === 'body' &&
    words.length <= LONGEST_BARE_HEADING &&
    !/[。；：，、！？.;:,!?]$/.test(words) &&
    (looks.isBold || isCentred(looks))
  );
}

/** Set apart from the body, as the lines of a signature are. */
function isSetApart({ looks, text }: UnnamedParagraph): boolean {
  return (
    isSetToRight(looks) ||
    indentLength(looks, 'left') + indentLength(looks, 'firstLine') > FAR_INDENT ||
    /^[\s　]{8}/.test(text)
  );
}

/** A line that is meant as a date, right or wrong: 2025年4月1号, 2025.4.1, 二〇二五年四月. */
export function isLikeDate(text: string): boolean {
  return DATE_LINE.test(text) || LIKE_DATE.test(text.replace(/[\s　]/g, ''));
}

const LIKE_DATE =
  /^[（(]?(?:[\d０-９]{2,4}|[二〇零○Oo０一三四五六七八九]{2,4})[年.．\-/／][\d０-９一二三四五六七八九十]{1,3}[月.．\-/／](?:[\d０-９一二三四五六七八九十]{1,3}[日号]?)?[）)]?$/;
const DOCUMENT_NUMBER = /[〔[［(（【]\s*\d{4}\s*[〕\]］)）】]\s*第?\s*\d+\s*号/;
const HEAD_MARK =
  /^(?:\d{6}|(?:绝密|机密|秘密)[★☆\s　]*.{0,6}|特急|加急|特\s*提|平急|签发人[：:].*|.{2,30}文件)$/;
const ADDRESSEE = /^[^，。；]{1,60}[：:]$/;
const SUBTITLE = /^[（(].*[）)]$|^——/;
const ATTACHMENT_NOTE = /^附\s*件\s*[：:]/;
const ENTRY_NUMBER = /^[\d０-９]{1,2}\s*[.．、]/;
const REMARK = /^[（(].*[）)]$/;
const ATTACHMENT_MARK = /^附\s*件\s*[\d０-９一二三四五六七八九十]{0,3}\s*[：:]?$/;
const TABLE_LEGEND =
  /^(?:表\s*\d|单位\s*[：:]|.*(?:填报|填表|制表|计量|金额)(?:单位|人|日期|时间)?\s*[：:]|.*单位\s*[：:]|（?单位)/;
const TABLE_REMARK = /^(?:注|备注|说明|填表说明|资料来源|数据来源|填表人|制表人|审核人)\s*[\d]?[：:.、]/;
/** More than one clause, closed inside of the paragraph. */
const WHOLE_SENTENCE = /[。！？](?:.|$)|，.{4,}，/;
const MOST_OPENING = 16;
const MOST_TAIL = 8;
const LONGEST_LAID_TITLE = 60;
const LONGEST_ENTRY = 80;
const LONGEST_SIGNATORY = 40;
const LONGEST_BARE_HEADING = 24;
/** Twips: about ten characters. */
const FAR_INDENT = 3200;
