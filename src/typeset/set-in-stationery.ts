import { LABELS } from '../bytes/label.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import type { Document } from '../document/tree.ts';
import { type ElementNode, elementTree } from '../docx/mark/element-tree.ts';
import { applySourcedSplices, type SourcedSplice } from '../docx/mark/splices.ts';
import type { Layout } from '../format/layout.ts';
import type { PartText } from '../ooxml/decode-part.ts';
import { describeFault, OoxmlFault } from '../ooxml/ooxml-fault.ts';
import { type OoxmlPackage, openPackage } from '../ooxml/package.ts';
import { XmlScanner } from '../ooxml/xml-scanner.ts';
import { closeArchive, EMPTY_HEAD, makeEntryOfBytes } from '../ooxml/zip.ts';
import { templateProblem } from '../template/template-problem.ts';
import { ownBodyXml, ownStylesXml } from '../write/docx/own-body.ts';
import { escapeMarkup } from '../write/escape.ts';

/** 底稿: an office's own .docx with `{{正文}}` and `{{路径}}` in it. */
export interface Stationery {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What is set into it. */
export interface StationeryContent {
  readonly document: Document;
  readonly layout: Layout;
  /** The text of a fact by a path in either language; undefined for no known path, empty for a fact that is missing. */
  readonly textOf: (path: string) => string | undefined;
}

/**
 * Sets a report into a stationery. Parts without a placeholder stay byte for byte; the archive carries our fingerprint. An error for a file that cannot be read,
 * and for each placeholder that is unknown, lacks its fact, or stands where it cannot be set, at its paragraph in its part.
 */
export function setInStationery(
  { file, bytes }: Stationery,
  content: StationeryContent,
): Outcome<Uint8Array> {
  const opened = openPackage(bytes);
  const main = opened instanceof OoxmlFault ? opened : opened.mainPart('word/document.xml');
  if (opened instanceof OoxmlFault || main instanceof OoxmlFault) {
    const { message, hint } = describeFault(main as OoxmlFault);
    return fail([problemAtParagraph(file, 1, `底稿打不开：${message}`, hint)]);
  }
  const filling = new PlaceholderFilling(file, main, content);
  const changed = new Map<string, Buffer>();
  for (const name of [main, ...opened.archive.names.filter(isPageMark)]) {
    const part = opened.text(name);
    if (part instanceof OoxmlFault) {
      const { message, hint } = describeFault(part);
      filling.problems.push(problemAtParagraph(file, 1, `底稿打不开：${message}`, hint));
    } else {
      const written = filling.fill(part);
      if (written !== part.text) changed.set(name, Buffer.from(asUtf8(written)));
    }
  }
  if (filling.bodies !== 1)
    filling.problems.push(
      problemAtParagraph(
        file,
        1,
        filling.bodies === 0 ? '底稿里没有 {{正文}}。' : '底稿里的 {{正文}} 不止一处。',
        '在要放报告的地方单独写一段 {{正文}}，只写一处。',
      ),
    );
  if (filling.problems.length > 0) return fail(filling.problems);
  const styled = addStyles(opened, main, content.layout, changed);
  if (!styled)
    return fail([problemAtParagraph(file, 1, '底稿里没有样式。', '用 Word 打开底稿，另存为 .docx。')]);
  return succeed(pack(opened, changed, content.document.isDraft ? 'draft' : 'final'));
}

function isPageMark(name: string): boolean {
  return /^word\/(?:header|footer)[^/]*\.xml$/.test(name);
}

function problemAtParagraph(file: string, paragraph: number, message: string, hint: string): Diagnostic {
  return { ...templateProblem(file, [paragraph, 1], message, hint), rule: 'template-info' };
}

/** Fills the placeholders of one part after another, and gathers what cannot be filled. */
class PlaceholderFilling {
  readonly problems: Diagnostic[] = [];
  bodies = 0;
  private readonly file: string;
  private readonly main: string;
  private readonly content: StationeryContent;

  constructor(file: string, main: string, content: StationeryContent) {
    this.file = file;
    this.main = main;
    this.content = content;
  }

  fill(part: PartText): string {
    if (part.name === this.main && !part.text.includes(WORD_NAMESPACE)) {
      this.problems.push(
        problemAtParagraph(
          this.file,
          1,
          '底稿的格式不常见，报告放不进去。',
          '用 Word 打开底稿，另存为 .docx。',
        ),
      );
      return part.text;
    }
    const scanner = new XmlScanner(part.text, part.name);
    scanner.next();
    const root = elementTree(part.text, scanner.start, part.text.length, '<part>');
    const splices = within(root, 'w:p', '').flatMap((paragraph, index) =>
      this.fillParagraph(part, paragraph, index + 1),
    );
    return splices.length === 0 ? part.text : applySourcedSplices(part.text, splices);
  }

