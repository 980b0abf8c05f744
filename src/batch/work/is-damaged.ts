import { crc32, inflateRawSync } from 'node:zlib';

/**
 * Whether a .docx cannot be what any program saved: cut off, or with parts that do not match their checksums (APPNOTE.TXT 4.3). An edited
 * one is a sound archive, so this tells damage from work that must be kept.
 */
export function isDamaged(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(END_RECORD);
  if (end === -1) return true;
  try {
    return !hasSoundEntries(file, end);
  } catch {
    // A length or an offset that leads nowhere, or data that is no deflate stream.
    return true;
  }
}

const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const ENTRY = 0x02014b50;

function hasSoundEntries(file: Buffer, end: number): boolean {
  let entry = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (file.readUInt32LE(entry) !== ENTRY || !isSound(file, entry)) return false;
    const lengths = [28, 30, 32].map((offset) => file.readUInt16LE(entry + offset));
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return true;
}

function isSound(file: Buffer, entry: number): boolean {
  const header = file.readUInt32LE(entry + 42);
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  const data = file.subarray(start, start + file.readUInt32LE(entry + 20));
  const isDeflated = file.readUInt16LE(entry + 10) === 8;
  return crc32(isDeflated ? inflateRawSync(data) : data) === file.readUInt32LE(entry + 16);
}
