/** What a file of ours is: one to hand in, a draft of it, a copy with comments, which is only to be looked at, or somebody's report set anew. */
export type Standing = 'final' | 'draft' | 'copy' | 'typeset';

/** Begins a fingerprint; the SHA-256 of everything before it follows, in hexadecimal digits. */
export const LABELS: Readonly<Record<Standing, string>> = {
  final: 'report:1:',
  draft: 'report:1:draft:',
  copy: 'report:1:copy:',
  typeset: 'report:1:typeset:',
};

/** Digits of a SHA-256. */
export const HASH_DIGITS = 64;

/** The standing that a fingerprint tells, if it is the one of that hash; the label is no secret, the hash finds every change. */
export function standingOf(fingerprint: string, hash: () => string): Standing | undefined {
  const standing = STANDINGS.find(
    (each) =>
      fingerprint.length === LABELS[each].length + HASH_DIGITS && fingerprint.startsWith(LABELS[each]),
  );
  return standing !== undefined && fingerprint === LABELS[standing] + hash() ? standing : undefined;
}

export const STANDINGS: readonly Standing[] = ['final', 'draft', 'copy', 'typeset'];
