import type { UnitDigest } from '../../likeness/unit-digest.ts';
import { toLine } from './record-lines.ts';

/** A unit's digest as the store keeps it. */
export interface DigestLine extends Omit<UnitDigest, 'file' | 'grams'> {
  readonly output: string;
  /** The digest of the facts file that it was made of. */
  readonly facts: string;
  /** The bytes of doubles, in base64: half of what their figures take. */
  readonly grams: string;
}

export function toDigestLine(
  output: string,
  facts: string,
  { name, own, mentions, grams }: UnitDigest,
): string {
  const bytes = Buffer.from(new Float64Array(grams).buffer);
  return toLine({ output, facts, name, own, mentions, grams: bytes.toString('base64') } satisfies DigestLine);
}

/** The digest of a line, under the path that its facts have now. */
export function fromDigestLine(line: DigestLine, file: string): UnitDigest {
  return new DigestOfLine(line, file);
}

class DigestOfLine implements UnitDigest {
  readonly file: string;
  readonly name: string;
  readonly own: readonly string[];
  readonly mentions: readonly string[];
  readonly #grams: string;

  constructor({ name, own, mentions, grams }: DigestLine, file: string) {
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
