import { A4, SIZES, TEXT_WIDTH, TWO_CHARACTERS } from '../format/gb9704.ts';
import type { Layout } from '../format/layout.ts';
import type { LaidSection } from '../layout/layout-view.ts';
import { indentLength } from '../layout/looks.ts';
import { breakTitle } from '../write/break-title.ts';
import { blankLineXml, type OwnProperties, POINT, paragraphXml } from '../write/docx/paragraphs.ts';
import { sectionXml } from '../write/docx/sections.ts';
import { placingXml } from '../write/docx/signature.ts';
import { ROLE_STYLES } from '../write/docx/styles.ts';
import { bodyWidthOf, textExtent } from '../write/measure.ts';
import { placeSignature, type SignaturePlaces } from '../write/place-signature.ts';
import type { Arrangement } from './arrange.ts';
import type { SetPart } from './decision.ts';
import { type ParagraphItem, textOfItems, trimItems } from './inline-items.ts';
import type { NewPart } from './new-part.ts';
import type { HeaderSet } from './page-headers.ts';
import type { RunManner } from './run-writer.ts';
import type { SetBlock, SetParagraph } from './set-blocks.ts';
import { needsRoom, ROOM, StoryWriter } from './story-writer.ts';
import type { Typesetting } from './typesetting.ts';

/** What the pages that begin somewhere have: which way they lie, what is at their heads, how their notes are numbered. */
export interface PageSetting {
  readonly isLandscape: boolean;
  readonly headers: HeaderSet;
  readonly notes: string;
}

/** Writes the body of word/document.xml. */
export function typesetBody(
  arrangement: Arrangement,
  typesetting: Typesetting,
  {
    part,
    layout,
    sections,
    pages,
  }: {
    readonly part: NewPart;
    readonly layout: Layout;
    readonly sections: readonly LaidSection[];
    readonly pages: readonly PageSetting[];
  },
): string {
  return new BodyWriter(arrangement, typesetting, { part, layout, sections, pages }).write();
}

class BodyWriter {
  private readonly blocks: readonly SetBlock[];
  private readonly story: StoryWriter;
  private readonly layout: Layout;
  private readonly sections: readonly LaidSection[];
  private readonly pages: readonly PageSetting[];
  private readonly signature: SignaturePlaces;
  private readonly isSigned: boolean;
  private readonly entries: number;
  private noteAhead = 0;

  constructor(
    { blocks, hasSeal }: Arrangement,
    typesetting: Typesetting,
    {
      part,
      layout,
      sections,
      pages,
    }: { part: NewPart; layout: Layout; sections: readonly LaidSection[]; pages: readonly PageSetting[] },
  ) {
    this.blocks = blocks;
    this.story = new StoryWriter(typesetting, part);
    this.layout = layout;
    this.sections = sections;
    this.pages = pages;
    const lineOf = (wanted: SetPart) =>
      blocks.findLast((each): each is SetParagraph => each.kind === 'paragraph' && each.part === wanted);
    const count = (wanted: SetPart) =>
      blocks.filter((each) => each.kind === 'paragraph' && each.part === wanted).length;
    this.isSigned = count('signatory') + count('date') > 0;
    this.entries = count('attachmentsNote');
    const textOf = (block: SetParagraph | undefined) => textOfItems(block?.lines.flat() ?? []);
    this.signature = placeSignature(
      textExtent(textOf(lineOf('signatory'))),
      textExtent(textOf(lineOf('date'))),
      {
        ...layout,
        hasSeal: hasSeal || layout.hasSeal,
      },
    );
  }

  write(): string {
    let body = '';
    let open: string[] = [];
    let page = 0;
    const close = (isLast: boolean) => {
      const section = this.sectionXml(page, body === '');
      const closed = open.at(-1)?.startsWith('<w:p>') ? open : [...open, POINT];
      if (isLast) body += closed.join('') + section;
      else body += closed.slice(0, -1).join('') + withSection(closed.at(-1) ?? '', section);
      open = [];
    };
    for (const [index, block] of this.blocks.entries()) {
      const own = this.pageOf(block);
      const isTurned = open.length > 0 && own !== page;
      if (isTurned) close(false);
      page = own;
      const startsPage = this.startsPage(block, index) && open.length > 0;
      open.push(...this.blockXml(block, index, startsPage));
    }
    close(true);
    return body;
  }

