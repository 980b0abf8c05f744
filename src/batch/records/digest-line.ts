import type { UnitDigest } from '../../prose/unit-digest.ts';
import { entryLine } from './log-line.ts';

/** A unit's digest as its log keeps it, under the unit's output; it is made from the facts file. */
export interface StoredDigest extends Omit<UnitDigest, 'file' | 'grams'> {
  /** The bytes of doubles, in base64: half of what their figures take. */
  readonly grams: string;
}

/** `facts` is the digest of the facts file. */
export function toDigestLine(
  output: string,
  facts: string,
  { name, own, mentions, grams }: UnitDigest,
): string {
  const bytes = Buffer.from(new Float64Array(grams).buffer);
  const value = { name, own, mentions, grams: bytes.toString('base64') } satisfies StoredDigest;
  return entryLine(output, facts, value);
}

/** A stored digest, under the path that its facts have now. */
export function fromStoredDigest(stored: StoredDigest, file: string): UnitDigest {
  return new ReadDigest(stored, file);
}

class ReadDigest implements UnitDigest {
  readonly file: string;
  readonly name: string;
  readonly own: readonly string[];
  readonly mentions: readonly string[];
  readonly #grams: string;

  constructor({ name, own, mentions, grams }: StoredDigest, file: string) {
    this.file = file;
    this.name = name;
    this.own = own;
    this.mentions = mentions;
    this.#grams = grams;
  }

  /** Read only when they are asked for: most who go through the digests have no use for them. */
  get grams(): Float64Array {
    return new Float64Array(new Uint8Array(Buffer.from(this.#grams, 'base64')).buffer);
  }
}
