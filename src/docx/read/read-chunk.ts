import { OoxmlFault } from '../../ooxml/ooxml-fault.ts';
import { type OoxmlPackage, openPackage } from '../../ooxml/package.ts';
import type { WordBlock, WordDocument, WordRuby, WordRun } from '../word-document.ts';
import type { ChunkPlace, ReadingContext } from './context.ts';
import { decodeChunk } from './decode-text.ts';
import { htmlParagraphs, PICTURE, READINGS } from './html-text.ts';
import { htmlOfMime } from './mime.ts';
import { NO_PARAGRAPH_PROPERTIES, NO_RUN_PROPERTIES } from './properties-reader.ts';

/**
 * What a `w:altChunk` brings in, which Word shows in its place: a page, a saved page, plain text or another Word file. What is of any
 * other kind is told.
 */
export function readChunk(
  opened: OoxmlPackage,
  place: ChunkPlace,
  context: ReadingContext,
  readPackage: (inner: OoxmlPackage) => WordDocument | OoxmlFault | undefined,
): readonly WordBlock[] {
  const target = opened.target(place.part, place.id);
  const bytes = target === undefined ? undefined : opened.archive.read(target);
  if (target === undefined || bytes === undefined || bytes instanceof OoxmlFault)
    return missed(context, '插入的文件');
  if (bytes.length >= 2 && bytes.readUInt16LE(0) === 0x4b50) {
    const inner = openPackage(bytes, opened.archive.budget);
    if (inner instanceof OoxmlFault) return missed(context, '插入的文件');
    const document = readPackage(inner);
    if (document === undefined || document instanceof OoxmlFault) return missed(context, '插入的文件');
    const { start, end } = place;
    return [{ kind: 'chunk', part: target, start, end, document, package: inner }];
  }
  const lines = chunkLines(bytes, `${opened.contentType(target)} ${target}`);
  if (lines === undefined) return missed(context, '插入的文件');
  return lines.map((text) => chunkParagraph(text, target, place));
}

function missed(context: ReadingContext, what: string): readonly WordBlock[] {
  context.miss('embedded', what);
  return [];
}

/** The paragraphs of a chunk by what it is; undefined for a kind that is not read. */
function chunkLines(bytes: Buffer, kind: string): readonly string[] | undefined {
  const start = bytes.toString('latin1', 0, 1000).replace(/^(?:\xef\xbb\xbf|\s)+/, '');
  if (/^\{\\rtf/.test(start)) return undefined;
  if (/^(?:from|mime-version|content-type|date|subject|x-[\w-]+):/i.test(start)) {
    const page = htmlOfMime(bytes);
    return page === undefined ? undefined : htmlParagraphs(page);
  }
  const text = decodeChunk(bytes);
  if (text === undefined) return undefined;
  if (/html|\.html?$/i.test(kind) || /^<(?:!doctype html|html|body|p|div|meta)\b/i.test(start))
    return htmlParagraphs(text);
  if (/^<\?xml|^<\w+:/.test(start)) return undefined;
  return text.split(/\r\n|\r|\n/);
}

/** A paragraph that has no place of its own in the XML: it stands where the chunk is brought in. */
function chunkParagraph(text: string, part: string, { start, end }: ChunkPlace): WordBlock {
  const runs: WordRun[] = [];
  const rubies: WordRuby[] = [];
  const add = (kind: 'text' | 'picture', shown: string, isCode = false): void => {
    const unmarked = { properties: NO_RUN_PROPERTIES, element: undefined, revisions: [], control: undefined };
    runs.push({ kind, text: shown, start, end, isCode, ...unmarked });
  };
  const addWords = (words: string): void => {
    for (const [at, each] of words
      .replace(/[\ufff9-\ufffb]/g, '')
      .split(PICTURE)
      .entries()) {
      if (at > 0) add('picture', '');
      if (each !== '') add('text', each);
    }
  };
  let done = 0;
  for (const found of text.matchAll(READINGS)) {
    const [whole, words = '', reading = ''] = found;
    addWords(text.slice(done, found.index));
    done = found.index + whole.length;
    const from = runs.length;
    addWords(words);
    const to = runs.length;
    add('text', reading, true);
    rubies.push({ words: [from, to], reading: [to, to + 1], element: undefined });
  }
  addWords(text.slice(done));
  const none = { ranges: [], boxes: [], isContents: false, cell: undefined };
  const own = { ...NO_PARAGRAPH_PROPERTIES, ...none, runs, rubies };
  return { kind: 'paragraph', part, start, end, ...own };
}
