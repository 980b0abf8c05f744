import { isKind, type PdfValue } from './pdf-value.ts';
import { ValueScanner } from './value-scanner.ts';

/** What the codes of a font stand for (9.10.3), and of how many bytes a code is. */
export interface CharacterMap {
  readonly bytes: number;
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads a font's ToUnicode. */
export function readCharacterMap(content: string): CharacterMap {
  const texts = new Map<string, string>();
  const scanner = new ValueScanner(content);
  let bytes = 1;
  let values: PdfValue[] = [];
  for (let value = scanner.next(); value !== undefined; value = scanner.next()) {
    if (!isKind(value, 'word')) {
      values.push(value);
      continue;
    }
    if (value.word === 'endcodespacerange') bytes = codeBytesOf(values.at(-1)).length || 1;
    if (value.word === 'endbfchar') addCharacters(values, texts);
    if (value.word === 'endbfrange') addRanges(values, texts);
    values = [];
  }
  return { bytes, texts };
}

function addCharacters(values: readonly PdfValue[], texts: Map<string, string>): void {
  for (let at = 0; at + 1 < values.length; at += 2)
    texts.set(codeBytesOf(values[at]), decodeUtf16(codeBytesOf(values[at + 1])));
}

function addRanges(values: readonly PdfValue[], texts: Map<string, string>): void {
  for (let at = 0; at + 2 < values.length; at += 3) {
    const [from, to, target] = [codeBytesOf(values[at]), codeBytesOf(values[at + 1]), values[at + 2]];
    const count = Math.min(bigEndian(to) - bigEndian(from), MOST_CODES) + 1;
    for (let step = 0; step < count; step += 1) {
      const code = codeBytes(bigEndian(from) + step, from.length);
      const text = Array.isArray(target)
        ? decodeUtf16(codeBytesOf(target[step]))
        : shifted(decodeUtf16(codeBytesOf(target)), step);
      texts.set(code, text);
    }
  }
}

/** Codes of one range: no font has more glyphs. */
const MOST_CODES = 0xffff;

function codeBytesOf(value: PdfValue | undefined): string {
  return isKind(value, 'text') ? value.bytes : '';
}

function decodeUtf16(bytes: string): string {
  const bytesInPairs = bytes.slice(0, bytes.length - (bytes.length % 2));
  return Buffer.from(bytesInPairs, 'latin1').swap16().toString('utf16le');
}

function shifted(text: string, step: number): string {
  const last = text.codePointAt(text.length - 1);
  return last === undefined ? '' : text.slice(0, -1) + String.fromCodePoint(Math.min(last + step, 0x10ffff));
}

function bigEndian(bytes: string): number {
  return Number.parseInt(Buffer.from(bytes, 'latin1').toString('hex') || '0', 16);
}

function codeBytes(number: number, length: number): string {
  return Buffer.from(number.toString(16).padStart(2 * length, '0'), 'hex').toString('latin1');
}
