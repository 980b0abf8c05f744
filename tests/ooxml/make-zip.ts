import { crc32 } from 'node:zlib';
import { closeArchive, EMPTY_HEAD, makeEntry, type ZipEntry } from '../../src/ooxml/zip.ts';

/** An archive of these parts, as this program writes them; what is no text is stored. */
export function makeZip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const entries = Object.entries(parts).map(([name, content]) =>
    typeof content === 'string' ? makeEntry(name, content, 'each') : stored(name, content),
  );
  return closeArchive(EMPTY_HEAD, entries, 'test:');
}

function stored(name: string, data: Buffer): ZipEntry {
  return { name: Buffer.from(name), method: 0, crc: crc32(data), size: data.length, data };
}
