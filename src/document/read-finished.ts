import { encodingOf } from '../bytes/encoding.ts';
import { fileKindOf } from '../bytes/file-kind.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { type ReadWord, readWord } from '../docx/read/read-word.ts';
import type { UnreadPart } from '../docx/word-document.ts';
import { describeFault, OoxmlFault } from '../ooxml/ooxml-fault.ts';
import type { FinishedDocument } from './finished-document.ts';
import { giveRoles } from './paragraph-roles.ts';
import { decodeFinished, readFinishedText } from './read-finished-text.ts';
import { adviceFor, type UnreadableKind } from './unreadable.ts';
import { wordParagraphs } from './word-paragraphs.ts';

/** The largest file that is read, in bytes; a report may hold pictures. */
const LARGEST_FINISHED = 128 * 1024 * 1024;

/** Reads a report that is already written, a .docx or plain text, whoever made it. Never throws: what cannot be read is a diagnostic. */
export function readFinished(file: string, bytes: Uint8Array): Outcome<FinishedDocument> {
  if (bytes.length === 0) return unreadableOutcome(file, 'empty');
  if (bytes.length > LARGEST_FINISHED) return unreadableOutcome(file, 'too-large');
  const kind = fileKindOf(bytes);
  if (kind === 'word') return readWordFile(file, bytes);
  const isWordName = WORD_NAME.test(file);
  if (kind === 'text') return isWordName ? unreadableOutcome(file, 'plain-text') : readPlainText(file, bytes);
  return unreadableOutcome(file, kind === 'binary' && isWordName ? 'broken' : kind);
}

/** What the file shows and this program could not read is said beside the text, never passed over. */
function readWordFile(file: string, bytes: Uint8Array): Outcome<FinishedDocument> {
  const read = readWord(bytes);
  return read instanceof OoxmlFault ? unreadableOutcome(file, read) : readFinishedWord(file, read);
}

/** The same for a Word file that was read already: its paragraphs lead back into what was read. */
export function readFinishedWord(file: string, read: ReadWord): Outcome<FinishedDocument> {
  const { paragraphs, hasCutNumber, repeated } = wordParagraphs(read.document);
  const unread = [...read.document.unread, ...(hasCutNumber ? [CUT_NUMBER] : [])];
  const line = paragraphs.length + 1;
  const told = [...unread.map(describeUnread), ...repeated.map(describeRepeated)];
  const diagnostics = told.map((each) => diagnosticOf(file, 'warning', each, line));
  if (paragraphs.length === 0) {
    const { diagnostics: refused } = unreadableOutcome(file, 'no-text');
    return fail([...refused, ...diagnostics]);
  }
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return succeed({ file, paragraphs: giveRoles(paragraphs), text, word: read }, diagnostics);
}

const CUT_NUMBER: UnreadPart = { what: 'numbering', detail: '编号的文字太长，只读了开头' };

function describeUnread({ what, detail }: UnreadPart): Pick<Diagnostic, 'message' | 'hint'> {
  if (what === 'numbering') {
    return { message: `自动编号有问题：${detail}`, hint: '在 Word 里把这些段落的编号重新设一遍，再检查。' };
  }
  return {
    message: `文档里的${detail}没有检查`,
    hint: '其中如有文字，请打开文档自行核对，或改成正文里的文字后再检查。',
  };
}

function describeRepeated(text: string): Pick<Diagnostic, 'message' | 'hint'> {
  return {
    message: `内容控件里的“${text.slice(0, LONGEST_LINE_QUOTE)}”接连出现了几遍，只按一遍检查`,
    hint: '多半是 LibreOffice 保存时重复的；在 Word 里留下一遍，删去其余的。',
  };
}

const LONGEST_LINE_QUOTE = 30;

function readPlainText(file: string, bytes: Uint8Array): Outcome<FinishedDocument> {
  const text = decodeFinished(bytes);
  if (text === undefined)
    return unreadableOutcome(file, encodingOf(bytes) === 'big5' ? 'big5' : 'unknown-encoding');
  const document = readFinishedText(file, text);
  return document.paragraphs.length === 0 ? unreadableOutcome(file, 'no-text') : succeed(document);
}

function unreadableOutcome(file: string, why: UnreadableKind | OoxmlFault): Outcome<never> {
  const advice = why instanceof OoxmlFault ? adviceForFault(why) : adviceFor(why, endingOf(file));
  return fail([diagnosticOf(file, 'error', advice)]);
}

function adviceForFault(fault: OoxmlFault): Pick<Diagnostic, 'message' | 'hint'> {
  return fault.kind === 'missing-part' ? adviceFor('not-word', undefined) : describeFault(fault);
}

/** What is about all of a file is at its first line, or, where its text is quoted, after its last. */
function diagnosticOf(
  file: string,
  severity: Diagnostic['severity'],
  text: Pick<Diagnostic, 'message' | 'hint'>,
  line = 1,
): Diagnostic {
  const start = { line, column: 1 };
  return { rule: 'unreadable-document', severity, file, path: '', start, end: start, related: [], ...text };
}

/** The ending of a name that promises a report of a kind that can be read. */
function endingOf(file: string): string | undefined {
  return /\.(?:do[ct][xm]|txt)$/i.exec(file)?.[0];
}

const WORD_NAME = /\.(?:do[ct][xm]?|wp[st])$/i;
