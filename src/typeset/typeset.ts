import { fileKindOf } from '../bytes/file-kind.ts';
import { recogniseOwn } from '../bytes/recognise.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import { readFinished, readFinishedWord } from '../document/read-finished.ts';
import { decodeFinished } from '../document/read-finished-text.ts';
import { type ReadWord, readWord } from '../docx/read/read-word.ts';
import { type Layout, STANDARD_LAYOUT } from '../format/layout.ts';
import { judgeLayout } from '../layout/judge-layout.ts';
import type { ClauseVerdict } from '../layout/judgement.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import { writePackage } from '../write/docx/write-package.ts';
import { XML_DECLARATION } from '../write/docx/xml.ts';
import { type Arrangement, arrangeParagraphs } from './arrange.ts';
import { type PageSetting, typesetBody } from './body-writer.ts';
import type { ParagraphDecision, Ruling, TypesetNote } from './decision.ts';
import { fileProperties } from './file-properties.ts';
import { textOfItems } from './inline-items.ts';
import { NewPart, relationshipsXml } from './new-part.ts';
import { NOTE_STYLES, noteSettings, notesParts } from './notes-parts.ts';
import { NO_HEADERS, noteNumbering, PageHeaders } from './page-headers.ts';
import { partsToWrite } from './parts-to-write.ts';
import { findDifference } from './same-words.ts';
import { picturesIn, tellTypesetChanges } from './tell-changes.ts';
import { textAsWord } from './text-as-word.ts';
import { Typesetting } from './typesetting.ts';

export interface TypesetOptions {
  /** What somebody said that paragraphs are, by their numbers. */
  readonly rulings?: ReadonlyMap<number, Ruling>;
  /** Sets what can be set: a placeholder stands for what cannot be carried over, tracked changes count as accepted. */
  readonly keepsGoing?: boolean;
  readonly layout?: Layout;
  /** Sets a file of this program's own anew, too. */
  readonly setsOwn?: boolean;
  /** SOURCE_DATE_EPOCH. */
  readonly epoch?: string | undefined;
}

/** A report set anew. */
export interface Typeset {
  readonly decisions: readonly ParagraphDecision[];
  /** Paragraphs of running text, tables and so on, as they are counted for people. */
  readonly counts: Counts;
  /** What is not as it was, and what is no longer there. */
  readonly changes: readonly TypesetNote[];
  /** What cannot be carried over; where there is any and the user does not go on all the same, there is no file. */
  readonly obstacles: readonly TypesetNote[];
  /** Tracked changes that are pending stop it likewise; who goes on takes them as accepted. */
  readonly revisions: TypesetNote | undefined;
  /** Rulings about paragraphs that are not there, or are no paragraphs of the text. */
  readonly misplaced: readonly number[];
  readonly file: Uint8Array | undefined;
  /** The clauses that the new file was held against. */
  readonly sheet: readonly ClauseVerdict[];
  /** It was made by this program and nobody changed it: the file is the input. */
  readonly isOwn: boolean;
}

export interface Counts {
  readonly paragraphs: number;
  readonly tables: number;
  readonly pictures: number;
  readonly notes: number;
}

/** What the words of the new file would have been otherwise than those of the old one: the program's own fault. */
export class WordsChanged extends Error {}

