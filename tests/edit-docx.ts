import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A .docx as a word processor leaves it: packed anew, our fingerprint gone; `edit` changes the XML of its main part. */
export function savedAgain(bytes: Uint8Array, edit: (xml: string) => string = (xml) => xml): Uint8Array {
  const files = unzipSync(bytes);
  const main = files['word/document.xml'];
  if (main === undefined) throw new Error('no main part');
  return zipSync({ ...files, 'word/document.xml': strToU8(edit(strFromU8(main))) });
}
