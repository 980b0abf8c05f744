import type { FinishedDocument, PlainParagraph } from './finished-document.ts';
import { giveRoles } from './paragraph-roles.ts';

/** Reads plain text: every line is a paragraph, and keeps its line number. */
export function readFinishedText(file: string, text: string): FinishedDocument {
  const lines = text.split(/\r\n|\n|\r/);
  const paragraphs = lines.map((line): PlainParagraph => ({ text: line, kind: 'paragraph' }));
  return { file, paragraphs: giveRoles(paragraphs), text: lines.join('\n') };
}

/** Decodes UTF-8, UTF-16 with its mark, or GB18030, in which Chinese Windows writes plain text; undefined where none fits. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return undefined;
}
