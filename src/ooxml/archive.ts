import { isUtf8 } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { Budget } from './budget.ts';
import { OoxmlFault } from './ooxml-fault.ts';
import type { ZipEntry } from './zip.ts';

/** An archive that is open: its parts are unpacked when they are asked for, each checked against its length and CRC. */
export class Archive {
  /** In the order of the directory, with `/` between folders and none in front. */
  readonly names: readonly string[];
  private readonly file: Buffer;
  private readonly lines: ReadonlyMap<string, DirectoryLine>;
  /** What may still be unpacked; files inside of this one share it. */
  readonly budget: Budget;

  constructor(file: Buffer, lines: readonly DirectoryLine[], budget: Budget) {
    this.file = file;
    this.budget = budget;
    this.names = lines.map(({ name }) => name);
    this.lines = new Map(lines.map((line) => [partKey(line.name), line]));
  }

  has(name: string): boolean {
    return this.lines.has(partKey(name));
  }

  /** The bytes of a part; names are compared without regard to case (OPC, 6.2.2.3). */
  read(name: string): Buffer | OoxmlFault {
    const line = this.lines.get(partKey(name));
    if (line === undefined) return new OoxmlFault('missing-part', name);
    if (line.isEncrypted) return new OoxmlFault('encrypted-part');
    if (line.size > this.budget.left) return new OoxmlFault('too-large', line.name, this.budget.size);
    const packed = this.packed(line);
    if (packed === undefined) return new OoxmlFault('damaged-part', line.name);
    this.budget.spend(line.size);
    return unpack(line, packed);
  }

  /** A part as it is packed, to be put into another archive byte for byte. */
  entry(name: string): ZipEntry | OoxmlFault {
    const line = this.lines.get(partKey(name));
    if (line === undefined) return new OoxmlFault('missing-part', name);
    const data = this.packed(line);
    if (data === undefined) return new OoxmlFault('damaged-part', line.name);
    const { method, crc, size } = line;
    return { name: Buffer.from(line.name), method, crc, size, data };
  }

  private packed({ offset, packedSize }: DirectoryLine): Buffer | undefined {
    const file = this.file;
    if (offset + LOCAL_HEADER_LENGTH > file.length || file.readUInt32LE(offset) !== LOCAL_SIGNATURE)
      return undefined;
    const start =
      offset + LOCAL_HEADER_LENGTH + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    return start + packedSize > file.length ? undefined : file.subarray(start, start + packedSize);
  }
}

/** Opens a ZIP archive (also one with 64-bit fields, or with something in front of it); nothing is unpacked yet. */
export function openArchive(bytes: Uint8Array, budget: Budget = new Budget()): Archive | OoxmlFault {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 4 || file.readUInt16LE(0) !== 0x4b50) return new OoxmlFault('not-an-archive');
  const directory = findDirectory(file);
  if (directory === undefined) return new OoxmlFault('damaged-archive');
  const { parts } = budget.limits;
  if (directory.count > parts) return new OoxmlFault('too-many-parts', '', String(parts));
  const lines = readDirectory(file, directory);
  return lines === undefined ? new OoxmlFault('damaged-archive') : new Archive(file, lines, budget);
}

/** What the central directory says of an entry (APPNOTE 4.3.12). */
interface DirectoryLine {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of the local header in the file. */
  readonly offset: number;
}

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** How many bytes are in front of the archive. */
  readonly shift: number;
}

const LOCAL_SIGNATURE = 0x04034b50;
const LINE_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCAL_HEADER_LENGTH = 30;
const LINE_HEADER = 46;
const END_RECORD = 22;
const LOCATOR = 20;
const END64_RECORD = 56;
const LONGEST_COMMENT = 0xffff;
/** In a field of 32 bits: see the 64-bit one. */
const IN_ZIP64 = 0xffffffff;

/** Names a part whatever way it is written: some programs write `word\document.xml`, some `/word/document.xml`. */
function plainPartName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function partKey(name: string): string {
  return plainPartName(name).toLowerCase();
}

