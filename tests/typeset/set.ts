import { type Typeset, type TypesetOptions, typeset } from '../../src/typeset/typeset.ts';
import { partOf, plainWords } from './plain-words.ts';

/** Sets a file that can be set, and gives what came of it. */
export function set(
  bytes: Uint8Array,
  options: TypesetOptions = {},
): Typeset & { readonly file: Uint8Array } {
  const { value, diagnostics } = typeset(bytes[0] === 0x50 ? '报告.docx' : '报告.txt', bytes, options);
  const file = value?.file;
  if (value === undefined || file === undefined)
    throw new Error(`not set: ${JSON.stringify([diagnostics, value?.obstacles, value?.revisions])}`);
  return { ...value, file };
}

/** The new main part. */
export function bodyOf(bytes: Uint8Array): string {
  return partOf(bytes, 'word/document.xml');
}

/** Its words. */
export function wordsOf(bytes: Uint8Array): string[] {
  return plainWords(bodyOf(bytes));
}

/** What each paragraph was taken for: `heading1 一、…`. */
export function partsOf({ decisions }: Typeset): string[] {
  return decisions.map(({ part, level, text }) => `${part}${level ?? ''} ${text}`);
}
