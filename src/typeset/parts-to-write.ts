import { relationshipsOf } from '../ooxml/relationships.ts';
import type { OwnPart } from '../write/docx/write-package.ts';
import { XML_DECLARATION } from '../write/docx/xml.ts';
import type { CarriedPart } from './carried-parts.ts';
import { type NewRelationship, relationshipsXml } from './new-part.ts';
import type { WrittenPart } from './page-headers.ts';

/** The parts of the new file besides the common ones, each with the part of its relationships. */
export function partsToWrite(written: readonly WrittenPart[], carried: readonly CarriedPart[]): OwnPart[] {
  const own = written.map(({ part, xml }) => ({
    name: part.name,
    content: xml,
    contentType: `${WORD_PART_TYPE}.${/word\/([a-z]+)\d*\.xml/.exec(part.name)?.[1] ?? ''}+xml`,
    relationships: part.relationships,
  }));
  const others = carried.map(({ name, bytes, contentType, relationships }) => ({
    name,
    content: bytes,
    contentType,
    relationships,
  }));
  return [...own, ...others].flatMap(({ relationships, ...part }) =>
    relationships.length === 0 ? [part] : [part, relationshipsPart(part.name, relationships)],
  );
}

const WORD_PART_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function relationshipsPart(name: string, relationships: readonly NewRelationship[]): OwnPart {
  const content = `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationshipsXml(relationships)}</Relationships>`;
  return {
    name: relationshipsOf(name),
    content,
    contentType: 'application/vnd.openxmlformats-package.relationships+xml',
  };
}
