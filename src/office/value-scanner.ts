import type { PdfValue } from './pdf-value.ts';

/** Reads one value of a PDF after the other; `source` holds a byte a character. What it cannot read ends it. */
export class ValueScanner {
  readonly #source: string;
  at: number;

  constructor(source: string, at = 0) {
    this.#source = source;
    this.at = at;
  }

  /** Undefined at the end. */
  next(depth = 0): PdfValue | undefined {
    this.#match(WHITE);
    const sign = this.#source[this.at];
    if (sign === undefined || depth > DEEPEST_VALUE) return undefined;
    if (this.#source.startsWith('<<', this.at)) return this.#dictionary(depth);
    if (sign === '[') return this.#array(depth);
    if (sign === '(') return this.#literal();
    if (sign === '<') return this.#hexadecimal();
    const name = this.#match(PDF_NAME);
    if (name !== undefined)
      return { kind: 'name', name: name.slice(1).replace(/#([0-9a-f]{2})/gi, byteFromHex) };
    const reference = this.#match(OBJECT_REFERENCE);
    if (reference !== undefined) return { kind: 'reference', number: Number.parseInt(reference, 10) };
    const number = this.#match(PDF_NUMBER);
    if (number !== undefined) return Number(number);
    const word = this.#match(PDF_WORD) ?? this.#source[this.at++] ?? '';
    return PDF_WORDS.has(word) ? (PDF_WORDS.get(word) ?? null) : { kind: 'word', word };
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.#source) ?? [];
    this.at += found?.length ?? 0;
    return found;
  }

  #dictionary(depth: number): PdfValue {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.#match(WHITE);
      if (this.#source.startsWith('>>', this.at)) {
        this.at += 2;
        return entries;
      }
      const key = this.next(depth + 1);
      const value = key === undefined ? undefined : this.next(depth + 1);
      if (value === undefined) return entries;
      if (typeof key === 'object' && key !== null && 'kind' in key && key.kind === 'name')
        entries.set(key.name, value);
    }
  }

  #array(depth: number): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.#match(WHITE);
      if (this.#source[this.at] === ']') {
        this.at += 1;
        return items;
      }
      const item = this.next(depth + 1);
      if (item === undefined) return items;
      items.push(item);
    }
  }

  #hexadecimal(): PdfValue {
    const end = this.#source.indexOf('>', this.at);
    const digits = this.#source.slice(this.at + 1, end === -1 ? undefined : end).replace(/[^0-9a-f]/gi, '');
    this.at = end === -1 ? this.#source.length : end + 1;
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
    return { kind: 'text', bytes };
  }

  /** 7.3.4.2: parentheses in pairs stand for themselves, the rest is escaped. */
  #literal(): PdfValue {
    let bytes = '';
    let open = 0;
    while (this.at < this.#source.length) {
      const sign = this.#source[this.at++] ?? '';
      if (sign === '\\') {
        bytes += this.#escaped();
        continue;
      }
      if (sign === ')' && open === 1) break;
      if (sign === '(') open += 1;
      if (sign === ')') open -= 1;
      if (sign !== '(' || open > 1) bytes += sign;
    }
    return { kind: 'text', bytes };
  }

  #escaped(): string {
    const octal = this.#match(OCTAL);
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (this.#match(LINE_END) !== undefined) return '';
    const sign = this.#source[this.at++] ?? '';
    return PDF_ESCAPES[sign] ?? sign;
  }
}

/** No value is nested deeper. */
const DEEPEST_VALUE = 64;
const WHITE = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const PDF_NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const OBJECT_REFERENCE = /\d+\s+\d+\s+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const PDF_NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const PDF_WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const OCTAL = /[0-7]{1,3}/y;
const LINE_END = /\r\n|\r|\n/y;
const PDF_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const PDF_WORDS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function byteFromHex(_: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}
