import { hash } from 'node:crypto';
import { HASH_DIGITS, LABELS, STANDINGS, type Standing, standingOf } from './label.ts';

export const END_RECORD = 22;

/**
 * The fingerprint of a .docx or .xlsx is the archive's comment. Word, WPS and LibreOffice drop it when they save; who changes the bytes and
 * keeps it is found by the hash. Undefined for what is not as we wrote it.
 */
export function recogniseArchive(file: Buffer): Standing | undefined {
  if (file.length < END_RECORD || file.readUInt32LE(0) !== 0x04034b50) return undefined;
  for (const standing of STANDINGS) {
    const end = file.length - END_RECORD - LABELS[standing].length - HASH_DIGITS;
    if (end < 0 || file.readUInt32LE(end) !== 0x06054b50) continue;
    const comment = file.toString('latin1', end + END_RECORD);
    return standingOf(comment, () => hash('sha256', file.subarray(0, end)));
  }
  return undefined;
}
