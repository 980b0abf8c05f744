import type { PartText } from '../../ooxml/decode-part.ts';
import type { Relationship } from '../../ooxml/relationships.ts';
import { XmlScanner } from '../../ooxml/xml-scanner.ts';
import { escapeXml } from '../../ooxml/xml-text.ts';
import type { Marking } from './marking.ts';
import { addressOf, type PartNames, partNames } from './part-names.ts';

/** A comment; each line is a paragraph of it. */
export interface MarkComment {
  readonly id: number;
  readonly lines: readonly string[];
}

/** The comments part with further comments at its end, or a new one. */
export function commentsPart(
  old: PartText | undefined,
  comments: readonly MarkComment[],
  { isStrict, ...marking }: Marking & { readonly isStrict: boolean },
): string {
  const text = old?.text ?? `${DECLARATION}<w:comments xmlns:w="${addressOf(isStrict)}"></w:comments>`;
  const names = partNames(text, isStrict);
  return putAtEnd(text, comments.map((comment) => writeComment(comment, names, marking)).join(''));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Small, upright and without the indents that a report's paragraphs have: the file's own styles are made for its pages. */
function writeComment(
  { id, lines }: MarkComment,
  names: PartNames,
  { author, initials, date }: Marking,
): string {
  const { prefix: w, declaration } = names;
  const when = date === undefined ? '' : ` ${w}:date="${date}"`;
  const indents = ` ${w}:firstLineChars="0" ${w}:firstLine="0"`;
  const properties =
    `<${w}:pPr><${w}:snapToGrid ${w}:val="0"/>` +
    `<${w}:spacing ${w}:before="0" ${w}:after="0" ${w}:line="240" ${w}:lineRule="auto"/>` +
    `<${w}:ind${indents}/><${w}:jc ${w}:val="${names.isStrict ? 'start' : 'left'}"/></${w}:pPr>`;
  const look = `<${w}:rPr><${w}:sz ${w}:val="18"/><${w}:szCs ${w}:val="18"/></${w}:rPr>`;
  const paragraphs = lines.map((line, index) => {
    const mark = index === 0 ? `<${w}:r><${w}:annotationRef/></${w}:r>` : '';
    const run = `<${w}:r>${look}<${w}:t xml:space="preserve">${escapeXml(line)}</${w}:t></${w}:r>`;
    return `<${w}:p>${properties}${mark}${run}</${w}:p>`;
  });
  const head = ` ${w}:id="${id}" ${w}:author="${escapeXml(author)}"${when} ${w}:initials="${escapeXml(initials)}"`;
  return `<${w}:comment${declaration}${head}>${paragraphs.join('')}</${w}:comment>`;
}

/** The relationships of the main part with one to the comments. */
export function withRelationship(
  old: string | undefined,
  known: readonly Relationship[],
  { target, isStrict }: { readonly target: string; readonly isStrict: boolean },
): string {
  const text =
    old ??
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
  const ids = new Set(known.map(({ id }) => id.toLowerCase()));
  let number = known.length + 1;
  while (ids.has(`rid${number}`)) number += 1;
  const base = isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const tag = tagLike(text, 'Relationship');
  return putAtEnd(text, `<${tag} Id="rId${number}" Type="${base}/comments" Target="${escapeXml(target)}"/>`);
}

/** `[Content_Types].xml` with the type of a comments part; one that named it otherwise gives way. */
export function withContentType(old: string | undefined, part: string): string {
  const text =
    old ??
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`;
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
  return putAtEnd(
    text,
    `<${tagLike(text, 'Override')} PartName="/${escapeXml(part)}" ContentType="${type}"/>`,
  );
}

/** An element's name with the prefix that the root has. */
function tagLike(xml: string, name: string): string {
  const prefix = /^<([\w.-]+:)?/.exec(xml.slice(rootOf(xml).start))?.[1] ?? '';
  return prefix + name;
}

/** Puts elements at the end of the root, whether that is empty or not. */
function putAtEnd(xml: string, elements: string): string {
  const { start, end, isEmpty } = rootOf(xml);
  if (!isEmpty) {
    const close = xml.lastIndexOf('</');
    return xml.slice(0, close) + elements + xml.slice(close);
  }
  const opened = xml.slice(0, end).replace(/\s*\/>$/, '>');
  const tag = /^<([^\s/>]+)/.exec(xml.slice(start))?.[1] ?? '';
  return `${opened}${elements}</${tag}>${xml.slice(end)}`;
}

function rootOf(xml: string): Pick<XmlScanner, 'start' | 'end' | 'isEmpty'> {
  const scanner = new XmlScanner(xml);
  scanner.next();
  const { start, end, isEmpty } = scanner;
  return { start, end, isEmpty };
}
