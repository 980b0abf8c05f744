import { DOUBLE_QUOTE, GREATER, SINGLE_QUOTE } from '../facts/fast/characters.ts';
import { type Attribute, type Element, ElementTree } from './element-tree.ts';
import { decodeEntities } from './entities.ts';
import type { ReportMarkup } from './markup-problem.ts';

/**
 * Reads tags and texts of any markup at all; never throws. XML's rules: names are case-sensitive, elements are closed,
 * only the entities & < > " ' and numeric ones are known. What does not fit is reported and passed over.
 */
export function parseElements(markup: string, report: ReportMarkup): readonly (Element | string)[] {
  return new MarkupReader(markup, report).read();
}

const WITHOUT_ATTRIBUTES: readonly Attribute[] = [];

/** What is neither text nor an element: how it begins and ends, and what to say of it. */
const OTHER_CONSTRUCTS: readonly {
  readonly start: string;
  readonly end: string;
  readonly problem?: string;
  readonly isText?: true;
}[] = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>', problem: '不支持 CDATA，请直接写文字', isText: true },
  { start: '<!', end: '>', problem: '不支持 <!…> 声明' },
  { start: '<?', end: '>', problem: '不支持 <?…?> 指令' },
];

const FIGURE_ATTRIBUTE = 'data value="';
const FIGURE_END = '</data>';

const BANG = 0x21;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUESTION = 0x3f;

class MarkupReader {
  private readonly markup: string;
  private readonly report: ReportMarkup;
  private readonly tree: ElementTree;
  /** Most markup has no entity at all. */
  private readonly hasEntities: boolean;
  private at = 0;

  constructor(markup: string, report: ReportMarkup) {
    this.markup = markup;
    this.report = report;
    this.tree = new ElementTree(report);
    this.hasEntities = markup.includes('&');
  }

  read(): readonly (Element | string)[] {
    while (this.at < this.markup.length) {
      const mark = this.find('<', this.at);
      this.addText(this.at, mark);
      if (mark < this.markup.length) this.readMark(mark);
    }
    return this.tree.finish();
  }

  private addText(start: number, end: number): void {
    if (start < end) this.tree.addText(this.textBetween(start, end));
    this.at = end;
  }

  private textBetween(start: number, end: number): string {
    const text = this.markup.slice(start, end);
    return this.hasEntities ? decodeEntities(text, start, this.report) : text;
  }

  private readMark(mark: number): void {
    const next = this.markup.charCodeAt(mark + 1);
    if (next === SLASH) this.readClosingTag(mark);
    else if (next === BANG || next === QUESTION) this.readOther(mark);
    else if (endsTagName(next) || Number.isNaN(next)) this.addText(mark, mark + 1);
    else if (!this.readFigure(mark + 1)) this.readOpeningTag(mark);
  }

  private readClosingTag(mark: number): void {
    const start = mark + 2;
    const { innermost } = this.tree;
    const expectedEnd = start + innermost.length;
    const isExpected =
      this.markup.charCodeAt(expectedEnd) === GREATER && this.markup.startsWith(innermost, start);
    const end = isExpected ? expectedEnd : this.find('>', start);
    if (end === this.markup.length) this.leaveUnfinished(start);
    else {
      this.tree.close(isExpected ? innermost : this.markup.slice(start, end).trimEnd(), start);
      this.at = end + 1;
    }
  }

  /** Reads a whole figure at once, as nearly all of them are written and most of the markup is; whether one is there. */
  private readFigure(start: number): boolean {
    const { markup } = this;
    if (!markup.startsWith(FIGURE_ATTRIBUTE, start) || this.tree.isFull) return false;
    const value = start + FIGURE_ATTRIBUTE.length;
    const quote = this.find('"', value);
    const text = quote + 2;
    const end = this.find('<', text);
    if (markup.charCodeAt(quote + 1) !== GREATER || !markup.startsWith(FIGURE_END, end)) return false;
    const attributes = [{ name: 'value', value: this.textBetween(value, quote) }];
    const children = text === end ? [] : [this.textBetween(text, end)];
    this.tree.addElement({ tag: 'data', attributes, children, at: start }, false);
    this.at = end + FIGURE_END.length;
    return true;
  }

