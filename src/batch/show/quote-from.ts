import type { Findings } from '../../diagnostics/findings.ts';
import { quotableText } from '../../disk/read-outside.ts';

/** The text of files for quoting their lines; undefined where one cannot be read any more. */
export function quoteFrom(): Findings['textOf'] {
  return (file) => {
    const text = quotableText(file);
    return text === undefined ? undefined : { text };
  };
}
