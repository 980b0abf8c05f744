import { decodeBytes, encodingOf } from '../bytes/encoding.ts';
import { fileKindOf } from '../bytes/file-kind.ts';
import type { FinishedDocument, PlainParagraph } from './finished-document.ts';
import { giveRoles } from './paragraph-roles.ts';

/** Reads plain text: every line is a paragraph, and keeps its line number. */
export function readFinishedText(file: string, text: string): FinishedDocument {
  const lines = text.split(/\r\n|\n|\r/);
  const paragraphs = lines.map((line): PlainParagraph => ({ text: line, kind: 'paragraph' }));
  return { file, paragraphs: giveRoles(paragraphs), text: lines.join('\n') };
}

/** A plain text's characters, in UTF-8, UTF-16 or GB18030, in which Chinese Windows writes; undefined for what is none or in another encoding. */
export function decodeFinished(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  if (fileKindOf(bytes) !== 'text' || encoding === 'big5' || encoding === 'unknown') return undefined;
  return decodeBytes(bytes, encoding);
}
