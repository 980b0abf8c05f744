import type { UnitExtract } from '../../county/unit-extract.ts';
import { digestOf } from '../digest.ts';
import { toLine } from './record-lines.ts';
import type { Inputs } from './unit-record.ts';

/** What a county gets of a unit: its extract, or why there is none. */
export interface ExtractLine {
  /** What it was made from; no two units have one key. */
  readonly key: string;
  readonly name: string;
  readonly extract?: UnitExtract;
  readonly why?: string;
}

/** The key stands first, so that a line can be told by its beginning. */
export function toExtractLine({ key, name, extract, why }: ExtractLine): string {
  return toLine({ key, name, extract, why });
}

/** The beginning of the line of a key. */
export function headOf(key: string): string {
  return `{"key":"${key}"`;
}

/** Characters of every such beginning. */
export const HEAD = headOf('0'.repeat(32)).length;

/** The same unit from the same inputs has the same extract; which template prints it does not matter. */
export function extractKey(
  output: string,
  { facts, sources = '', settings, version }: Omit<Inputs, 'template' | 'templateDigest'>,
): string {
  return digestOf([output, facts, sources, settings, version].join('\n'));
}