function findDirectory(file: Buffer): Directory | undefined {
  const last = file.length - END_RECORD;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (file[at] !== 0x50 || file.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_RECORD + file.readUInt16LE(at + 20) > file.length) continue;
    const directory = readEnd64(file, at) ?? {
      count: file.readUInt16LE(at + 10),
      size: file.readUInt32LE(at + 12),
      start: file.readUInt32LE(at + 16),
      end: at,
    };
    const start = directory.end - directory.size;
    if (start < directory.start) return undefined;
    return { start, end: directory.end, count: directory.count, shift: start - directory.start };
  }
  return undefined;
}

/** The end record with 64-bit fields, which is in front of a locator, in front of the plain end record. */
function readEnd64(file: Buffer, plainEnd: number) {
  const locator = plainEnd - LOCATOR;
  const end = locator - END64_RECORD;
  if (end < 0 || file.readUInt32LE(locator) !== LOCATOR_SIGNATURE) return undefined;
  if (file.readUInt32LE(end) !== END64_SIGNATURE) return undefined;
  return {
    count: readUInt64(file, end + 32),
    size: readUInt64(file, end + 40),
    start: readUInt64(file, end + 48),
    end,
  };
}

function readDirectory(file: Buffer, { start, end, count, shift }: Directory): DirectoryLine[] | undefined {
  const lines: DirectoryLine[] = [];
  const seen = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + LINE_HEADER > end || file.readUInt32LE(at) !== LINE_SIGNATURE) return undefined;
    const nameEnd = at + LINE_HEADER + file.readUInt16LE(at + 28);
    const extraEnd = nameEnd + file.readUInt16LE(at + 30);
    if (extraEnd > end) return undefined;
    const line = readDirectoryLine(file, at, nameEnd, extraEnd, shift);
    if (seen.has(partKey(line.name))) return undefined;
    seen.add(partKey(line.name));
    lines.push(line);
    at = extraEnd + file.readUInt16LE(at + 32);
  }
  return lines;
}

function readDirectoryLine(
  file: Buffer,
  at: number,
  nameEnd: number,
  extraEnd: number,
  shift: number,
): DirectoryLine {
  const name = file.subarray(at + LINE_HEADER, nameEnd);
  const wide = wideFields(file.subarray(nameEnd, extraEnd));
  const field = (offset: number): number => {
    const value = file.readUInt32LE(offset);
    return value === IN_ZIP64 ? (wide.shift() ?? value) : value;
  };
  const size = field(at + 24);
  const packedSize = field(at + 20);
  const offset = field(at + 42) + shift;
  return {
    name: plainPartName(name.toString(isUtf8(name) ? 'utf8' : 'latin1')),
    isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    packedSize,
    size,
    offset,
  };
}

/** The numbers of the extra field 1, in which an entry has its 64-bit fields (APPNOTE 4.5.3). */
function wideFields(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    const fields: number[] = [];
    for (let field = at + 4; field + 8 <= end; field += 8) fields.push(readUInt64(extra, field));
    return fields;
  }
  return [];
}

function readUInt64(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
}

/** Never makes more bytes than the directory promises, whatever the stream holds. */
function unpack({ name, method, crc, size }: DirectoryLine, packed: Buffer): Buffer | OoxmlFault {
  const bytes = method === 0 ? packed : method === 8 ? inflate(packed, size) : undefined;
  if (method !== 0 && method !== 8) return new OoxmlFault('unknown-compression', name);
  const isWhole = bytes !== undefined && bytes.length === size && crc32(bytes) === crc;
  return isWhole ? bytes : new OoxmlFault('damaged-part', name);
}

function inflate(packed: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size), chunkSize: chunkFor(size) });
  } catch {
    return undefined;
  }
}

/** A part in one piece where it is not too large: pieces would have to be joined. */
function chunkFor(size: number): number {
  return Math.min(Math.max(size + 64, 1024), 1 << 22);
}
