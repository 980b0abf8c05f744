import type { XmlScanner } from './xml-scanner.ts';

/**
 * Reads `mc:AlternateContent`, which was just opened, as Word does (ISO/IEC 29500-3): the first choice whose namespaces are all
 * known, else the fallback. `read` is called on the opened branch, whose children replace the whole.
 */
export function readAlternate(scanner: XmlScanner, read: () => void): void {
  const { depth } = scanner;
  let isRead = false;
  while (scanner.nextChild(depth)) {
    if (isRead || !isWanted(scanner)) continue;
    isRead = true;
    read();
  }
}

function isWanted(scanner: XmlScanner): boolean {
  if (scanner.name === 'mc:Fallback') return true;
  if (scanner.name !== 'mc:Choice') return false;
  const required = (scanner.attribute('Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
  return required.every((prefix) => scanner.namespaceOf(prefix) !== undefined);
}
