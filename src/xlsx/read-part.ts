import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../ooxml/package.ts';
import { XmlScanner } from '../ooxml/xml-scanner.ts';

/** Calls `readChild` with the scanner at each child of a part's root; none where the workbook has no such part. A fault where it cannot be read. */
export function readPart(
  opened: OoxmlPackage,
  part: string | undefined,
  readChild: (scanner: XmlScanner) => void,
): OoxmlFault | undefined {
  if (part === undefined) return undefined;
  const text = opened.text(part);
  if (text instanceof OoxmlFault) return text;
  const scanner = new XmlScanner(text.text, part);
  scanner.next();
  const { depth } = scanner;
  while (scanner.nextChild(depth)) readChild(scanner);
  return scanner.fault;
}
