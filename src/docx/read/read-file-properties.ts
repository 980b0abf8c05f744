import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../../ooxml/package.ts';
import { XmlScanner } from '../../ooxml/xml-scanner.ts';

/** What a file says of who made it, where no page shows it; empty where it says nothing. */
export interface FileProperties {
  readonly creator: string;
  readonly lastModifiedBy: string;
  readonly company: string;
  readonly manager: string;
  /** Own properties of the file that hold anything, by their names. */
  readonly custom: ReadonlyMap<string, string>;
}

/** Reads `docProps/`; what of it cannot be read says nothing. */
export function readFileProperties(opened: OoxmlPackage): FileProperties {
  const core = fields(opened, 'core-properties');
  const extended = fields(opened, 'extended-properties');
  const custom = new Map<string, string>();
  const scanner = openPart(opened, 'custom-properties');
  if (scanner !== undefined) {
    const { depth } = scanner;
    while (scanner.nextChild(depth)) {
      const name = scanner.attribute('name') ?? '';
      const inner = scanner.depth;
      while (scanner.nextChild(inner)) custom.set(name, scanner.content().trim());
    }
  }
  return {
    creator: core.get('dc:creator') ?? '',
    lastModifiedBy: core.get('cp:lastModifiedBy') ?? '',
    company: extended.get('ep:Company') ?? '',
    manager: extended.get('ep:Manager') ?? '',
    custom,
  };
}

function fields(opened: OoxmlPackage, type: string): Map<string, string> {
  const found = new Map<string, string>();
  const scanner = openPart(opened, type);
  if (scanner === undefined) return found;
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    const { name } = scanner;
    if (PERSONAL_PROPERTIES.has(name)) found.set(name, scanner.content().trim());
  }
  return found;
}

const PERSONAL_PROPERTIES: ReadonlySet<string> = new Set([
  'dc:creator',
  'cp:lastModifiedBy',
  'ep:Company',
  'ep:Manager',
]);

/** At the root of the part of that kind. */
function openPart(opened: OoxmlPackage, type: string): XmlScanner | undefined {
  const relations = opened.relationships('');
  if (relations instanceof OoxmlFault) return undefined;
  const names = [type, STRICT_PARTS.get(type)];
  const part = relations.find((each) => names.includes(each.type) && !each.isExternal)?.target;
  const text = part === undefined || !opened.has(part) ? undefined : opened.text(part);
  if (text === undefined || text instanceof OoxmlFault) return undefined;
  const scanner = new XmlScanner(text.text, text.name);
  scanner.next();
  return scanner;
}

/** How strict files call the same. */
const STRICT_PARTS: ReadonlyMap<string, string> = new Map([
  ['extended-properties', 'extendedProperties'],
  ['custom-properties', 'customProperties'],
]);
