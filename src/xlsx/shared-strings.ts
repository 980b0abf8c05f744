import type { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import type { OoxmlPackage } from '../ooxml/package.ts';
import { readPart } from './read-part.ts';
import { readStringItem } from './read-text.ts';

/** The texts that cells refer to by their number; none where the workbook has no such part. */
export function readSharedStrings(
  opened: OoxmlPackage,
  part: string | undefined,
): readonly string[] | OoxmlFault {
  const strings: string[] = [];
  const fault = readPart(opened, part, (scanner) => {
    if (scanner.name === 'x:si') strings.push(readStringItem(scanner));
  });
  return fault ?? strings;
}
