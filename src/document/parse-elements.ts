import { type Element, ElementTree } from './element-tree.ts';
import { decodeEntities } from './entities.ts';
import type { Report } from './markup-problem.ts';

/**
 * Reads tags and texts of any markup at all; never throws. XML's rules: names are case-sensitive, elements are closed,
 * only the entities & < > " ' and numeric ones are known. What does not fit is reported and passed over.
 */
export function parseElements(markup: string, report: Report): readonly (Element | string)[] {
  return new MarkupReader(markup, report).read();
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** What is neither text nor an element: how it begins and ends, and what to say of it. */
const OTHERS: readonly {
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

const BANG = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

class MarkupReader {
  private readonly markup: string;
  private readonly report: Report;
  private readonly tree: ElementTree;
  private at = 0;

  constructor(markup: string, report: Report) {
    this.markup = markup;
    this.report = report;
    this.tree = new ElementTree(report);
  }

  read(): readonly (Element | string)[] {
    while (this.at < this.markup.length) {
      const mark = this.markup.indexOf('<', this.at);
      this.addText(this.at, mark === -1 ? this.markup.length : mark);
      if (mark !== -1) this.readMark(mark);
    }
    return this.tree.finish();
  }

  private addText(start: number, end: number): void {
    if (start < end) this.tree.addText(decodeEntities(this.markup.slice(start, end), start, this.report));
    this.at = end;
  }

  private readMark(mark: number): void {
    const next = this.markup.charCodeAt(mark + 1);
    if (next === SLASH) this.readClosingTag(mark);
    else if (next === BANG || next === QUESTION) this.readOther(mark);
    else if (endsName(next)) this.addText(mark, mark + 1);
    else this.readOpeningTag(mark);
  }

  private readClosingTag(mark: number): void {
    const end = this.markup.indexOf('>', mark);
    if (end === -1) this.leaveUnfinished(mark + 2);
    else {
      this.tree.close(this.markup.slice(mark + 2, end).trimEnd(), mark + 2);
      this.at = end + 1;
    }
  }

  private readOpeningTag(mark: number): void {
    this.at = this.nameEnd(mark + 1);
    const tag = this.markup.slice(mark + 1, this.at);
    const attributes = this.code() === GREATER ? NO_ATTRIBUTES : this.readAttributes();
    const isOpen = this.code() === GREATER;
    if (this.at >= this.markup.length) this.leaveUnfinished(mark + 1);
    else {
      this.tree.addElement({ tag, attributes, children: [], at: mark + 1 }, isOpen);
      this.at += isOpen ? 1 : 2;
    }
  }

  /** Goes on to the `>` or `/>` of the tag, or to the end of the markup. */
  private readAttributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    while (this.skipBlank() && !this.isAtTagEnd()) {
      const start = this.at;
      this.at = this.nameEnd(start);
      const name = this.markup.slice(start, this.at);
      if (this.skipBlank() && this.code() === EQUALS) attributes.set(name, this.readValue());
      else if (name !== '') attributes.set(name, '');
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
    const end = isQuoted ? this.markup.indexOf(this.markup.charAt(this.at), start) : this.nameEnd(start);
    const stop = end === -1 ? this.markup.length : end;
    this.at = isQuoted && end !== -1 ? stop + 1 : stop;
    return decodeEntities(this.markup.slice(start, stop), start, this.report);
  }

  private isAtTagEnd(): boolean {
    const code = this.code();
    return code === GREATER || (code === SLASH && this.markup.charCodeAt(this.at + 1) === GREATER);
  }

  private readOther(mark: number): void {
    const other = OTHERS.find(({ start }) => this.markup.startsWith(start, mark));
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

  /** Whether anything is left behind the white space. */
  private skipBlank(): boolean {
    while (isBlank(this.code())) this.at += 1;
    return this.at < this.markup.length;
  }

  private nameEnd(from: number): number {
    let end = from;
    while (end < this.markup.length && !endsName(this.markup.charCodeAt(end))) end += 1;
    return end;
  }

  private code(): number {
    return this.markup.charCodeAt(this.at);
  }
}

function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || code === EQUALS || isBlank(code) || Number.isNaN(code);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