  private readOpeningTag(mark: number): void {
    const start = mark + 1;
    this.at = this.nameEnd(start);
    const tag = this.markup.slice(start, this.at);
    const attributes = this.code() === GREATER ? WITHOUT_ATTRIBUTES : this.readAttributes();
    const isOpen = this.code() === GREATER;
    if (this.at >= this.markup.length) this.leaveUnfinished(start);
    else {
      this.tree.addElement({ tag, attributes, children: [], at: start }, isOpen);
      this.at += isOpen ? 1 : 2;
    }
  }

  /** Goes on to the `>` or `/>` of the tag, or to the end of the markup. */
  private readAttributes(): readonly Attribute[] {
    const attributes: Attribute[] = [];
    while (this.skipBlank() && !this.isAtTagEnd()) {
      const start = this.at;
      this.at = this.nameEnd(start);
      const name = this.markup.slice(start, this.at);
      if (this.skipBlank() && this.code() === EQUALS) setAttribute(attributes, name, this.readValue());
      else if (name !== '') setAttribute(attributes, name, '');
      else this.at += 1;
    }
    return attributes;
  }

  private readValue(): string {
    this.at += 1;
    this.skipBlank();
    const quote = this.code();
    const isQuoted = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE;
    const start = isQuoted ? this.at + 1 : this.at;
    const end = isQuoted ? this.find(quote === DOUBLE_QUOTE ? '"' : "'", start) : this.nameEnd(start);
    this.at = isQuoted && end < this.markup.length ? end + 1 : end;
    return this.textBetween(start, end);
  }

  private isAtTagEnd(): boolean {
    const code = this.code();
    return code === GREATER || (code === SLASH && this.markup.charCodeAt(this.at + 1) === GREATER);
  }

  private readOther(mark: number): void {
    const other = OTHER_CONSTRUCTS.find(({ start }) => this.markup.startsWith(start, mark));
    if (other === undefined) throw new Error('OTHERS has an entry for every <! and <?');
    const from = mark + other.start.length;
    const close = this.markup.indexOf(other.end, from);
    const to = close === -1 ? this.markup.length : close;
    if (other.problem !== undefined) this.report(mark + 1, other.start.slice(1), other.problem);
    if (other.isText) this.tree.addText(this.markup.slice(from, to));
    this.at = close === -1 ? to : to + other.end.length;
  }

  /** Whose name starts at `at`. */
  private leaveUnfinished(at: number): void {
    this.report(at, this.markup.slice(at, this.nameEnd(at)), '标记没有写完，缺少 >');
    this.at = this.markup.length;
  }

  /** Whether anything is left after the white space. */
  private skipBlank(): boolean {
    while (isBlankCode(this.code())) this.at += 1;
    return this.at < this.markup.length;
  }

  private nameEnd(from: number): number {
    let end = from;
    while (end < this.markup.length && !endsTagName(this.markup.charCodeAt(end))) end += 1;
    return end;
  }

  /** Where the character comes next, or the end of the markup. */
  private find(character: string, from: number): number {
    const found = this.markup.indexOf(character, from);
    return found === -1 ? this.markup.length : found;
  }

  private code(): number {
    return this.markup.charCodeAt(this.at);
  }
}

/** The last of several values counts. */
function setAttribute(attributes: Attribute[], name: string, value: string): void {
  const known = attributes.findIndex((attribute) => attribute.name === name);
  attributes[known === -1 ? attributes.length : known] = { name, value };
}

function endsTagName(code: number): boolean {
  return code <= GREATER && (code === GREATER || code === SLASH || code === EQUALS || isBlankCode(code));
}

function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
