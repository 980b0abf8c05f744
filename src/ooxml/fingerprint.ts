import { hash } from 'node:crypto';

/** Begins the comment of every archive that we write; the hash of what stands before the end record follows. */
export const FINGERPRINT_LABEL = 'report:1:';

const END_RECORD = 22;
const COMMENT = FINGERPRINT_LABEL.length + 64;

/**
 * Tells whose file this is: as we wrote it, changed since (or made by somebody else: both are kept), or no .docx at all.
 * Word and WPS drop the comment when they save; who changes the bytes and keeps it is found by the hash.
 */
export function classifyDocx(bytes: Uint8Array): 'ours-untouched' | 'edited' | 'not-a-docx' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < END_RECORD || file.readUInt32LE(0) !== 0x04034b50) return 'not-a-docx';
  const end = file.length - END_RECORD - COMMENT;
  if (end < 0 || file.readUInt32LE(end) !== 0x06054b50) return 'edited';
  const comment = file.subarray(end + END_RECORD).toString('latin1');
  return comment === FINGERPRINT_LABEL + hash('sha256', file.subarray(0, end)) ? 'ours-untouched' : 'edited';
}
