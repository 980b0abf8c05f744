import { closeArchive, EMPTY_HEAD, makeEntry } from '../../src/ooxml/zip.ts';

/** An archive of these parts, as this program writes them. */
export function makeZip(parts: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(parts).map(([name, text]) => makeEntry(name, text, 'each'));
  return closeArchive(EMPTY_HEAD, entries, 'test:');
}
