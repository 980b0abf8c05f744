import { transcode } from 'node:buffer';
import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';

/** 1980-01-01 00:00, the earliest date that ZIP knows: the clock never enters a file. */
const ZIP_DATE = (1 << 5) | 1;
const STORED = 0;
const DEFLATED = 8;
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x800;
const ZIP_VERSION = 20;
const END_RECORD = 22;
/** SHA-256 in hexadecimal digits. */
const HASH_LENGTH = 64;

/** One file of an archive, ready to be put in. */
export interface ZipEntry {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Buffer;
}

/** How much work compression is worth. */
export type DeflateEffort = 'once' | 'each' | 'none';

/**
 * `once` is for what many files share. `each` is for what is made anew for every file: the shortest search takes little more than half of
 * the time for a fifteenth more bytes. `none` stores, which is quicker still for a short text.
 */
const ZLIB_OPTIONS: Readonly<Record<Exclude<DeflateEffort, 'none'>, ZlibOptions>> = {
  once: { level: 9 },
  each: { level: 1, memLevel: 9 },
};

/** Makes an entry of a text. */
export function makeEntry(name: string, text: string, effort: DeflateEffort): ZipEntry {
  const isStored = effort === 'none';
  const bytes = isStored ? Buffer.from(text) : encodeScratch(text);
  const data = isStored ? bytes : deflateRawSync(bytes, ZLIB_OPTIONS[effort]);
  const method = isStored ? STORED : DEFLATED;
  return { name: Buffer.from(name), method, crc: crc32(bytes), size: bytes.length, data };
}

/** Makes an entry of a part's bytes, compressed with as much work as a file that is made once is worth. */
export function makeEntryOfBytes(name: string, bytes: Buffer): ZipEntry {
  const data = deflateRawSync(bytes, ZLIB_OPTIONS.once);
  return { name: Buffer.from(name), method: DEFLATED, crc: crc32(bytes), size: bytes.length, data };
}

/** Makes the same entry of a text that comes in pieces, and is never in memory as a whole. */
export async function makeEntryOfPieces(
  name: string,
  pieces: Iterable<string>,
  effort: Exclude<DeflateEffort, 'none'>,
): Promise<ZipEntry> {
  let crc = 0;
  let size = 0;
  function* encoded(): Generator<Buffer> {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      crc = crc32(bytes, crc);
      size += bytes.length;
      yield bytes;
    }
  }
  const deflate = createDeflateRaw(ZLIB_OPTIONS[effort]);
  const [data] = await Promise.all([
    buffer(deflate),
    pipeline(Readable.from(encoded(), { objectMode: false }), deflate),
  ]);
  return { name: Buffer.from(name), method: DEFLATED, crc, size, data };
}

/** Where texts stand on their way to be compressed. */
const SCRATCH = Buffer.allocUnsafeSlow(1 << 20);

/** UTF-8 by way of UTF-16, in which strings are kept: that takes half of the time. */
function encodeScratch(text: string): Buffer {
  if (text.length * 2 > SCRATCH.length) return Buffer.from(text);
  const units = SCRATCH.subarray(0, SCRATCH.write(text, 'utf16le'));
  try {
    return transcode(units, 'utf16le', 'utf8');
  } catch {
    // Half of a character has no bytes of its own; it becomes U+FFFD.
    return Buffer.from(text);
  }
}

/** The head of an archive whose entries do not change: their bytes, and their lines of the directory. */
export interface ArchiveHead {
  readonly content: Buffer;
  readonly directory: Buffer;
  readonly count: number;
}

export const EMPTY_HEAD: ArchiveHead = { content: Buffer.alloc(0), directory: Buffer.alloc(0), count: 0 };

/** Adds entries after those that are there. */
export function appendEntries(head: ArchiveHead, entries: readonly ZipEntry[]): ArchiveHead {
  const { archive, directory } = layOut(head, entries, 0);
  return {
    content: archive.subarray(0, directory),
    directory: archive.subarray(directory),
    count: head.count + entries.length,
  };
}

/** The whole archive; its comment is `label` and the SHA-256 of everything before the end record. */
export function closeArchive(head: ArchiveHead, entries: readonly ZipEntry[], label: string): Buffer {
  const { archive, directory, end } = layOut(head, entries, END_RECORD + label.length + HASH_LENGTH);
  archive.writeUInt32LE(0x06054b50, end);
  archive.writeUInt16LE(head.count + entries.length, end + 8);
  archive.writeUInt16LE(head.count + entries.length, end + 10);
  archive.writeUInt32LE(end - directory, end + 12);
  archive.writeUInt32LE(directory, end + 16);
  archive.writeUInt16LE(label.length + HASH_LENGTH, end + 20);
  archive.write(label + hash('sha256', archive.subarray(0, end)), end + END_RECORD, 'latin1');
  return archive;
}

const LOCAL_HEADER = 30;
const DIRECTORY_HEADER = 46;

/** The entries and their directory, which begins at `directory` and ends at `end`, with so many bytes left after it. */
function layOut(
  head: ArchiveHead,
  entries: readonly ZipEntry[],
  left: number,
): { readonly archive: Buffer; readonly directory: number; readonly end: number } {
  let directory = head.content.length;
  for (const { name, data } of entries) directory += LOCAL_HEADER + name.length + data.length;
  let end = directory + head.directory.length;
  for (const { name } of entries) end += DIRECTORY_HEADER + name.length;
  const archive = Buffer.alloc(end + left);
  archive.set(head.content, 0);
  archive.set(head.directory, directory);
  let at = head.content.length;
  let line = directory + head.directory.length;
  for (const entry of entries) {
    line = writeLine(archive, line, entry, at);
    at = writeEntry(archive, at, entry);
  }
  return { archive, directory, end };
}

/** Writes an entry; returns where it ends. */
function writeEntry(archive: Buffer, at: number, entry: ZipEntry): number {
  const { name, data } = entry;
  archive.writeUInt32LE(0x04034b50, at);
  writeShared(archive, at + 4, entry);
  archive.set(name, at + LOCAL_HEADER);
  archive.set(data, at + LOCAL_HEADER + name.length);
  return at + LOCAL_HEADER + name.length + data.length;
}

/** Writes an entry's line of the directory; returns where it ends. */
function writeLine(archive: Buffer, at: number, entry: ZipEntry, offset: number): number {
  archive.writeUInt32LE(0x02014b50, at);
  archive.writeUInt16LE(ZIP_VERSION, at + 4);
  writeShared(archive, at + 6, entry);
  archive.writeUInt32LE(offset, at + 42);
  archive.set(entry.name, at + DIRECTORY_HEADER);
  return at + DIRECTORY_HEADER + entry.name.length;
}

/** What the local header and the directory say alike. */
function writeShared(header: Buffer, at: number, { name, method, crc, size, data }: ZipEntry): void {
  header.writeUInt16LE(ZIP_VERSION, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt16LE(ZIP_DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(data.length, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}
