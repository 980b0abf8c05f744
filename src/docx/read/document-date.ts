import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../../ooxml/package.ts';
import { XmlScanner } from '../../ooxml/xml-scanner.ts';

/** When a file says that it was last changed, or made; undefined where it does not. */
export function documentDate(opened: OoxmlPackage): Date | undefined {
  const relations = opened.relationships('');
  const related = relations instanceof OoxmlFault ? [] : relations;
  const name =
    related.find(({ type, isExternal }) => type === 'core-properties' && !isExternal)?.target ??
    CORE_PROPERTIES;
  const part = opened.has(name) ? opened.text(name) : undefined;
  if (part === undefined || part instanceof OoxmlFault) return undefined;
  const dates = new Map<string, string>();
  const scanner = new XmlScanner(part.text, part.name);
  scanner.next();
  const { depth } = scanner;
  while (scanner.nextChild(depth)) dates.set(scanner.name, scanner.content().trim());
  return propertyDate(dates.get('dcterms:modified')) ?? propertyDate(dates.get('dcterms:created'));
}

const CORE_PROPERTIES = 'docProps/core.xml';

/** W3CDTF; a time without a zone is taken as it stands, whatever the machine's zone is. */
function propertyDate(written = ''): Date | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(written);
  if (match === null) return undefined;
  const date = new Date(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? 'Z'}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