/** What reading gave: a report to set, or why there is none. */
export interface TypesetOutcome {
  readonly value: Typeset | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Sets a report anew by GB/T 9704, whoever made it, a .docx or plain text. Words stay as they are: the new file is read and held against the
 * old one before it is given out (`WordsChanged` where they differ). The same input gives the same bytes.
 */
export function typeset(file: string, bytes: Uint8Array, options: TypesetOptions = {}): TypesetOutcome {
  const { value: document, diagnostics } = readForTypeset(file, bytes);
  const word = document?.word;
  if (document === undefined || word === undefined) return { value: undefined, diagnostics };
  const setsOwn = options.setsOwn === true || (options.rulings?.size ?? 0) > 0;
  const isOwn = !setsOwn && isOwnReport(bytes, word);
  const value = isOwn ? keepOwn(document, word, bytes) : setAnew(document, word, options);
  return { value, diagnostics: diagnostics.filter(({ severity }) => severity === 'error') };
}

function readForTypeset(file: string, bytes: Uint8Array) {
  const text =
    fileKindOf(bytes) === 'text' && !/\.do[ct][xm]?$/i.test(file) ? decodeFinished(bytes) : undefined;
  if (text === undefined) return readFinished(file, bytes);
  const read = readWord(textAsWord(text));
  return read instanceof OoxmlFault ? readFinished(file, bytes) : readFinishedWord(file, read);
}

/** Made by this program from end to end, without comments that it or others put in: there is nothing to set. */
function isOwnReport(bytes: Uint8Array, { document, package: opened }: ReadWord): boolean {
  if (recogniseOwn(bytes) === undefined || document.comments.length > 0) return false;
  const application = opened.has('docProps/app.xml') ? opened.text('docProps/app.xml') : undefined;
  return (
    application !== undefined &&
    !(application instanceof OoxmlFault) &&
    /<Application>report</.test(application.text)
  );
}

function keepOwn(document: FinishedDocument, word: ReadWord, bytes: Uint8Array): Typeset {
  const typesetting = new Typesetting(document, word);
  const { xmlOf, shown } = typesetting;
  const arrangement = arrangeParagraphs(document, word.document, { rulings: new Map(), xmlOf, shown });
  return {
    decisions: arrangement.decisions,
    counts: typesetCounts(arrangement, typesetting),
    changes: [],
    obstacles: [],
    revisions: undefined,
    misplaced: [],
    file: bytes,
    sheet: judgeLayout(document, word.document),
    isOwn: true,
  };
}

function setAnew(document: FinishedDocument, word: ReadWord, options: TypesetOptions): Typeset {
  const { rulings = new Map<number, Ruling>(), keepsGoing = false } = options;
  const typesetting = new Typesetting(document, word);
  const { xmlOf, shown } = typesetting;
  const arrangement = arrangeParagraphs(document, word.document, { rulings, xmlOf, shown });
  const misplaced = [...rulings.keys()].filter((number) => !arrangement.numbers.has(number));
  tellTypesetChanges(arrangement, typesetting);
  const { file, unused } = writeReport(arrangement, typesetting, options);
  const { obstaclesMet: obstacles } = typesetting;
  const { revisions } = typesetting;
  const isStopped = (obstacles.length > 0 || revisions !== undefined) && !keepsGoing;
  const difference = isStopped
    ? undefined
    : findDifference(document, file, leftOutOf(document, arrangement, { obstacles, unused }));
  if (difference !== undefined) throw new WordsChanged(difference);
  const written = isStopped ? undefined : readFinished('.docx', file).value;
  return {
    decisions: arrangement.decisions,
    counts: typesetCounts(arrangement, typesetting),
    changes: typesetting.changes.all,
    obstacles,
    revisions,
    misplaced,
    file: isStopped ? undefined : file,
    sheet: written?.word === undefined ? [] : judgeLayout(written, written.word.document),
    isOwn: false,
  };
}

function writeReport(
  arrangement: Arrangement,
  typesetting: Typesetting,
  { layout = STANDARD_LAYOUT, epoch }: TypesetOptions,
): { readonly file: Uint8Array; readonly unused: ReadonlySet<number> } {
  const { read, document } = typesetting;
  const part = new NewPart('word/document.xml');
  const headers = new PageHeaders(typesetting, part);
  const { sections } = arrangement;
  const { blocks } = arrangement;
  const used = new Set(blocks.length === 0 ? [0] : blocks.map((block) => block.section));
  const pages = sections.map(
    ({ section, isLandscape }, index): PageSetting => ({
      isLandscape,
      headers: used.has(index) ? headers.setOf(section.headers, section.hasTitlePage) : NO_HEADERS,
      notes: noteNumbering(read.document, typesetting.xmlOf, index),
    }),
  );
  const body = typesetBody(arrangement, typesetting, { part, layout, sections, pages });
  const notes = notesParts(typesetting);
  const written = [...headers.parts, ...notes];
  const hasDrawings = [body, ...written.map(({ xml }) => xml)].some((xml) => DRAWINGS.test(xml));
  if (hasDrawings)
    typesetting.carried.relateTheme(part, { opened: read.package, source: read.document.part });
  for (const each of notes)
    part.relate(
      `${RELATIONSHIP_TYPES}/${embeddedKind(each.part.name)}`,
      each.part.name.slice('word/'.length),
      false,
    );
  const unused = headers.unusedIn(document);
  typesetting.changes.add('没有文字的页，页眉没有带过去', '', unused.size);
  const file = writePackage(
    {
      document: `${XML_DECLARATION}<w:document ${part.rootAttributes}><w:body>${body}</w:body></w:document>`,
      title: typesetTitle(arrangement),
      properties: fileProperties(arrangement, read, epoch),
      hasLandscape: pages.some(({ isLandscape }) => isLandscape),
      parts: partsToWrite(written, typesetting.carried.parts),
      relationships: relationshipsXml(part.relationships),
      styles: notes.length > 0 ? NOTE_STYLES : '',
      settings: noteSettings(typesetting),
    },
    layout,
  );
  return { file, unused };
}

const DRAWINGS = /<w:(?:drawing|pict|object)[\s>]/;
const RELATIONSHIP_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function embeddedKind(part: string): string {
  return part.slice('word/'.length, -'.xml'.length);
}

/** Without white space: where a line is broken, nobody can tell whether there was any. */
function typesetTitle({ blocks }: Arrangement): string {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.part === 'title' ? block.lines : [],
  );
  return lines
    .map((line) => textOfItems(line))
    .join('')
    .replace(/\s+/g, '');
}

function typesetCounts({ blocks }: Arrangement, { document }: Typesetting): Counts {
  const paragraphs = blocks.filter(
    (block) => block.kind === 'paragraph' && TEXT_PARTS.has(block.part),
  ).length;
  const pictures = document.word === undefined ? 0 : picturesIn(document.word.document);
  return {
    paragraphs,
    tables: blocks.filter(({ kind }) => kind === 'table').length,
    pictures,
    notes: document.paragraphs.filter(({ role }) => role === 'note').length,
  };
}

const TEXT_PARTS: ReadonlySet<string> = new Set(['body', 'runIn', 'plain', 'remark']);

/** What replaces a contents list is told; it was never part of the finished document but for its title. */
function leftOutOf(
  document: FinishedDocument,
  { contentsTitles }: Arrangement,
  { obstacles, unused }: { readonly obstacles: readonly TypesetNote[]; readonly unused: ReadonlySet<number> },
) {
  const isPartial = obstacles.length > 0;
  const isFooter = ({ role, source }: FinishedDocument['paragraphs'][number]) =>
    role === 'header' && source?.shown.story === 'footer';
  const lost = isPartial ? document.paragraphs.filter(isFooter).map(({ number }) => number - 1) : [];
  return { paragraphs: new Set([...contentsTitles, ...unused, ...lost]), isPartial };
}
