import { LABELS } from '../bytes/label.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import type { Document } from '../document/tree.ts';
import { applySourcedSplices } from '../docx/mark/splices.ts';
import type { Layout } from '../format/layout.ts';
import type { PartText } from '../ooxml/decode-part.ts';
import { describeFault, OoxmlFault } from '../ooxml/ooxml-fault.ts';
import { type OoxmlPackage, openPackage } from '../ooxml/package.ts';
import { closeArchive, EMPTY_HEAD, makeEntryOfBytes } from '../ooxml/zip.ts';
import { templateProblem } from '../template/template-problem.ts';
import { ownStylesXml } from '../write/docx/own-body.ts';
import { type Fault, type Filled, fillPlaceholders, type TextOf } from './fill-placeholders.ts';
import { markDraft } from './mark-draft.ts';
import { placeBody } from './place-body.ts';
import { within } from './stationery-elements.ts';

/** 底稿: an office's own .docx with `{{正文}}` and `{{路径}}` in it. */
export interface Stationery {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What is set into it. */
export interface Content {
  readonly document: Document;
  readonly layout: Layout;
  /** The text of a fact by a path in either language; undefined for no known path, empty for a fact that is missing. */
  readonly textOf: TextOf;
}

/**
 * Sets a report into a stationery. Parts without a placeholder stay byte for byte; the archive carries our fingerprint. An error for a file that cannot be read,
 * and for each placeholder that is unknown, lacks its fact, or stands where it cannot be set, at its paragraph in its part.
 */
export function setInStationery({ file, bytes }: Stationery, content: Content): Outcome<Uint8Array> {
  const opened = openPackage(bytes);
  if (opened instanceof OoxmlFault) return fail([unreadable(file, opened)]);
  const main = opened.mainPart('word/document.xml');
  if (main instanceof OoxmlFault) return fail([unreadable(file, main)]);
  return new Setting(file, opened, main, content).set();
}

/** Parts besides the main one that are filled. */
const FILLED = /^word\/(header|footer|footnotes|endnotes)[^/]*\.xml$/;
/** Parts whose texts Word shows, but which are none of ours to fill. */
const SHOWN = /^word\/(?:comments[^/]*|charts\/[^/]+|diagrams\/[^/]+|glossary\/document)\.xml$/;
const PLACES: Readonly<Record<string, string>> = {
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
};
const WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** One report on its way into one stationery. */
class Setting {
  private readonly file: string;
  private readonly opened: OoxmlPackage;
  private readonly main: string;
  private readonly content: Content;
  private readonly problems: Diagnostic[] = [];
  private readonly parts = new Map<string, string>();

  constructor(file: string, opened: OoxmlPackage, main: string, content: Content) {
    this.file = file;
    this.opened = opened;
    this.main = main;
    this.content = content;
  }

  set(): Outcome<Uint8Array> {
    const stylesName = this.stylesPart();
    const styles = stylesName === undefined ? undefined : this.read(stylesName);
    const document = this.read(this.main);
    if (document === undefined) return fail(this.problems);
    if (
      !document.text.includes(WORD_NAMESPACE) ||
      styles === undefined ||
      !styles.text.includes('</w:styles>')
    )
      return fail([...this.problems, this.problem(1, '底稿的格式不常见，报告放不进去。', SAVE_ANEW)]);
    const prefix = freePrefix(styles.text);
    const names = this.opened.archive.names;
    for (const name of names.filter((name) => FILLED.test(name))) this.fillBeside(name);
    for (const name of names.filter((name) => SHOWN.test(name))) this.passOver(name);
    this.fillMain(document, prefix, defaultStyleOf(styles.text));
    if (this.problems.length > 0) return fail(this.problems);
    const { layout, document: report } = this.content;
    const end = styles.text.lastIndexOf('</w:styles>');
    const added = styles.text.slice(0, end) + ownStylesXml(layout, prefix) + styles.text.slice(end);
    this.parts.set(styles.name, added);
    if (report.isDraft) markDraft(this.opened, this.main, this.parts, prefix);
    return this.pack();
  }

  private stylesPart(): string | undefined {
    const relations = this.opened.relationships(this.main);
    return relations instanceof OoxmlFault
      ? undefined
      : relations.find(({ type }) => type === 'styles')?.target;
  }

  private read(name: string): PartText | undefined {
    const part = this.opened.text(name);
    if (!(part instanceof OoxmlFault)) return part;
    this.problems.push(unreadable(this.file, part));
    return undefined;
  }

  private fill(part: PartText): Filled {
    const { textOf, document } = this.content;
    const filled = fillPlaceholders(part, textOf, document.isDraft);
    const place = PLACES[FILLED.exec(part.name)?.[1] ?? ''] ?? '正文';
    for (const fault of filled.faults) this.complain(place, fault);
    return filled;
  }

  private fillBeside(name: string): void {
    const part = this.read(name);
    if (part === undefined) return;
    const { splices, bodies } = this.fill(part);
    const place = PLACES[FILLED.exec(name)?.[1] ?? ''] ?? '';
    for (const { number } of bodies) this.complain(place, misplaced(number));
    if (splices.length > 0) this.parts.set(name, applySourcedSplices(part.text, splices));
  }