  /** Pages that are alike are one section. */
  private pageOf({ section }: SetBlock): number {
    const own = this.pages[section];
    return Math.max(
      0,
      this.pages.findIndex((each) => own !== undefined && isSamePage(each, own)),
    );
  }

  private startsPage(block: SetBlock, index: number): boolean {
    if (block.kind === 'paragraph' && block.part === 'attachmentMark') return true;
    return block.startsPage && index > 0;
  }

  private blockXml(block: SetBlock, index: number, startsPage: boolean): string[] {
    if (block.kind === 'table') {
      const gap = startsPage
        ? [blankPoint(startsPage)]
        : this.blocks[index - 1]?.kind === 'table'
          ? [blankLineXml()]
          : [];
      return [...gap, this.story.table(block.table, this.placeOf(block))];
    }
    const above = this.blanksAbove(block, index);
    const own = { startsPage: startsPage && above.length === 0 };
    if (startsPage && above.length > 0) above[0] = blankLineXml({ startsPage, isKeptWithNext: true });
    return [...above, ...this.paragraphXml(block, index, own), ...this.blanksBelow(block, index)];
  }

  private placeOf({ section }: SetBlock): { isLandscape: boolean; oldWidth: number } {
    const { width = A4.width, margins } = this.sections[section]?.section ?? {};
    const oldWidth = width - (margins?.left ?? A4.left) - (margins?.right ?? A4.right);
    return {
      isLandscape: this.sections[section]?.isLandscape === true,
      oldWidth: oldWidth > 0 ? oldWidth : TEXT_WIDTH,
    };
  }

  /** A blank line is above the note of attachments and above the signature. */
  private blanksAbove({ part }: SetParagraph, index: number): string[] {
    const before = this.partAt(index - 1);
    if (index === 0 || before === part) return [];
    if (before === 'table' && (part === 'caption' || part === 'legend')) return [blankLineXml()];
    const isSignature = part === 'signatory' || (part === 'date' && before !== 'signatory');
    const isBelowNote = before === 'attachmentsNote' && part !== 'attachmentMark';
    return part === 'attachmentsNote' || isSignature || isBelowNote
      ? [blankLineXml({ isKeptWithNext: true })]
      : [];
  }

  /** … under a title with its sub-titles, and under the mark and the title of an attachment. */
  private blanksBelow({ part }: SetParagraph, index: number): string[] {
    const next = this.partAt(index + 1);
    if (next === undefined) return [];
    if (part === 'title' || part === 'subtitle')
      return next === 'title' || next === 'subtitle' ? [] : [blankLineXml()];
    const isHead = part === 'attachmentMark' || (part === 'attachmentTitle' && next !== 'attachmentTitle');
    return isHead ? [blankLineXml({ isKeptWithNext: true })] : [];
  }

  private partAt(index: number): SetPart | 'table' | undefined {
    const block = this.blocks[index];
    return block?.kind === 'table' ? 'table' : block?.part;
  }

  private paragraphXml(block: SetParagraph, index: number, own: OwnProperties): string[] {
    const { part, lines } = block;
    const [items = []] = lines;
    switch (part) {
      case 'letterhead':
        return [this.story.lookingParagraph(block.whole, withBreaks(lines))];
      case 'title':
        return [this.titleXml(ROLE_STYLES.title.id, lines, own)];
      case 'attachmentTitle':
        return [this.titleXml(ROLE_STYLES.attachmentTitle.id, lines, own)];
      case 'heading':
      case 'runIn':
        return [this.headingXml(block, items, { ...own, isKeptWithNext: this.isEnd(index) })];
      case 'attachmentsNote':
        return [this.noteXml(items, index, own)];
      case 'signatory':
      case 'date': {
        const placing = placingXml(this.signature[part]);
        return [this.plainXml(ROLE_STYLES[part].id, items, { ...own, placing }, NO_EMPHASIS)];
      }
      case 'legend':
        return [
          this.plainXml(
            ROLE_STYLES.legend.id,
            items,
            { ...own, placing: legendPlacing(block, this.placeOf(block).isLandscape) },
            NO_EMPHASIS,
          ),
        ];
      case 'caption': {
        const placing = this.partAt(index - 1) === 'picture' ? '<w:keepNext w:val="0"/>' : '';
        return [this.plainXml(ROLE_STYLES.caption.id, items, { ...own, placing }, NO_EMPHASIS)];
      }
      case 'tableRemark':
        return [this.plainXml(ROLE_STYLES.tableText.id, items, own, PARTIAL)];
      case 'picture': {
        const isKeptWithNext = this.partAt(index + 1) === 'caption';
        const placing = `${ROOM}<w:jc w:val="center"/>`;
        return [this.plainXml('Normal', items, { ...own, isKeptWithNext, placing }, PARTIAL)];
      }
      case 'body':
      case 'remark':
      case 'plain':
      case 'blank':
        return [this.textXml(block, items, index, own)];
      default:
        return [this.plainXml(ROLE_STYLES[part].id, items, own, NO_EMPHASIS)];
    }
  }

