import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { docxParagraphs } from './finished/docx-paragraphs.ts';
import { type DocxParts, unpackDocx } from './finished/unpack-docx.ts';
import { kindOfBytes, UNREADABLE, type UnreadableKind } from './finished/unreadable.ts';
import type { FinishedDocument } from './finished-document.ts';
import { giveRoles } from './paragraph-roles.ts';
import { decodeText, readFinishedText } from './read-finished-text.ts';

/** Reads a report that is already written, a .docx or plain text, whoever made it. Never throws: what cannot be read is a diagnostic. */
export function readFinished(file: string, bytes: Uint8Array): Outcome<FinishedDocument> {
  const kind = kindOfBytes(file, bytes);
  if (kind === 'text') return readText(file, bytes);
  if (kind !== 'zip') return refuse(file, kind);
  const parts = unpackDocx(bytes);
  return typeof parts === 'string' ? refuse(file, parts) : readDocx(file, parts);
}

function readDocx(file: string, parts: DocxParts): Outcome<FinishedDocument> {
  const paragraphs = docxParagraphs(parts);
  if (paragraphs.length === 0) return refuse(file, 'no-text');
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return succeed({ file, paragraphs: giveRoles(paragraphs), text });
}

function readText(file: string, bytes: Uint8Array): Outcome<FinishedDocument> {
  const text = decodeText(bytes);
  if (text === undefined || text.includes('\0')) return refuse(file, 'not-text');
  const document = readFinishedText(file, text);
  return document.paragraphs.length === 0 ? refuse(file, 'no-text') : succeed(document);
}

function refuse(file: string, kind: UnreadableKind): Outcome<never> {
  const start = { line: 1, column: 1 };
  const diagnostic: Diagnostic = {
    rule: 'unreadable-document',
    severity: 'error',
    file,
    path: '',
    start,
    end: start,
    related: [],
    ...UNREADABLE[kind],
  };
  return fail([diagnostic]);
}