  private fillParagraph(part: PartText, paragraph: ElementNode, number: number): SourcedSplice[] {
    const texts = within(paragraph, 'w:t', 'w:p').map((node) => ({
      node,
      text: part.text.slice(node.openEnd, node.closeStart),
    }));
    const whole = texts.map(({ text }) => text).join('');
    if (whole.trim() === BODY_PLACEHOLDER) return this.setBody(part, paragraph, number);
    const values = [...whole.matchAll(/\{\{(.*?)\}\}/g)].map(({ index, 0: found, 1: path = '' }) => ({
      from: index,
      to: index + found.length,
      value: escapeMarkup(this.valueOf(path.trim(), part, number)),
    }));
    let at = 0;
    return texts.flatMap(({ node, text }) => {
      const start = at;
      at += text.length;
      return values.flatMap(({ from, to, value }) => {
        if (to <= start || from >= at) return [];
        const write = () => (from >= start ? value : '');
        return [
          {
            start: node.openEnd + Math.max(from - start, 0),
            end: node.openEnd + Math.min(to, at) - start,
            write,
          },
        ];
      });
    });
  }

  private valueOf(path: string, part: PartText, number: number): string {
    if (path === '正文') {
      this.bodies += 1;
      this.complain(part, number, '{{正文}} 要单独成段。', '把同一段里的其他文字移到另外的段落。');
      return '';
    }
    const value = this.content.textOf(path);
    if (value === undefined)
      this.complain(part, number, `“{{${path}}}”不是事实的名称。`, '写成 {{单位.名称}} 这样的路径。');
    else if (value === '' && !this.content.document.isDraft)
      this.complain(part, number, `“{{${path}}}”没有内容。`, '在事实文件里补上，或者从底稿里删去。');
    return value === '' ? `【待补：${path}】` : (value ?? '');
  }

  private setBody(part: PartText, paragraph: ElementNode, number: number): SourcedSplice[] {
    this.bodies += 1;
    const holdsMore = ['w:drawing', 'w:pict', 'w:object'].some(
      (name) => within(paragraph, name, '').length > 0,
    );
    if (part.name !== this.main || paragraph.parent?.name !== 'w:body' || holdsMore) {
      const hint = '放在正文里，不放在页眉页脚、表格、文本框或带图的段落里。';
      this.complain(part, number, '{{正文}} 在这里放不下一份报告。', hint);
      return [];
    }
    const { document, layout } = this.content;
    const [section] = within(paragraph, 'w:sectPr', 'w:p');
    const end =
      section === undefined ? '' : `<w:p><w:pPr>${part.text.slice(section.start, section.end)}</w:pPr></w:p>`;
    return [{ start: paragraph.start, end: paragraph.end, write: () => ownBodyXml(document, layout) + end }];
  }

  private complain({ name }: PartText, number: number, message: string, hint: string): void {
    const place = name === this.main ? '正文' : '页眉页脚';
    this.problems.push(problemAtParagraph(this.file, number, `底稿${place}第${number}段：${message}`, hint));
  }
}

const BODY_PLACEHOLDER = '{{正文}}';
const WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Elements of a name under a node, in order; not those under an element called `barrier`. */
function within(node: ElementNode, name: string, barrier: string): ElementNode[] {
  return node.children.flatMap((child) => {
    if (child.name === barrier) return [];
    const inner = within(child, name, barrier);
    return child.name === name ? [child, ...inner] : inner;
  });
}

/** Puts the styles of the report's own paragraphs after those that are there. */
function addStyles(
  opened: OoxmlPackage,
  main: string,
  layout: Layout,
  changed: Map<string, Buffer>,
): boolean {
  const relations = opened.relationships(main);
  if (relations instanceof OoxmlFault) return false;
  const name = relations.find(({ type }) => type === 'styles')?.target;
  const part = name === undefined ? undefined : opened.text(name);
  if (name === undefined || part === undefined || part instanceof OoxmlFault) return false;
  const end = part.text.lastIndexOf('</w:styles>');
  if (end === -1) return false;
  const text = part.text.slice(0, end) + ownStylesXml(layout) + part.text.slice(end);
  changed.set(name, Buffer.from(asUtf8(text)));
  return true;
}

function asUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*encoding=["'])[^"']+/, '$1UTF-8');
}

function pack(
  { archive }: OoxmlPackage,
  changed: ReadonlyMap<string, Buffer>,
  standing: keyof typeof LABELS,
): Uint8Array {
  const entries = archive.names.flatMap((name) => {
    const bytes = changed.get(name) ?? archive.read(name);
    return bytes instanceof OoxmlFault ? [] : [makeEntryOfBytes(name, Buffer.from(bytes))];
  });
  return closeArchive(EMPTY_HEAD, entries, LABELS[standing]);
}
