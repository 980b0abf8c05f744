import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { readWord } from '../docx/read/read-word.ts';
import type { Unread } from '../docx/word-document.ts';
import { describeFault, OoxmlFault } from '../ooxml/ooxml-fault.ts';
import { kindOfBytes, UNREADABLE, type UnreadableKind } from './finished/unreadable.ts';
import { wordParagraphs } from './finished/word-paragraphs.ts';
import type { FinishedDocument } from './finished-document.ts';
import { giveRoles } from './paragraph-roles.ts';
import { decodeText, readFinishedText } from './read-finished-text.ts';

/** Reads a report that is already written, a .docx or plain text, whoever made it. Never throws: what cannot be read is a diagnostic. */
export function readFinished(file: string, bytes: Uint8Array): Outcome<FinishedDocument> {
  const kind = kindOfBytes(file, bytes);
  if (kind === 'text') return readText(file, bytes);
  if (kind !== 'zip') return refuse(file, kind);
  return readWordFile(file, bytes);
}

/** What the file shows and this program could not read is said beside the text, never passed over. */
function readWordFile(file: string, bytes: Uint8Array): Outcome<FinishedDocument> {
  const read = readWord(bytes);
  if (read instanceof OoxmlFault) return refuse(file, read);
  const { paragraphs, hasCutNumber } = wordParagraphs(read.document);
  const unread = [...read.document.unread, ...(hasCutNumber ? [CUT_NUMBER] : [])];
  const line = paragraphs.length + 1;
  const diagnostics = unread.map((each) => diagnosticOf(file, 'warning', describeUnread(each), line));
  if (paragraphs.length === 0) {
    const { diagnostics: refused } = refuse(file, 'no-text');
    return fail([...refused, ...diagnostics]);
  }
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return succeed({ file, paragraphs: giveRoles(paragraphs), text }, diagnostics);
}

const CUT_NUMBER: Unread = { what: 'numbering', detail: '编号的文字太长，只读了开头' };

function describeUnread({ what, detail }: Unread): Pick<Diagnostic, 'message' | 'hint'> {
  if (what === 'numbering') {
    return { message: `自动编号有问题：${detail}`, hint: '在 Word 里把这些段落的编号重新设一遍，再检查。' };
  }
  return {
    message: `文档里的${detail}没有检查`,
    hint: '其中如有文字，请打开文档自行核对，或改成正文里的文字后再检查。',
  };
}

function readText(file: string, bytes: Uint8Array): Outcome<FinishedDocument> {
  const text = decodeText(bytes);
  if (text === undefined || text.includes('\0')) return refuse(file, 'not-text');
  const document = readFinishedText(file, text);
  return document.paragraphs.length === 0 ? refuse(file, 'no-text') : succeed(document);
}

function refuse(file: string, why: UnreadableKind | OoxmlFault): Outcome<never> {
  return fail([diagnosticOf(file, 'error', why instanceof OoxmlFault ? describe(why) : UNREADABLE[why])]);
}

function describe(fault: OoxmlFault): Pick<Diagnostic, 'message' | 'hint'> {
  return fault.kind === 'missing-part' ? UNREADABLE['not-word'] : describeFault(fault);
}

/** What is about all of a file stands at its first line, or, where its text is quoted, after its last. */
function diagnosticOf(
  file: string,
  severity: Diagnostic['severity'],
  text: Pick<Diagnostic, 'message' | 'hint'>,
  line = 1,
): Diagnostic {
  const start = { line, column: 1 };
  return { rule: 'unreadable-document', severity, file, path: '', start, end: start, related: [], ...text };
}