  private fillMain(part: PartText, prefix: string, defaultStyle: string | undefined): void {
    const { splices, bodies } = this.fill(part);
    const isOnly = bodies.length === 1;
    const [body] = bodies;
    const isTold = this.problems.some(({ message }) => message.includes('{{正文}}'));
    if (body === undefined && !isTold)
      this.problems.push(this.problem(1, '底稿里没有 {{正文}}。', '在要放报告的地方单独写一段 {{正文}}。'));
    for (const { number } of bodies.slice(1))
      this.complain('正文', {
        paragraph: number,
        message: '{{正文}} 不止一处。',
        hint: '只在要放报告的地方留一处。',
      });
    if (body === undefined || !isOnly) return;
    const { paragraph, number } = body;
    const holdsMore = NOT_BESIDE.some((name) => within(paragraph, name).length > 0);
    if (paragraph.parent?.name !== 'w:body' || holdsMore) {
      this.complain('正文', misplaced(number));
      return;
    }
    const { document, layout } = this.content;
    const placed = placeBody(part.text, paragraph, { document, layout, prefix, defaultStyle });
    this.parts.set(this.main, applySourcedSplices(part.text, [...splices, ...placed]));
  }

  /** Says of a placeholder that nobody fills that it stays as it is. */
  private passOver(name: string): void {
    const part = this.read(name);
    const [found] = /\{\{[^{}<>]+\}\}/.exec(part?.text.replace(/<[^>]*>/g, '') ?? '') ?? [];
    if (found === undefined) return;
    const message = `批注、图表或图形里的“${found}”换不成内容。`;
    this.problems.push(this.problem(1, message, '写在正文、页眉页脚或文本框里，或者删去。'));
  }

  private complain(place: string, { paragraph, message, hint }: Fault): void {
    this.problems.push(this.problem(paragraph, `底稿${place}第${paragraph}段：${message}`, hint));
  }

  private problem(paragraph: number, message: string, hint: string): Diagnostic {
    return problemAt(this.file, paragraph, message, hint);
  }

  private pack(): Outcome<Uint8Array> {
    const { archive } = this.opened;
    const names = [...archive.names, ...[...this.parts.keys()].filter((name) => !archive.has(name))];
    const entries = names.map((name) => {
      const text = this.parts.get(name);
      return text === undefined ? archive.entry(name) : makeEntryOfBytes(name, Buffer.from(asUtf8(text)));
    });
    const fault = entries.find((entry) => entry instanceof OoxmlFault);
    if (fault !== undefined) return fail([unreadable(this.file, fault)]);
    const whole = entries.flatMap((entry) => (entry instanceof OoxmlFault ? [] : [entry]));
    return succeed(
      closeArchive(EMPTY_HEAD, whole, LABELS[this.content.document.isDraft ? 'draft' : 'final']),
    );
  }
}

/** Nothing of these may be lost with the paragraph of `{{正文}}`. */
const NOT_BESIDE = [
  'w:drawing',
  'w:pict',
  'w:object',
  'w:fldSimple',
  'w:fldChar',
  'w:footnoteReference',
  'w:endnoteReference',
];

const SAVE_ANEW = '用 Word 打开底稿，另存为 .docx。';

function misplaced(paragraph: number): Fault {
  return {
    paragraph,
    message: '{{正文}} 在这里放不下一份报告。',
    hint: '放在正文里单独一段，不放在页眉页脚、表格、文本框、内容控件或带图、带域、带脚注的段落里。',
  };
}

function unreadable(file: string, fault: OoxmlFault): Diagnostic {
  const { message, hint } = describeFault(fault);
  return problemAt(file, 1, `底稿打不开：${message}`, hint);
}

function problemAt(file: string, paragraph: number, message: string, hint: string): Diagnostic {
  return { ...templateProblem(file, [paragraph, 1], message, hint), rule: 'template-info' };
}

/** Report, or with a number behind it where the stationery was itself made of a report of ours. */
function freePrefix(styles: string): string {
  const isTaken = (prefix: string) => new RegExp(`w:styleId="${prefix}[A-Z]`).test(styles);
  let prefix = 'Report';
  for (let number = 2; isTaken(prefix); number += 1) prefix = `Report${number}`;
  return prefix;
}

/** The style of paragraphs that name none: LibreOffice marks none of its styles so, and lets them all name the one that is called Normal. */
function defaultStyleOf(styles: string): string | undefined {
  let named: string | undefined;
  for (const [tag, rest] of styles.matchAll(/<w:style\b[^>]*>(?=(\s*<w:name\b[^>]*>)?)/g)) {
    if (!/w:type\s*=\s*["']paragraph["']/.test(tag)) continue;
    const id = /w:styleId\s*=\s*["']([^"']*)["']/.exec(tag)?.[1];
    if (/w:default\s*=\s*["'](?:1|true|on)["']/.test(tag)) return id;
    if (/w:val\s*=\s*["'](?:Normal|正文)["']/i.test(rest ?? '')) named ??= id;
  }
  return named;
}

function asUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*encoding=["'])[^"']+/, '$1UTF-8');
}