  private plainXml(
    style: string,
    items: readonly ParagraphItem[],
    own: OwnProperties,
    manner: RunManner,
  ): string {
    return paragraphXml(style, this.story.runs.runs(items, manner), own);
  }

  /** Lines that were broken by hand stay; one that does not fit is broken by meaning. */
  private titleXml(style: string, lines: SetParagraph['lines'], own: OwnProperties): string {
    const broken = lines.flatMap((line) =>
      splitByLengths(
        line,
        breakTitle(textOfItems(line)).map((each) => each.length),
      ),
    );
    const xml = broken
      .map(trimItems)
      .filter((line) => line.length > 0)
      .map((line) => this.story.runs.runs(line, { ...NO_EMPHASIS, size: SIZES.二号 }));
    return paragraphXml(style, xml.join('<w:r><w:br/></w:r>'), own);
  }

  private headingXml(
    { part, level = 1, leadEnd }: SetParagraph,
    items: readonly ParagraphItem[],
    own: OwnProperties,
  ): string {
    const style = part === 'heading' ? ROLE_STYLES[`heading${level}`].id : ROLE_STYLES[`runIn${level}`].id;
    const length = part === 'heading' ? 0 : leadEnd;
    const placing = needsRoom(items) ? ROOM : '';
    const manner: RunManner =
      part === 'heading' ? NO_EMPHASIS : { emphasis: 'partial', heading: { level, length } };
    return this.plainXml(style, items, { ...own, placing }, manner);
  }

  /** The end of the body stays on the page of the signature, with a note that is not long. */
  private isEnd(index: number): boolean {
    const next = this.partAt(index + 1);
    if (next !== 'attachmentsNote' && next !== 'signatory' && next !== 'date') return false;
    return this.isSigned && this.entries <= KEPT_ENTRIES;
  }

  private textXml(
    { part, laid }: SetParagraph,
    items: readonly ParagraphItem[],
    index: number,
    own: OwnProperties,
  ): string {
    const isKeptWithNext = this.isEnd(index);
    const room = needsRoom(items) ? ROOM : '';
    const placing = room + (part === 'plain' ? plainPlacing(laid) : '');
    return this.plainXml(ROLE_STYLES.body.id, items, { ...own, isKeptWithNext, placing }, PARTIAL);
  }

  /** Two characters in; numbers are under the first one's, and a name that takes a second line goes on under its own beginning. */
  private noteXml(items: readonly ParagraphItem[], index: number, own: OwnProperties): string {
    const text = textOfItems(items);
    const label = /^(附\s*件\s*[：:]\s*)?(\d{1,2}\s*[.．、]\s*)?/.exec(text);
    const isFirst = this.partAt(index - 1) !== 'attachmentsNote';
    const lead = label?.[1] ?? '';
    if (isFirst) this.noteAhead = bodyWidthOf(lead === '' ? '附件：' : lead);
    const ahead = isFirst ? 0 : this.noteAhead;
    const hanging = bodyWidthOf(lead + (label?.[2] ?? ''));
    const placing = `<w:ind w:left="${TWO_CHARACTERS + ahead + hanging}"${hanging > 0 ? ` w:hanging="${hanging}"` : ''}/>`;
    return this.plainXml(
      ROLE_STYLES.attachmentsNote.id,
      items,
      { ...own, placing, isKeptWithNext: true },
      NO_EMPHASIS,
    );
  }

