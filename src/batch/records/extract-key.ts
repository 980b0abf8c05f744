import type { UnitExtract } from '../../county/unit-extract.ts';
import { contentDigest } from '../digest.ts';
import type { Inputs } from './unit-record.ts';

/** What a county gets of a unit: its extract, or why there is none. Its log keeps it under the unit's output, made from what `extractKey` digests. */
export interface StoredExtract {
  readonly name: string;
  readonly extract?: UnitExtract;
  readonly why?: string;
  /** The rosters and the file of last time that the facts name with the digest of each, as in `Inputs`. */
  readonly sources?: string;
}

/**
 * The stamp of an extract in its log: its key, and where its facts name no other file, what that file was when it was read, and by what rules; then
 * the next run need not read it to know that nothing changed.
 */
export function extractStamp(key: string, seen?: SeenFile): string {
  return seen === undefined ? key : [key, seen.identity, seen.rules].join(' ');
}

/** A file that was read: `fileIdentity` of it, and a digest of what decides how it is judged. */
export interface SeenFile {
  readonly identity: string;
  readonly rules: string;
}

export function keyInStamp(stamp: string): string {
  return stamp.split(' ', 1)[0] ?? '';
}

export function seenInStamp(stamp: string): SeenFile | undefined {
  const [, identity, rules] = stamp.split(' ');
  return identity === undefined || rules === undefined ? undefined : { identity, rules };
}

/** A digest of what decides how a unit's facts are judged. */
export function rulesDigest({ settings, version }: Pick<Inputs, 'settings' | 'version'>): string {
  return contentDigest([settings, version].join('\n'));
}

/** The same unit from the same inputs has the same extract; which template prints it does not matter. */
export function extractKey(
  output: string,
  { facts, sources = '', settings, version }: Omit<Inputs, 'template' | 'templateDigest'>,
): string {
  return contentDigest([output, facts, sources, settings, version].join('\n'));
}
