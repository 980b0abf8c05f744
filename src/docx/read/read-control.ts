import type { XmlScanner } from '../../ooxml/xml-scanner.ts';

/** Whether the `w:sdtPr` that was just opened is of a table of contents that Word or WPS keeps. */
export function isContentsControl(scanner: XmlScanner): boolean {
  const { depth } = scanner;
  let isContents = false;
  while (scanner.nextChild(depth)) {
    if (scanner.name !== 'w:docPartObj' && scanner.name !== 'w:docPartList') continue;
    const inner = scanner.depth;
    while (scanner.nextChild(inner))
      isContents ||= /table of contents|目录/i.test(scanner.attribute('w:val') ?? '');
  }
  return isContents;
}
