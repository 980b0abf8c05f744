import { crc32 } from 'node:zlib';

/** What V8 compiled, as it is kept in a file. */
export interface SealedCode {
  /** What it is bound to: `describeRuntime`. */
  readonly runtime: string;
  /** How many runs of the program it was taken from, each with what the one before knew; below 256. */
  readonly runs: number;
  readonly code: Buffer;
}

/** After the code, which V8 wants at an even address: what it is bound to, runs, the length of these, and a checksum of all of it. */
export function sealCode({ runtime, runs, code }: SealedCode): Buffer {
  const note = Buffer.from(`${String.fromCharCode(runs)}${runtime}`, 'utf8');
  const sealed = Buffer.alloc(code.length + note.length + SEAL_LENGTH);
  code.copy(sealed);
  note.copy(sealed, code.length);
  sealed.writeUInt32LE(note.length, sealed.length - SEAL_LENGTH);
  sealed.writeUInt32LE(crc32(sealed.subarray(0, sealed.length - CHECKSUM)), sealed.length - CHECKSUM);
  return sealed;
}

/** Undefined for whatever is not exactly as it was sealed, for this very runtime: V8 takes damaged code and crashes. */
export function unsealCode(sealed: Buffer, runtime: string): SealedCode | undefined {
  const end = sealed.length - CHECKSUM;
  if (sealed.length < SEAL_LENGTH || crc32(sealed.subarray(0, end)) !== sealed.readUInt32LE(end))
    return undefined;
  const start = sealed.length - SEAL_LENGTH - sealed.readUInt32LE(sealed.length - SEAL_LENGTH);
  if (start < 0) return undefined;
  const note = sealed.toString('utf8', start, sealed.length - SEAL_LENGTH);
  if (note.slice(1) !== runtime) return undefined;
  return { runtime, runs: note.charCodeAt(0), code: sealed.subarray(0, start) };
}

/** Bytes. */
const CHECKSUM = 4;
const SEAL_LENGTH = 4 + CHECKSUM;
