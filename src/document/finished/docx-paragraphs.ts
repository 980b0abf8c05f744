import type { PlainParagraph } from '../finished-document.ts';
import { listCounter } from './docx-numbering.ts';
import { BODY_OUTLINE, type ParagraphStyle, readStyles } from './docx-styles.ts';
import type { DocxParts } from './unpack-docx.ts';
import { readXml } from './xml-events.ts';

/** The paragraphs of a .docx as a reader sees them: without deleted and hidden text, with their automatic numbers. */
export function docxParagraphs({ document, styles, numbering }: DocxParts): PlainParagraph[] {
  const reader = new ParagraphReader(readStyles(styles), listCounter(numbering));
  readXml(document, reader);
  return reader.paragraphs.filter(({ text }) => text.trim() !== '');
}

/** What is open while the part is read. */
interface OpenParagraph {
  text: string;
  style?: ParagraphStyle;
  outline?: number;
  numberingId?: string;
  numberingLevel?: number;
}

/** Elements with all that is in them left out: what is deleted, moved away, a fallback, or an earlier state. */
const SKIPPED: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'mc:Fallback',
  'pPrChange',
  'rPrChange',
  'sectPr',
  'instrText',
  'delText',
  'rt',
]);

class ParagraphReader {
  readonly paragraphs: PlainParagraph[] = [];
  private readonly styles: ReadonlyMap<string, ParagraphStyle>;
  private readonly count: ReturnType<typeof listCounter>;
  /** A text box holds paragraphs inside a paragraph. */
  private readonly stack: OpenParagraph[] = [];
  private tables = 0;
  private skipped = 0;
  private isText = false;
  private isHidden = false;
  private isRunProperties = false;

  constructor(styles: ReadonlyMap<string, ParagraphStyle>, count: ReturnType<typeof listCounter>) {
    this.styles = styles;
    this.count = count;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SKIPPED.has(name)) this.skipped += 1;
    if (this.skipped > 0) return;
    if (name === 'tbl') this.tables += 1;
    else if (name === 'p') this.stack.push({ text: '' });
    else if (name === 'r') this.isHidden = false;
    else if (name === 't') this.isText = true;
    else if (name === 'rPr') this.isRunProperties = true;
    else if (name === 'vanish' && this.isRunProperties) this.isHidden = isOn(attributes.val);
    else this.openInParagraph(name, attributes);
  }

  private openInParagraph(name: string, { val = '', type }: Readonly<Record<string, string>>): void {
    const paragraph = this.stack.at(-1);
    if (paragraph === undefined) return;
    const style = name === 'pStyle' ? this.styles.get(val) : undefined;
    if (style !== undefined) paragraph.style = style;
    else if (name === 'outlineLvl') paragraph.outline = Number(val);
    else if (name === 'numId') paragraph.numberingId = val;
    else if (name === 'ilvl') paragraph.numberingLevel = Number(val);
    else if (name === 'noBreakHyphen') paragraph.text += '-';
    else if (name === 'tab' && !this.isRunProperties && val === '') paragraph.text += '\t';
    else if ((name === 'br' && type !== 'page' && type !== 'column') || name === 'cr') paragraph.text += '\n';
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.skipped = Math.max(0, this.skipped - 1);
    else if (this.skipped > 0) return;
    else if (name === 'tbl') this.tables = Math.max(0, this.tables - 1);
    else if (name === 't') this.isText = false;
    else if (name === 'rPr') this.isRunProperties = false;
    else if (name === 'p') this.closeParagraph(this.stack.pop());
  }

  text(text: string): void {
    const paragraph = this.stack.at(-1);
    if (this.isText && this.skipped === 0 && !this.isHidden && paragraph !== undefined)
      paragraph.text += text;
  }

  /** A break inside a paragraph begins a new line, which stands for a paragraph of its own. */
  private closeParagraph(paragraph: OpenParagraph | undefined): void {
    if (paragraph === undefined || paragraph.style?.kind === 'contents') return;
    const number = paragraph.text.trim() === '' ? '' : this.numberOf(paragraph);
    const kind = this.kindOf(paragraph);
    for (const [index, line] of paragraph.text.split('\n').entries()) {
      this.paragraphs.push({ text: index === 0 ? number + line : line, kind });
    }
  }

  private numberOf({ style, numberingId, numberingLevel }: OpenParagraph): string {
    const id = numberingId ?? style?.numbering?.id;
    if (id === undefined || id === NO_NUMBERING) return '';
    return this.count({ id, level: numberingLevel ?? style?.numbering?.level ?? 0 });
  }

  private kindOf({ style, outline }: OpenParagraph): PlainParagraph['kind'] {
    if (this.tables > 0) return 'cell';
    if (outline !== undefined) return outline < BODY_OUTLINE ? 'heading' : 'paragraph';
    return style === undefined || style.kind === 'contents' ? 'paragraph' : style.kind;
  }
}

/** `w:numId` 0 takes a paragraph out of its style's list. */
const NO_NUMBERING = '0';

/** `<w:vanish/>` and `<w:vanish w:val="1"/>`. */
function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value);
}
