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

/** The same unit from the same inputs has the same extract; which template prints it does not matter. */
export function extractKey(
  output: string,
  { facts, sources = '', settings, version }: Omit<Inputs, 'template' | 'templateDigest'>,
): string {
  return contentDigest([output, facts, sources, settings, version].join('\n'));
}
