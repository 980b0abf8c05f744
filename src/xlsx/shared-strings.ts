import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../ooxml/package.ts';
import { XmlScanner } from '../ooxml/xml-scanner.ts';
import { readStringItem } from './read-text.ts';

/** The texts that cells refer to by their number; none where the workbook has no such part. */
export function readSharedStrings(
  opened: OoxmlPackage,
  part: string | undefined,
): readonly string[] | OoxmlFault {
  if (part === undefined) return [];
  const text = opened.text(part);
  if (text instanceof OoxmlFault) return text;
  const scanner = new XmlScanner(text.text, part);
  scanner.next();
  const { depth } = scanner;
  const strings: string[] = [];
  while (scanner.nextChild(depth)) if (scanner.name === 'x:si') strings.push(readStringItem(scanner));
  return scanner.fault ?? strings;
}
