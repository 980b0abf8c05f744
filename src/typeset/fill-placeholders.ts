import { type ElementNode, elementTree } from '../docx/mark/element-tree.ts';
import type { SourcedSplice } from '../docx/mark/splices.ts';
import { meantReference, referenceSegments } from '../facts/references.ts';
import type { PartText } from '../ooxml/decode-part.ts';
import { XmlScanner } from '../ooxml/xml-scanner.ts';
import { escapeMarkup } from '../write/escape.ts';
import { within } from './stationery-elements.ts';

/** What is wrong with a placeholder: at a paragraph of its part, counted from 1. */
export interface Fault {
  readonly paragraph: number;
  readonly message: string;
  readonly hint: string;
}

/** The placeholders of one part. */
export interface Filled {
  readonly splices: readonly SourcedSplice[];
  readonly faults: readonly Fault[];
  /** Paragraphs that hold `{{正文}}` and nothing else, with their numbers. */
  readonly bodies: readonly { readonly paragraph: ElementNode; readonly number: number }[];
}

/** What stands for a path: undefined for no known one, empty for a fact that is missing. */
export type TextOf = (path: string) => string | undefined;

/** Finds every placeholder of a part, also one that Word split over runs, in hyperlinks, text boxes and insertions; each is filled once. */
export function fillPlaceholders(part: PartText, textOf: TextOf, isDraft: boolean): Filled {
  const filler = new Filler(part.text, textOf, isDraft);
  const scanner = new XmlScanner(part.text, part.name);
  scanner.next();
  const root = elementTree(part.text, scanner.start, part.text.length, '<part>');
  filler.fillAll(root);
  return filler;
}

/** Names of paths that stand for the whole report. */
const BODY = '正文';

/** Text boxes stand twice in a file; what Word does not show is filled all the same, but told once. */
const FALLBACK = 'mc:Fallback';
/** What is deleted or moved away goes with the change. */
const GONE = ['w:p', 'w:del', 'w:moveFrom'];

class Filler implements Filled {
  readonly splices: SourcedSplice[] = [];
  readonly faults: Fault[] = [];
  readonly bodies: { paragraph: ElementNode; number: number }[] = [];
  private readonly xml: string;
  private readonly textOf: TextOf;
  private readonly isDraft: boolean;

  constructor(xml: string, textOf: TextOf, isDraft: boolean) {
    this.xml = xml;
    this.textOf = textOf;
    this.isDraft = isDraft;
  }

  fillAll(root: ElementNode): void {
    const shown = new Set(within(root, 'w:p', FALLBACK));
    let number = 0;
    for (const paragraph of within(root, 'w:p')) {
      if (shown.has(paragraph)) number += 1;
      const told = this.faults.length;
      this.fill(paragraph, number);
      if (!shown.has(paragraph)) this.faults.length = told;
    }
  }

  private fill(paragraph: ElementNode, number: number): void {
    const texts = within(paragraph, 'w:t', ...GONE).map((node) => ({
      node,
      text: this.xml.slice(node.openEnd, node.closeStart),
    }));
    const whole = texts.map(({ text }) => text).join('');
    this.checkCodes(paragraph, number);
    if (/[｛{]\s*｛|｛\s*[｛{]/u.test(whole)) {
      this.complain(number, '占位符的花括号是全角的。', '改成半角的，写成 {{单位.名称}} 这样。');
      return;
    }
    if (!whole.includes('{{')) return;
    const references = referenceSegments(whole).flatMap((each) => (each.type === 'reference' ? [each] : []));
    const [first] = references;
    if (references.length === 1 && first?.name === BODY && whole.trim().length === first.end - first.start) {
      this.bodies.push({ paragraph, number });
      return;
    }
    const values = references.map(({ start, end, name }) => ({
      start,
      end,
      value: this.valueOf(name, number),
    }));
    let at = 0;
    for (const { node, text } of texts) {
      const from = at;
      at += text.length;
      const inside = values.filter(({ start, end }) => end > from && start < at);
      if (inside.length === 0) continue;
      let written = '';
      let done = from;
      for (const { start, end, value } of inside) {
        written += text.slice(done - from, Math.max(start - from, 0)) + (start >= from ? value : '');
        done = Math.min(end, at);
      }
      const { tag } = node;
      const xml = `<${tag} xml:space="preserve">${written}${text.slice(done - from)}</${tag}>`;
      const lines = xml.replaceAll(
        '\n',
        `</${tag}><${tag.replace(/t$/, 'br')}/><${tag} xml:space="preserve">`,
      );
      this.splices.push({ start: node.start, end: node.end, write: () => lines });
    }
  }

  /** Word works a field's code out by itself: what stands in it is not what it shows. */
  private checkCodes(paragraph: ElementNode, number: number): void {
    const codes = within(paragraph, 'w:instrText', ...GONE);
    const code = codes.map((node) => this.xml.slice(node.openEnd, node.closeStart)).join('');
    const simple = within(paragraph, 'w:fldSimple', ...GONE).map((node) =>
      this.xml.slice(node.start, node.openEnd),
    );
    if (![code, ...simple].some((text) => text.includes('{{'))) return;
    this.complain(number, '域代码里的 {{ }} 换不成内容。', '把占位符写成普通文字。');
  }

  private valueOf(name: string, number: number): string {
    if (name === BODY) {
      this.complain(number, '{{正文}} 要单独成段。', '把同一段里的其他文字移到另外的段落。');
      return '';
    }
    if (name.startsWith('{{')) {
      const hint = '写成 {{单位.名称}} 这样，前后各两个花括号，中间不换段。';
      this.complain(number, `“${name}”的花括号不成对。`, hint);
      return '';
    }
    const value = this.textOf(name);
    if (value === undefined) {
      const meant = meantReference(name);
      const question = meant === undefined ? '' : `您要写的是不是 {{${meant}}}？`;
      const hint = `${question}写成 {{单位.名称}} 这样的路径。`;
      this.complain(number, `“{{${name}}}”不是事实的名称。`, hint);
    } else if (value === '' && !this.isDraft)
      this.complain(number, `“{{${name}}}”没有内容。`, '在事实文件里补上，或者从底稿里删去。');
    return escapeMarkup(value === '' ? `【待补：${name}】` : (value ?? ''));
  }

  private complain(paragraph: number, message: string, hint: string): void {
    this.faults.push({ paragraph, message, hint });
  }
}
