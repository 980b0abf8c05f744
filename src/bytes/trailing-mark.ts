import { hash } from 'node:crypto';
import { HASH_DIGITS, LABELS, type Standing, standingOf } from './label.ts';

/** How a kind of file says something that is no part of what it shows. */
const COMMENTS = {
  html: { begins: '<!--', ends: '-->\n' },
  pdf: { begins: '%', ends: '\n' },
} as const;

/** Adds our fingerprint to a finished .html or .pdf as a comment at its end. */
export function sealed(bytes: Uint8Array, kind: keyof typeof COMMENTS, standing: Standing): Uint8Array {
  const { begins, ends } = COMMENTS[kind];
  return Buffer.concat([
    bytes,
    Buffer.from(begins + LABELS[standing] + hash('sha256', bytes) + ends, 'latin1'),
  ]);
}

/** Undefined for what does not end with the fingerprint of all that comes before it. */
export function recogniseTrailing(file: Buffer): Standing | undefined {
  const tail = file.toString('latin1', Math.max(0, file.length - LONGEST_TRAILER));
  for (const { begins, ends } of Object.values(COMMENTS)) {
    const at = tail.lastIndexOf(begins + LABELS.final);
    if (at === -1 || !tail.endsWith(ends)) continue;
    const mark = tail.slice(at + begins.length, tail.length - ends.length);
    const content = file.subarray(0, file.length - (tail.length - at));
    const standing = standingOf(mark, () => hash('sha256', content));
    if (standing !== undefined) return standing;
  }
  return undefined;
}

/** Characters of the longest comment; every label begins as that of a final report does. */
const LONGEST_TRAILER =
  COMMENTS.html.begins.length + LABELS.draft.length + HASH_DIGITS + COMMENTS.html.ends.length;
