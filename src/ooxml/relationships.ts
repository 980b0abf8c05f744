import type { Archive } from './archive.ts';
import type { PartText } from './decode-part.ts';
import type { OoxmlFault } from './ooxml-fault.ts';
import { XmlScanner } from './xml-scanner.ts';

/** What a part has to do with another one, or with an address outside of the file. */
export interface Relationship {
  readonly id: string;
  /** The last piece of the type's address (`styles`, `footnotes`, `image`), which strict and transitional files share. */
  readonly type: string;
  /** All of that address, as it is written. */
  readonly address: string;
  /** A part's name, or, outside, the address as it is written. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The name of the part that holds the relationships of a part: `word/_rels/document.xml.rels`. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Reads a relationships part; targets become names of the archive's parts. */
export function readRelationships(
  { text, name }: PartText,
  archive: Pick<Archive, 'has'>,
  source: string,
): readonly Relationship[] | OoxmlFault {
  const scanner = new XmlScanner(text, name);
  scanner.next();
  const relationships: Relationship[] = [];
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const type = scanner.attribute('Type') ?? '';
    const target = scanner.attribute('Target') ?? '';
    const isExternal = scanner.attribute('TargetMode') === 'External';
    relationships.push({
      id: scanner.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      address: type,
      target: isExternal ? target : archivePart(resolve(source, target), archive),
      isExternal,
    });
  }
  return scanner.fault ?? relationships;
}

/** Targets are addresses: relative to the part's folder, with `.` and `..`, whatever way the slash leans, perhaps with a `#`. */
function resolve(source: string, target: string): string {
  const path = target.replaceAll('\\', '/').replace(/#.*$/, '');
  const folder = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '.' && step !== '') folder.push(step);
  }
  return folder.join('/');
}

/** An address may be written with %XX where the archive has the characters themselves. */
function archivePart(name: string, archive: Pick<Archive, 'has'>): string {
  if (archive.has(name) || !name.includes('%')) return name;
  try {
    const plain = decodeURIComponent(name);
    return archive.has(plain) ? plain : name;
  } catch {
    return name;
  }
}
