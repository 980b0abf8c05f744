import { type CharacterMap, readCharacterMap } from './character-map.ts';
import { PdfObjects } from './pdf-objects.ts';
import { isDictionary, isKind, type PdfDictionary, type PdfValue, pdfName } from './pdf-value.ts';
import { ValueScanner } from './value-scanner.ts';

/** What can be seen of a PDF that an office program made. */
export interface Pdf {
  readonly pages: readonly PdfPage[];
  /** The fonts that its texts are set in, by the names that they carry (PostScript names), each once, in the order of their first use. */
  readonly fonts: readonly string[];
}

export interface PdfPage {
  /** In the order in which it is drawn, without white space. */
  readonly text: string;
}

/** Reads pages, their texts and the fonts; undefined for what is no whole PDF or has no pages. Never throws. */
export function readPdf(bytes: Uint8Array): Pdf | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (
    file.toString('latin1', 0, 5) !== '%PDF-' ||
    !PDF_END.test(file.toString('latin1', file.length - PDF_TAIL))
  )
    return undefined;
  const objects = new PdfObjects(file);
  const root = objects.within(objects.ofType('Catalog'), 'Pages');
  const reader = new PageReader(objects);
  const pages = root === undefined ? [] : pagesBelow(objects, root, new Set());
  const texts = pages.map(({ page, resources }) => ({ text: reader.textOf(page, resources) }));
  return texts.length === 0 ? undefined : { pages: texts, fonts: [...reader.fonts] };
}

/** The file's end, and what a program may have put after it: our fingerprint. */
const PDF_END = /%%EOF\s*(?:%[^\r\n]*\s*)?$/;
/** Characters. */
const PDF_TAIL = 256;

interface FoundPage {
  readonly page: PdfDictionary;
  readonly resources: PdfDictionary | undefined;
}

/** 7.7.3: a tree, whose resources go down; one that bites its tail ends there. */
function pagesBelow(
  objects: PdfObjects,
  node: PdfDictionary,
  seen: Set<PdfDictionary>,
  inherited?: PdfDictionary,
): FoundPage[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const resources = objects.within(node, 'Resources') ?? inherited;
  const kids = objects.resolve(node.get('Kids'));
  if (!Array.isArray(kids)) return [{ page: node, resources }];
  return kids.flatMap((kid: PdfValue) => {
    const below = objects.resolve(kid);
    return isDictionary(below) ? pagesBelow(objects, below, seen, resources) : [];
  });
}

interface Font {
  readonly name: string;
  readonly map: CharacterMap | undefined;
}

class PageReader {
  readonly fonts = new Set<string>();
  readonly #objects: PdfObjects;
  readonly #known = new Map<PdfDictionary, Font>();

  constructor(objects: PdfObjects) {
    this.#objects = objects;
  }

  textOf(page: PdfDictionary, resources: PdfDictionary | undefined): string {
    const contents = this.#objects.resolve(page.get('Contents'));
    const parts: readonly (PdfValue | undefined)[] = Array.isArray(contents) ? contents : [contents];
    const content = parts.map((part) => this.#objects.contentOf(part) ?? '').join('\n');
    return this.#shownIn(content, this.#objects.within(resources, 'Font')).replace(/\s/gu, '');
  }

  /** 9.4: what the operators that show text show. */
  #shownIn(content: string, fonts: PdfDictionary | undefined): string {
    const scanner = new ValueScanner(content);
    let shown = '';
    let font: Font | undefined;
    let operands: PdfValue[] = [];
    for (let value = scanner.next(); value !== undefined; value = scanner.next()) {
      if (!isKind(value, 'word')) {
        operands.push(value);
        continue;
      }
      if (value.word === 'Tf') font = this.#font(fonts, pdfName(operands[0]));
      if (SHOWING.has(value.word)) shown += this.#show(operands.at(-1), font);
      operands = [];
    }
    return shown;
  }

  #show(operand: PdfValue | undefined, font: Font | undefined): string {
    const items: readonly (PdfValue | undefined)[] = Array.isArray(operand) ? operand : [operand];
    const text = items.map((item) => (isKind(item, 'text') ? mapCodes(item.bytes, font?.map) : '')).join('');
    if (font !== undefined && text !== '') this.fonts.add(font.name);
    return text;
  }

  #font(fonts: PdfDictionary | undefined, key = ''): Font | undefined {
    const dictionary = this.#objects.within(fonts, key);
    if (dictionary === undefined) return undefined;
    const known = this.#known.get(dictionary);
    if (known !== undefined) return known;
    const content = this.#objects.contentOf(dictionary.get('ToUnicode'));
    const name = decodeName(pdfName(this.#objects.resolve(dictionary.get('BaseFont'))) ?? '').replace(
      SUBSET,
      '',
    );
    const font = { name, map: content === undefined ? undefined : readCharacterMap(content) };
    this.#known.set(dictionary, font);
    return font;
  }
}

const SHOWING = new Set(['Tj', 'TJ', "'", '"']);
/** 9.6.4: six letters before the name of a font of which only a part is there. */
const SUBSET = /^[A-Z]{6}\+/;

/** A font without a PostScript name is called by its own, in UTF-8 or as Chinese systems once wrote it. */
function decodeName(name: string): string {
  const bytes = Buffer.from(name, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : text;
}

/** Without a map a code is taken for its character, as it is in Latin text. */
function mapCodes(bytes: string, map: CharacterMap | undefined): string {
  if (map === undefined) return bytes;
  let text = '';
  for (let at = 0; at < bytes.length; at += map.bytes)
    text += map.texts.get(bytes.slice(at, at + map.bytes)) ?? '';
  return text;
}
