import { Tokenizer } from 'htmlparser2';
import { illegalCharacter, replaceIllegal } from './illegal-characters.ts';
import type { Report } from './markup-problem.ts';

/** An element as it was written, before anybody asks whether the subset knows it. */
export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
  /** Where its name starts in the markup, in UTF-16 units. */
  readonly at: number;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Deeper than anything the subset allows; keeps hostile nesting from exhausting the stack. */
const MAX_DEPTH = 16;

/**
 * Reads tags and texts of any markup at all; never throws. XML's rules: names are case-sensitive, elements are closed,
 * only the entities & < > " ' and numeric ones are known. What does not fit is reported and passed over.
 */
export function parseElements(markup: string, report: Report): readonly (Element | string)[] {
  const builder = new TreeBuilder(markup, report);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, builder);
  tokenizer.write(markup);
  tokenizer.end();
  return builder.top;
}

/** The tokenizer's callbacks; their names and offsets are htmlparser2's. */
class TreeBuilder {
  readonly top: (Element | string)[] = [];
  private readonly markup: string;
  private readonly report: Report;
  private readonly open: Element[] = [];
  private children: (Element | string)[] = this.top;
  private text = '';
  private tag = '';
  private tagAt = 0;
  private attributes: Map<string, string> | undefined;
  private attributeName = '';
  private attributeValue = '';
  /** How many elements beyond the depth allowed are open. */
  private tooDeep = 0;

  constructor(markup: string, report: Report) {
    this.markup = markup;
    this.report = report;
  }

  ontext(start: number, end: number): void {
    const text = this.markup.slice(start, end);
    this.text += text;
    const unknown = text.includes('&') ? /&[A-Za-z]\w*;/.exec(text) : null;
    if (unknown) this.report(start + unknown.index, unknown[0], `不认识 ${unknown[0]}，请直接写这个字符`);
  }

  ontextentity(codepoint: number, end: number): void {
    const at = this.markup.lastIndexOf('&', end - 1);
    this.text += replaceIllegal(String.fromCodePoint(codepoint), () => illegalCharacter(this.report)(at));
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.markup.slice(start, end);
    this.tagAt = start;
    this.attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    this.attributeName = this.markup.slice(start, end);
    this.attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    this.attributeValue += this.markup.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    const at = this.tagAt;
    this.attributeValue += replaceIllegal(String.fromCodePoint(codepoint), () =>
      illegalCharacter(this.report)(at),
    );
  }

  onattribend(): void {
    this.attributes ??= new Map();
    this.attributes.set(this.attributeName, this.attributeValue);
  }

  onopentagend(): void {
    if (this.open.length >= MAX_DEPTH) {
      if (this.tooDeep++ === 0) this.report(this.tagAt, this.tag, '标记嵌套过深');
      return;
    }
    const element = this.append();
    this.open.push(element);
    this.children = element.children;
  }

  onselfclosingtag(): void {
    this.append();
  }

  onclosetag(start: number, end: number): void {
    if (this.tooDeep > 0) {
      this.tooDeep -= 1;
      return;
    }
    const tag = this.markup.slice(start, end);
    const last = this.open.length - 1;
    const isInner = this.open[last]?.tag === tag;
    const index = isInner ? last : this.open.findLastIndex((element) => element.tag === tag);
    if (index === -1) {
      this.report(start, tag, `多出一个结束标记 </${tag}>`);
      return;
    }
    this.flushText();
    while (this.open.length > index + 1) this.reportUnclosed();
    this.open.pop();
    this.children = this.open[index - 1]?.children ?? this.top;
  }

  oncomment(): void {}

  oncdata(start: number, end: number, endOffset: number): void {
    this.report(start, '![CDATA[', '不支持 CDATA，请直接写文字');
    this.text += this.markup.slice(start, end - endOffset);
  }

  ondeclaration(start: number): void {
    this.report(start, '!', '不支持 <!…> 声明');
  }

  onprocessinginstruction(start: number): void {
    this.report(start, '?', '不支持 <?…?> 指令');
  }

  onend(): void {
    this.flushText();
    while (this.open.length > 0) this.reportUnclosed();
  }

  private append(): Element {
    this.flushText();
    const attributes = this.attributes ?? NO_ATTRIBUTES;
    const element: Element = { tag: this.tag, attributes, children: [], at: this.tagAt };
    this.children.push(element);
    return element;
  }

  private flushText(): void {
    if (this.text !== '') this.children.push(this.text);
    this.text = '';
  }

  private reportUnclosed(): void {
    const element = this.open.pop();
    if (element) this.report(element.at, element.tag, `<${element.tag}> 没有结束标记`);
  }
}
