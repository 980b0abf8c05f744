import { readWord } from '../../src/docx/read/read-word.ts';
import { type ShownParagraph, shownParagraphs } from '../../src/docx/shown-paragraphs.ts';
import type { WordDocument } from '../../src/docx/word-document.ts';
import { OoxmlFault } from '../../src/ooxml/ooxml-fault.ts';
import { makeZip } from '../ooxml/make-zip.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Every namespace that snippets use. */
export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${OFFICE}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:new="urn:example:new"',
].join(' ');

/** What a Word file is made of: parts by what the main part calls them, and files that it brings in. */
export interface Snippets {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly settings?: string;
  readonly theme?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footerEven?: string;
  /** By relationship id: the part's name and what is in it. */
  readonly files?: Readonly<Record<string, readonly [name: string, content: string | Buffer]>>;
}

const ROOTS: Readonly<Record<string, string>> = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  settings: 'w:settings',
  theme: 'a:theme',
  header: 'w:hdr',
  footer: 'w:ftr',
  footerEven: 'w:ftr',
};

/** A .docx of a body and other snippets of XML. Headers and footers have the ids `header`, `footer` and `footerEven`. */
export function makeWord(body: string, { files = {}, ...snippets }: Snippets = {}): Buffer {
  const parts: Record<string, string | Buffer> = {
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml', 'main']]),
    'word/document.xml': element('w:document', `<w:body>${body}</w:body>`),
  };
  const relations: (readonly [string, string, string])[] = [];
  for (const [kind, xml] of Object.entries(snippets)) {
    parts[`word/${kind}.xml`] = element(ROOTS[kind] ?? kind, xml);
    relations.push([kind, `${kind}.xml`, kind]);
  }
  for (const [id, [name, content]] of Object.entries(files)) {
    parts[`word/${name}`] = content;
    relations.push(['aFChunk', name, id]);
  }
  return makeZip({ ...parts, 'word/_rels/document.xml.rels': relationships(relations) });
}

function element(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${name} ${NAMESPACES}>${content}</${name}>`;
}

function relationships(all: readonly (readonly [type: string, target: string, id: string])[]): string {
  const each = all.map(
    ([type, target, id]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

export function readMade(body: string, snippets: Snippets = {}): WordDocument {
  const read = readWord(makeWord(body, snippets));
  if (read instanceof OoxmlFault) throw new Error(`${read.kind} ${read.part} ${read.detail}`);
  return read.document;
}

/** What is shown, a paragraph a line, with the numbers that Word sets. */
export function shownLines(body: string, snippets: Snippets = {}): string[] {
  return shownParagraphs(readMade(body, snippets)).paragraphs.map(lineOf);
}

function lineOf({ text, number }: ShownParagraph): string {
  return `${number?.text ?? ''}${text}`;
}

export function p(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of one run. */
export function line(text: string, properties = ''): string {
  return p(r(text), properties);
}

/** A paragraph of a list. */
export function item(text: string, id: number, level = 0): string {
  return line(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
}

/** `w:lvl`. */
export function level(index: number, format: string, text: string, more = '', start = 1): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** Lists with the uses of each: the use has the list's number. */
export function lists(...all: readonly string[]): string {
  const abstracts = all.map(
    (levels, id) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`,
  );
  const uses = all.map((_, id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`);
  return abstracts.join('') + uses.join('');
}
