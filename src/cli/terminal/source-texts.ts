import type { Findings } from '../../diagnostics/findings.ts';
import type { SourceText } from '../../diagnostics/source-lines.ts';
import { quotableBytes, quotableText } from '../../disk/read-outside.ts';
import type { Source } from '../../facts/source.ts';

/** The texts of the files that were read, for quoting. */
export function sourceTexts(sources: readonly Source[]): Pick<Findings, 'textOf'> {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  return {
    textOf(file) {
      const source = byFile.get(file);
      return source === undefined ? settingsText(file) : sourceText(source);
    },
  };
}

/** A template's or a configuration's file, which is read again to be quoted; undefined for any other. */
export function settingsText(file: string): SourceText | undefined {
  if (!/\.hbs$|(?:template|table|report\.config)\.yaml$/.test(file)) return undefined;
  const text = quotableText(file);
  return text === undefined ? undefined : { text };
}

/** A file as people see it in an editor, in whatever encoding, so that a wrong one can be recognised. */
export function sourceText({ bytes }: Source): SourceText {
  return { text: quotableBytes(bytes) };
}