  private sectionXml(page: number, isFirst: boolean): string {
    const { isLandscape = false, headers, notes = '' } = this.pages[page] ?? {};
    return sectionXml(this.layout, {
      orientation: isLandscape ? 'landscape' : 'portrait',
      isFirst,
      isDraft: false,
      own: { headers: headers?.references ?? '', hasTitlePage: headers?.hasTitlePage === true, notes },
    });
  }
}

/** As in a report that is built. */
const KEPT_ENTRIES = 6;

const NO_EMPHASIS: RunManner = { emphasis: 'never' };
const PARTIAL: RunManner = { emphasis: 'partial' };

function isSamePage(a: PageSetting, b: PageSetting): boolean {
  return (
    a.isLandscape === b.isLandscape &&
    a.headers.references === b.headers.references &&
    a.headers.hasTitlePage === b.headers.hasTitlePage &&
    a.notes === b.notes
  );
}

/** A line so low that it does not show, at which a page begins. */
function blankPoint(startsPage: boolean): string {
  return startsPage
    ? POINT.replace(
        '<w:pPr><w:pStyle w:val="Normal"/>',
        '<w:pPr><w:pStyle w:val="Normal"/><w:pageBreakBefore/>',
      )
    : POINT;
}

/** A section's properties are in its last paragraph; those of paragraphs in a text box come later. */
function withSection(paragraph: string, section: string): string {
  const end = paragraph.indexOf('</w:pPr>');
  return paragraph.slice(0, end) + section + paragraph.slice(end);
}

function withBreaks(lines: SetParagraph['lines']): ParagraphItem[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [BREAK_ITEM, ...line]));
}

const BREAK_ITEM: ParagraphItem = { kind: 'break', text: '\n', looks: {}, xml: '' };

/** Items cut into lines of these lengths, in characters of their text. */
function splitByLengths(items: readonly ParagraphItem[], lengths: readonly number[]): ParagraphItem[][] {
  const queue = [...items];
  return lengths.map((length, index) => {
    const line: ParagraphItem[] = [];
    let open = index === lengths.length - 1 ? Number.POSITIVE_INFINITY : length;
    for (let item = queue.shift(); item !== undefined; item = open > 0 ? queue.shift() : undefined) {
      const size = item.text.length;
      if (item.kind === 'text' && size > open) {
        queue.unshift({ ...item, text: item.text.slice(open) });
        line.push({ ...item, text: item.text.slice(0, open) });
        open = 0;
      } else {
        line.push(item);
        open -= size;
      }
    }
    return line;
  });
}

/** 填报单位 left, a date in the middle, 单位 right where tabs part them; else on the side on which it was. */
function legendPlacing({ laid, lines }: SetParagraph, isLandscape: boolean): string {
  const width = isLandscape ? A4.height - A4.top - A4.bottom : TEXT_WIDTH;
  const tabs = lines.flat().filter(({ kind }) => kind === 'tab').length;
  const middle = `<w:tab w:val="center" w:pos="${Math.round(width / 2)}"/>`;
  if (tabs === 1 || tabs === 2)
    return `<w:tabs>${tabs === 2 ? middle : ''}<w:tab w:val="right" w:pos="${width}"/></w:tabs>`;
  const { alignment } = laid.looks.paragraph;
  return alignment === 'right' || alignment === 'center' ? `<w:jc w:val="${alignment}"/>` : '';
}

/** The lines of a form that is attached stand where they stood: in the middle, at the right, flush left. */
function plainPlacing({ looks, text }: SetParagraph['laid']): string {
  const { alignment } = looks.paragraph;
  const isSide = alignment === 'right' || alignment === 'center';
  const indent = indentLength(looks, 'left') + indentLength(looks, 'firstLine');
  if (!isSide && (indent > looks.size * 10 || /^[\s　]{2}/.test(text))) return '';
  return `<w:ind w:firstLineChars="0" w:firstLine="0"/>${isSide ? `<w:jc w:val="${alignment}"/>` : ''}`;
}
