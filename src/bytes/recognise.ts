import { recogniseArchive } from './archive-mark.ts';
import type { Standing } from './label.ts';
import { recogniseTrailing } from './trailing-mark.ts';

/** Whether a file carries our intact fingerprint, whatever its name; undefined for every other, a changed one too. */
export function recogniseOwn(bytes: Uint8Array): Standing | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return recogniseArchive(file) ?? recogniseTrailing(file);
}
