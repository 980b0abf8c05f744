import type { Findings } from '../diagnostics/format/findings.ts';
import type { Source } from '../facts/source.ts';

/** What the formats need of the files that were read: their text for quoting, and the rules' titles. */
export function sourceTexts(sources: readonly Source[]): Pick<Findings, 'textOf'> {
  const byFile = new Map(sources.map((source) => [source.file, source.bytes]));
  return {
    textOf(file) {
      const bytes = byFile.get(file);
      return bytes === undefined ? undefined : { text: new TextDecoder().decode(bytes) };
    },
  };
}
