import { hash } from 'node:crypto';
import { crc32, deflateRawSync, type ZlibOptions } from 'node:zlib';

/** 1980-01-01 00:00, the earliest date that ZIP knows: the clock never enters a file. */
const DATE = (1 << 5) | 1;
const STORED = 0;
const DEFLATED = 8;
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x800;
const VERSION = 20;
const END_RECORD = 22;
/** SHA-256 in hexadecimal digits. */
const HASH = 64;

/** One file of an archive, ready to be put in. */
export interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Buffer;
}

/** How much work compression is worth. */
export type Effort = 'once' | 'each' | 'none';

/**
 * `once` is for what many files share. `each` is for what is made anew for every file: the shortest search takes little more than half of
 * the time for a fifteenth more bytes. `none` stores, which is quicker still for a short text.
 */
const OPTIONS: Readonly<Record<Exclude<Effort, 'none'>, ZlibOptions>> = {
  once: { level: 9 },
  each: { level: 1, memLevel: 9 },
};

/** Makes an entry of a text. */
export function makeEntry(name: string, text: string, effort: Effort): Entry {
  const isStored = effort === 'none';
  const bytes = isStored ? Buffer.from(text) : encode(text);
  const data = isStored ? bytes : deflateRawSync(bytes, OPTIONS[effort]);
  const method = isStored ? STORED : DEFLATED;
  return { name: Buffer.from(name), method, crc: crc32(bytes), size: bytes.length, data };
}

/** Where texts become bytes on their way to be compressed; a new buffer for each would have to be measured and made. */
const SCRATCH = Buffer.allocUnsafeSlow(1 << 20);
/** Of a UTF-16 unit in UTF-8. */
const MOST_BYTES = 3;

function encode(text: string): Buffer {
  if (text.length * MOST_BYTES > SCRATCH.length) return Buffer.from(text);
  return SCRATCH.subarray(0, SCRATCH.write(text));
}

/** The head of an archive whose entries do not change: their bytes, and their lines of the directory. */
export interface ArchiveHead {
  readonly content: Buffer;
  readonly directory: Buffer;
  readonly count: number;
}

export const EMPTY_HEAD: ArchiveHead = { content: Buffer.alloc(0), directory: Buffer.alloc(0), count: 0 };

/** Adds entries behind those that are there. */
export function appendEntries(head: ArchiveHead, entries: readonly Entry[]): ArchiveHead {
  const content = [head.content];
  const directory = [head.directory];
  let offset = head.content.length;
  for (const entry of entries) {
    const local = localHeader(entry);
    content.push(local, entry.name, entry.data);
    directory.push(directoryHeader(entry, offset), entry.name);
    offset += local.length + entry.name.length + entry.data.length;
  }
  return {
    content: Buffer.concat(content),
    directory: Buffer.concat(directory),
    count: head.count + entries.length,
  };
}

/** Closes an archive; its comment is `label` and the SHA-256 of everything before the end record. */
export function closeArchive({ content, directory, count }: ArchiveHead, label: string): Buffer {
  const end = Buffer.alloc(END_RECORD);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(content.length, 16);
  end.writeUInt16LE(label.length + HASH, 20);
  const before = content.length + directory.length;
  const archive = Buffer.concat([content, directory, end], before + END_RECORD + label.length + HASH);
  archive.write(label + hash('sha256', archive.subarray(0, before)), before + END_RECORD, 'latin1');
  return archive;
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeShared(header, 4, entry);
  return header;
}

function directoryHeader(entry: Entry, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeShared(header, 6, entry);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** What the local header and the directory say alike. */
function writeShared(header: Buffer, at: number, { name, method, crc, size, data }: Entry): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(data.length, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}
