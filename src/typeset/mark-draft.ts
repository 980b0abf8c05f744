import { type ElementNode, elementTree } from '../docx/mark/element-tree.ts';
import { applySourcedSplices, type SourcedSplice } from '../docx/mark/splices.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../ooxml/package.ts';
import { relationshipsOf } from '../ooxml/relationships.ts';
import { XmlScanner } from '../ooxml/xml-scanner.ts';
import { draftHeaderXml } from '../write/docx/page-marks.ts';
import { ROLE_STYLES } from '../write/docx/styles.ts';
import { childOf, sourceOf, within } from './stationery-elements.ts';

/** Parts by name, as they are to be written. */
export type Parts = Map<string, string>;

/** Puts 草稿 at the head of every page: at the end of each header that there is, and into one of our own where pages have none. */
export function markDraft(opened: OoxmlPackage, main: string, parts: Parts, prefix: string): void {
  const textOf = (name: string) => {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const read = opened.has(name) ? opened.text(name) : undefined;
    return read === undefined || read instanceof OoxmlFault ? undefined : read.text;
  };
  const relations = opened.relationships(main);
  if (relations instanceof OoxmlFault) return;
  for (const { target } of relations.filter(({ type }) => type === 'header')) {
    const text = textOf(target);
    if (text !== undefined) parts.set(target, insertBeforeEnd(text, draftLine(prefix)));
  }
  const settings = relations.find(({ type }) => type === 'settings')?.target;
  const hasEven = /<w:evenAndOddHeaders\b(?![^>]*w:val\s*=\s*["'](?:0|false|off)["'])/.test(
    (settings && textOf(settings)) ?? '',
  );
  const document = textOf(main) ?? '';
  const splices = missingHeaders(document, hasEven);
  if (splices.length === 0) return;
  parts.set(main, applySourcedSplices(document, splices));
  const name = `word/header${prefix}.xml`;
  const [relationships, types] = [relationshipsOf(main), '[Content_Types].xml'];
  const relation = `<Relationship xmlns="${PACKAGE}/relationships" Id="${ID}" Type="${OFFICE}/header" Target="/${name}"/>`;
  const override = `<Override xmlns="${PACKAGE}/content-types" PartName="/${name}" ContentType="${HEADER}"/>`;
  parts.set(name, withPrefix(draftHeaderXml(), prefix));
  parts.set(relationships, insertBeforeEnd(textOf(relationships) ?? '', relation));
  parts.set(types, insertBeforeEnd(textOf(types) ?? '', override));
}

const ID = 'rIdReportDraft';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEADER = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function withPrefix(xml: string, prefix: string): string {
  return xml.replace(`w:val="${ROLE_STYLES.header.id}"`, `w:val="${prefix}${ROLE_STYLES.header.id}"`);
}

/** The paragraph of our own header, for a part whose prefixes are somebody else's. */
function draftLine(prefix: string): string {
  const line = /<w:p>.*<\/w:p>/s.exec(withPrefix(draftHeaderXml(), prefix))?.[0] ?? '';
  return line.replace('<w:p>', `<w:p xmlns:w="${WORD}">`);
}

function insertBeforeEnd(xml: string, inner: string): string {
  const end = xml.lastIndexOf('</');
  return xml.slice(0, end) + inner + xml.slice(end);
}

/** A section has the headers of the one ahead, unless it names its own: where neither does, ours is named. */
function missingHeaders(document: string, hasEven: boolean): SourcedSplice[] {
  const scanner = new XmlScanner(document);
  scanner.next();
  const root = elementTree(document, scanner.start, document.length, '<part>');
  const known = new Set<string>();
  return within(root, 'w:sectPr', 'w:sectPrChange').flatMap((section) => {
    for (const type of headersOf(document, section)) known.add(type);
    const needed = [
      'default',
      ...(hasEven ? ['even'] : []),
      ...(hasTitlePage(document, section) ? ['first'] : []),
    ];
    const missing = needed.filter((type) => !known.has(type));
    for (const type of missing) known.add(type);
    const references = missing
      .map((type) => `<w:headerReference xmlns:r="${OFFICE}" w:type="${type}" r:id="${ID}"/>`)
      .join('');
    return references === '' ? [] : [insertAtStart(document, section, references)];
  });
}

function headersOf(document: string, section: ElementNode): string[] {
  return section.children
    .filter(({ name }) => name === 'w:headerReference')
    .map((node) => /\sw:type\s*=\s*["'](\w+)["']/.exec(sourceOf(document, node))?.[1] ?? 'default');
}

function hasTitlePage(document: string, section: ElementNode): boolean {
  const node = childOf(section, 'w:titlePg');
  return node !== undefined && !/w:val\s*=\s*["'](?:0|false|off)["']/.test(sourceOf(document, node));
}

function insertAtStart(
  document: string,
  { start, openEnd, end, tag }: ElementNode,
  inner: string,
): SourcedSplice {
  if (openEnd < end) return { start: openEnd, end: openEnd, write: () => inner };
  const opening = document.slice(start, end).replace(/\s*\/>$/, '>');
  return { start, end, write: () => `${opening}${inner}</${tag}>` };
}
