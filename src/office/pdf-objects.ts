import { inflateSync } from 'node:zlib';
import { isDictionary, isKind, type PdfDictionary, type PdfValue, pdfName } from './pdf-value.ts';
import { ValueScanner } from './value-scanner.ts';

/**
 * The objects of a PDF by their numbers, found by going through the file from the front, as readers do that mend a lost table of places; the last
 * of a number counts. Objects in streams are among them (7.5.7).
 */
export class PdfObjects {
  readonly #values = new Map<number, PdfValue>();
  readonly #streams = new Map<PdfValue, Buffer>();

  constructor(file: Buffer) {
    const source = file.toString('latin1');
    OBJECT_START.lastIndex = 0;
    for (let head = OBJECT_START.exec(source); head !== null; head = OBJECT_START.exec(source)) {
      const scanner = new ValueScanner(source, OBJECT_START.lastIndex);
      const value = scanner.next();
      if (value === undefined) continue;
      this.#values.set(Number(head[1]), value);
      STREAM.lastIndex = scanner.at;
      const begin = STREAM.exec(source);
      OBJECT_START.lastIndex = scanner.at;
      if (begin === null || !isDictionary(value)) continue;
      const start = scanner.at + begin[0].length;
      const end = source.indexOf('endstream', start);
      if (end === -1) break;
      this.#streams.set(value, file.subarray(start, end));
      OBJECT_START.lastIndex = end;
    }
    for (const value of [...this.#values.values()])
      if (isDictionary(value) && pdfName(value.get('Type')) === 'ObjStm') this.#unpack(value);
  }

  /** What a reference stands for, and every other value itself. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let found = value;
    for (let steps = 0; isKind(found, 'reference') && steps < MOST_STEPS; steps += 1)
      found = this.#values.get(found.number);
    return isKind(found, 'reference') ? undefined : found;
  }

  /** A dictionary's entry, if it is a dictionary itself. */
  within(dictionary: PdfDictionary | undefined, key: string): PdfDictionary | undefined {
    const value = this.resolve(dictionary?.get(key));
    return isDictionary(value) ? value : undefined;
  }

  /** The content of a stream, a byte a character; undefined for what is none, or is packed in a way that office programs do not use for text. */
  contentOf(value: PdfValue | undefined): string | undefined {
    const dictionary = this.resolve(value);
    const bytes = isDictionary(dictionary) ? this.#streams.get(dictionary) : undefined;
    if (bytes === undefined || !isDictionary(dictionary)) return undefined;
    const filter = this.resolve(dictionary.get('Filter'));
    const filters = filter === undefined ? [] : Array.isArray(filter) ? filter : [filter];
    if (filters.length === 0) return bytes.toString('latin1');
    if (filters.length > 1 || pdfName(filters[0]) !== 'FlateDecode') return undefined;
    try {
      return inflateSync(bytes, { maxOutputLength: LARGEST_STREAM }).toString('latin1');
    } catch {
      return undefined;
    }
  }

  /** The last dictionary of a type. */
  ofType(type: string): PdfDictionary | undefined {
    return [...this.#values.values()]
      .filter(isDictionary)
      .findLast((each) => pdfName(each.get('Type')) === type);
  }

  #unpack(stream: PdfDictionary): void {
    const content = this.contentOf(stream) ?? '';
    const [count, first] = [stream.get('N'), stream.get('First')];
    if (typeof count !== 'number' || typeof first !== 'number') return;
    const heads = new ValueScanner(content);
    for (let index = 0; index < count; index += 1) {
      const [number, offset] = [heads.next(), heads.next()];
      if (typeof number !== 'number' || typeof offset !== 'number') return;
      const value = new ValueScanner(content, first + offset).next();
      if (value !== undefined) this.#values.set(number, value);
    }
  }
}

const OBJECT_START = /(?<![0-9])(\d{1,10})\s+\d{1,5}\s+obj\b/g;
const STREAM = /\s*stream(?:\r\n|\n)/y;
const MOST_STEPS = 8;
/** Bytes of one unpacked stream. */
const LARGEST_STREAM = 64 * 1024 * 1024;
