/** The length of the stretches that are compared; any 60 characters shared hold one that begins where either index looks. */
export const GRAM = 30;

/**
 * The hash of every stretch of GRAM characters of a text, by its first character: 32 bits, rolled along, so that the cost is one
 * step a character (Rabin and Karp).
 */
export function gramHashes(text: string): Int32Array {
  const count = text.length - GRAM + 1;
  if (count <= 0) return new Int32Array(0);
  const hashes = new Int32Array(count);
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
    if (at >= GRAM) hash = (hash - Math.imul(text.charCodeAt(at - GRAM), LEAVING)) | 0;
    if (at >= GRAM - 1) hashes[at - GRAM + 1] = hash;
  }
  return hashes;
}

const BASE = 1_000_003;
/** BASE to the power of GRAM: the weight of the character that leaves. */
const LEAVING = Array.from({ length: GRAM }).reduce<number>((power) => Math.imul(power, BASE), 1);
