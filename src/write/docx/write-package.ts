import { LABELS } from '../../bytes/label.ts';
import type { Layout } from '../../format/layout.ts';
import { closeArchive, EMPTY_HEAD, makeEntry, makeEntryOfBytes } from '../../ooxml/zip.ts';
import type { Properties } from '../writer.ts';
import { corePropertiesXml } from './core-properties.ts';
import { APP_XML, contentTypesXml, documentRelationshipsXml, PACKAGE_RELATIONSHIPS_XML } from './package.ts';
import { wordParts } from './shell.ts';

/** A part that a report has besides those that all reports have. */
export interface OwnPart {
  /** In the archive. */
  readonly name: string;
  readonly content: string | Buffer;
  readonly contentType: string;
}

/** Somebody's report that is set anew: its text is there already, with parts of its own. */
export interface OwnPackage {
  readonly document: string;
  readonly title: string;
  readonly properties: Properties;
  readonly hasLandscape: boolean;
  readonly parts: readonly OwnPart[];
  /** `Relationship` elements of word/document.xml besides those of the common parts. */
  readonly relationships: string;
  /** `w:style` elements, and children of `w:settings` that come before `w:compat`. */
  readonly styles: string;
  readonly settings: string;
}

/** Writes a .docx with the parts that all reports have and some of its own; its fingerprint says that it was set, not built from facts. */
export function writePackage(own: OwnPackage, layout: Layout): Uint8Array {
  const parts = wordParts(layout, { isDraft: false, hasLandscape: own.hasLandscape }).map((part) => ({
    ...part,
    xml: withOwn(part.kind, part.xml, own),
  }));
  const files: readonly (readonly [name: string, content: string | Buffer])[] = [
    ['[Content_Types].xml', contentTypesXml(parts, own.parts)],
    ['_rels/.rels', PACKAGE_RELATIONSHIPS_XML],
    ['word/_rels/document.xml.rels', documentRelationshipsXml(parts, own.relationships)],
    ...parts.map(({ name, xml }) => [`word/${name}`, xml] as const),
    ['docProps/app.xml', APP_XML],
    ...own.parts.map(({ name, content }) => [name, content] as const),
    ['docProps/core.xml', corePropertiesXml(own.title, own.properties)],
    ['word/document.xml', own.document],
  ];
  const entries = files.map(([name, content]) =>
    typeof content === 'string' ? makeEntry(name, content, 'once') : makeEntryOfBytes(name, content),
  );
  return closeArchive(EMPTY_HEAD, entries, LABELS.typeset);
}

function withOwn(kind: string, xml: string, { styles, settings }: OwnPackage): string {
  if (kind === 'styles') return xml.replace('</w:styles>', `${styles}</w:styles>`);
  return kind === 'settings' ? xml.replace('<w:compat>', `${settings}<w:compat>`) : xml;
}
