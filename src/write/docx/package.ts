import { XML_DECLARATION } from './xml.ts';

const PACKAGE_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE_RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A part that word/document.xml refers to: `kind` names both its relationship and its content type. */
export interface WordPart {
  readonly id: string;
  readonly kind: 'styles' | 'settings' | 'fontTable' | 'header' | 'footer';
  readonly name: string;
  readonly xml: string;
}

/** [Content_Types].xml; `own` are parts that this report has besides. */
export function contentTypesXml(
  parts: readonly WordPart[],
  own: readonly { readonly name: string; readonly contentType: string }[] = [],
): string {
  const overrides = [
    override('/word/document.xml', `${WORD_CONTENT_TYPE}.document.main+xml`),
    ...parts.map(({ kind, name }) => override(`/word/${name}`, `${WORD_CONTENT_TYPE}.${kind}+xml`)),
    ...own.map(({ name, contentType }) => override(`/${name}`, contentType)),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
  ].join('');
  return `${XML_DECLARATION}<Types xmlns="${PACKAGE_NAMESPACE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}

/** word/_rels/document.xml.rels; `own` are `Relationship` elements of this report. */
export function documentRelationshipsXml(parts: readonly WordPart[], own = ''): string {
  return relationships([
    ...parts.map(({ id, kind, name }) => relationship(id, `${OFFICE_RELATIONSHIP}/${kind}`, name)),
    own,
  ]);
}

/** _rels/.rels. */
export const PACKAGE_RELATIONSHIPS_XML = relationships([
  relationship('rId1', `${OFFICE_RELATIONSHIP}/officeDocument`, 'word/document.xml'),
  relationship('rId2', `${PACKAGE_NAMESPACE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  relationship('rId3', `${OFFICE_RELATIONSHIP}/extended-properties`, 'docProps/app.xml'),
]);

/** docProps/app.xml; without a version, so that a release does not change files that say the same. */
export const APP_XML = `${XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>report</Application></Properties>`;

function override(name: string, type: string): string {
  return `<Override PartName="${name}" ContentType="${type}"/>`;
}

function relationships(entries: readonly string[]): string {
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_NAMESPACE}/relationships">${entries.join('')}</Relationships>`;
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}
