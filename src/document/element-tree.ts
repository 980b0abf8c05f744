import type { ReportMarkup } from './markup-problem.ts';

/** An element as it was written, before anybody asks whether the subset knows it. */
export interface Element {
  readonly tag: string;
  readonly attributes: readonly Attribute[];
  readonly children: (Element | string)[];
  /** Where its name starts in the markup, in UTF-16 units. */
  readonly at: number;
}

/** Each name comes once. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

export function attributeOf({ attributes }: Element, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** Deeper than anything the subset allows; keeps hostile nesting from exhausting the stack. */
const DEEPEST_MARKUP = 16;

/** Puts tags and texts together to elements, in the order of the markup; tags that do not fit are reported and passed over. */
export class ElementTree {
  readonly top: (Element | string)[] = [];
  private readonly report: ReportMarkup;
  private readonly open: Element[] = [];
  private children: (Element | string)[] = this.top;
  private text = '';
  /** How many elements beyond the depth allowed are open. */
  private tooDeep = 0;

  constructor(report: ReportMarkup) {
    this.report = report;
  }

  /** The tag that is to be closed next; empty where none is open. */
  get innermost(): string {
    return this.open[this.open.length - 1]?.tag ?? '';
  }

  /** Whether no element may have another one in it any more. */
  get isFull(): boolean {
    return this.open.length >= DEEPEST_MARKUP;
  }

  addText(text: string): void {
    this.text = this.text === '' ? text : this.text + text;
  }

  /** An element that has no content, or, `isOpen`, one whose content follows. */
  addElement(element: Element, isOpen: boolean): void {
    if (isOpen && this.isFull) {
      if (this.tooDeep++ === 0) this.report(element.at, element.tag, '标记嵌套过深');
      return;
    }
    this.flushText();
    this.children.push(element);
    if (!isOpen) return;
    this.open.push(element);
    this.children = element.children;
  }

  close(tag: string, at: number): void {
    if (this.tooDeep > 0) {
      this.tooDeep -= 1;
      return;
    }
    const index = this.innermost === tag ? this.open.length - 1 : this.lastOpen(tag);
    if (index === -1) {
      this.report(at, tag, `多出一个结束标记 </${tag}>`);
      return;
    }
    this.flushText();
    while (this.open.length > index + 1) this.reportUnclosed();
    this.open.pop();
    this.children = this.open[index - 1]?.children ?? this.top;
  }

  private lastOpen(tag: string): number {
    return this.open.findLastIndex((element) => element.tag === tag);
  }

  finish(): readonly (Element | string)[] {
    this.flushText();
    while (this.open.length > 0) this.reportUnclosed();
    return this.top;
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
