import { HASH, SPACE } from '../facts/fast/characters.ts';
/** Whether a facts file holds ` #` with no space after it at all; most do not, and need no closer look. */
export function mayHoldCuts(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(' #'); at !== -1; at = buffer.indexOf(' #', at + 2)) {
    const next = buffer[at + 2] ?? LINE_FEED;
    if (next > SPACE && next !== HASH) return true;
  }
  return false;
}

const LINE_FEED = 0x0a;
