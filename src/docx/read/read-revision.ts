import type { XmlScanner } from '../../ooxml/xml-scanner.ts';
import type { Revision } from '../word-document.ts';

const REVISION_KINDS: ReadonlyMap<string, Revision['kind']> = new Map([
  ['w:ins', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'moved-from'],
  ['w:moveTo', 'moved-to'],
]);

/** The revision that the element just opened stands for; undefined where it is none. */
export function readRevision(scanner: XmlScanner): Revision | undefined {
  const kind = REVISION_KINDS.get(scanner.name);
  if (kind === undefined) return undefined;
  return {
    kind,
    id: scanner.attribute('w:id') ?? '',
    author: scanner.attribute('w:author') ?? '',
    date: scanner.attribute('w:date') ?? '',
  };
}

/** Whether Word, with all changes accepted, no longer shows what the revision is about. */
export function takesAway({ kind }: Revision): boolean {
  return kind === 'deleted' || kind === 'moved-from';
}
