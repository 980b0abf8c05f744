import { attributeOf, type Element } from './element-tree.ts';
import { replaceIllegal, reportIllegal } from './illegal-characters.ts';
import { collectProblems, type MarkupProblem, type ReportMarkup } from './markup-problem.ts';
import { parseElements } from './parse-elements.ts';
import { isBlock, readBlock } from './read-blocks.ts';
import { checkAttributes, elementsOf, firstWords, readInlines } from './read-inlines.ts';
import type { Attachment, Block, Document, Inline, Signature } from './tree.ts';
import { isBlank } from './white-space.ts';

export type { MarkupProblem } from './markup-problem.ts';

export interface MarkupReading {
  readonly document: Document;
  /** In the order of the markup. */
  readonly problems: readonly MarkupProblem[];
}

/** Reads the markup that templates make. Any text at all gives a document; what the subset does not know is a problem. */
export function readMarkup(markup: string, options: { readonly isDraft: boolean }): MarkupReading {
  const { report, problems } = collectProblems();
  const parts = new Parts(report);
  const legal = replaceIllegal(markup, reportIllegal(report));
  for (const child of parseElements(legal, report)) {
    if (typeof child !== 'string') parts.add(child);
    else if (!isBlank(child))
      report(Math.max(0, markup.indexOf(child.trim())), '', `有不在任何标记中的文字“${firstWords(child)}”`);
  }
  const inOrder = problems.sort((a, b) => a.at - b.at);
  return { document: parts.finish(options.isDraft), problems: inOrder };
}

/** What has been read so far of a document. */
class Parts {
  private readonly report: ReportMarkup;
  private readonly seen = new Set<string>();
  private title: readonly Inline[] = [];
  private subtitle: readonly (readonly Inline[])[] = [];
  private addressee: readonly Inline[] = [];
  private signature: Signature = {};
  private readonly body: Block[] = [];
  private readonly attachments: Attachment[] = [];

  constructor(report: ReportMarkup) {
    this.report = report;
  }

  add(element: Element): void {
    const report = this.report;
    const { tag } = element;
    if (isBlock(tag)) addBlock(this.body, element, report);
    else if (tag === 'section') this.addAttachment(element);
    else if (['title', 'header', 'address', 'footer'].includes(tag)) this.addOnce(element);
    else report(element.at, tag, `<${tag}> 不能放在最外层`);
  }

  finish(isDraft: boolean): Document {
    return {
      title: this.title,
      subtitle: this.subtitle,
      ...(this.addressee.length > 0 ? { addressee: this.addressee } : {}),
      body: this.body,
      signature: this.signature,
      attachments: this.attachments,
      isDraft,
    };
  }

  private addOnce(element: Element): void {
    const report = this.report;
    checkAttributes(element, [], report);
    if (this.seen.has(element.tag)) report(element.at, element.tag, `<${element.tag}> 只能有一个`);
    this.seen.add(element.tag);
    if (element.tag === 'title') this.title = readInlines(element.children, report);
    else if (element.tag === 'address') this.addressee = readInlines(element.children, report);
    else if (element.tag === 'header') this.subtitle = readParagraphs(element, report);
    else this.signature = readSignature(element, report);
  }

  private addAttachment(element: Element): void {
    const report = this.report;
    checkAttributes(element, ['class'], report);
    const kind = attributeOf(element, 'class');
    if (kind !== undefined && kind !== 'landscape') {
      report(element.at, 'section', 'class 只能是 landscape（横排）');
    }
    const attachment = readAttachment(element, kind === 'landscape' ? 'landscape' : 'portrait', report);
    if (attachment) this.attachments.push(attachment);
  }
}

function addBlock(blocks: Block[], element: Element, report: ReportMarkup): void {
  const block = readBlock(element, report);
  if (block) blocks.push(block);
}

function readParagraphs(element: Element, report: ReportMarkup): readonly (readonly Inline[])[] {
  return elementsOf(element, ['p'], report)
    .map((line) => readInlines(line.children, report))
    .filter((line) => line.length > 0);
}

function readSignature(element: Element, report: ReportMarkup): Signature {
  const parts = elementsOf(element, ['p', 'time'], report);
  const line = (tag: string): readonly Inline[] => {
    const [first, second] = parts.filter((part) => part.tag === tag);
    if (second) report(second.at, tag, `落款里只能有一个 <${tag}>`);
    if (first) checkAttributes(first, [], report);
    return first ? readInlines(first.children, report) : [];
  };
  const signatory = line('p');
  const date = line('time');
  return { ...(signatory.length > 0 ? { signatory } : {}), ...(date.length > 0 ? { date } : {}) };
}

function readAttachment(
  element: Element,
  orientation: Attachment['orientation'],
  report: ReportMarkup,
): Attachment | undefined {
  const [first, ...rest] = elementsOf(element, ['title', 'h1', 'h2', 'h3', 'h4', 'p', 'ol', 'table'], report);
  if (first?.tag !== 'title') {
    report(element.at, 'section', '附件须以 <title>名称</title> 开头');
    return undefined;
  }
  const blocks: Block[] = [];
  for (const child of rest) {
    if (isBlock(child.tag)) addBlock(blocks, child, report);
    else report(child.at, child.tag, '附件只能有一个 <title>，并放在最前面');
  }
  const title = readInlines(first.children, report);
  return title.length > 0 ? { title, blocks, orientation } : undefined;
}
