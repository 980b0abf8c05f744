import { readFileSync } from 'node:fs';
import type { Findings } from '../../diagnostics/format/findings.ts';

/** The text of files for quoting their lines; undefined where one cannot be read any more. */
export function quoteFrom(): Findings['textOf'] {
  return (file) => {
    try {
      return { text: readFileSync(file, 'utf8') };
    } catch {
      return undefined;
    }
  };
}
