import { isUtf8 } from 'node:buffer';
import { OoxmlFault } from './ooxml-fault.ts';

/** A part as text. `encoding` is what it was written in; a mark of byte order stays as the first character. */
export interface PartText {
  readonly name: string;
  readonly text: string;
  readonly encoding: string;
}

/** Decodes an XML part by its byte order mark or by what it declares (XML 1.0, F); what does not fit is a fault, never U+FFFD. */
export function decodePart(name: string, bytes: Buffer): PartText | OoxmlFault {
  const encoding = declaredEncoding(bytes);
  const text = decodeDeclared(bytes, encoding);
  return text === undefined ? new OoxmlFault('wrong-encoding', name, encoding) : { name, text, encoding };
}

/** The bytes of a text that was changed: in its own encoding where Node can write that, in UTF-8, so declared, elsewhere. */
export function encodePart({ text, encoding }: Pick<PartText, 'text' | 'encoding'>): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  const units = encoding === 'utf-16le' || encoding === 'utf-16be' ? Buffer.from(text, 'utf16le') : undefined;
  if (units === undefined) return Buffer.from(text.replace(DECLARED_ENCODING, '$1UTF-8$3'));
  return encoding === 'utf-16be' ? units.swap16() : units;
}

const DECLARED_ENCODING = /^(\ufeff?<\?xml[^>]{0,200}?encoding\s*=\s*["'])([\w.:-]{1,40})(["'])/;

function declaredEncoding(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0x00 && second === 0x3c) return 'utf-16be';
  if (first === 0x3c && second === 0x00) return 'utf-16le';
  if (first === 0xef) return 'utf-8';
  const declared = DECLARED_ENCODING.exec(bytes.toString('latin1', 0, 300))?.[2]?.toLowerCase() ?? 'utf-8';
  // Bytes of UTF-16 were recognised above: whoever declares it over others wrote UTF-8.
  return /^utf-?(?:8|16)/.test(declared) ? 'utf-8' : declared;
}

function decodeDeclared(bytes: Buffer, encoding: string): string | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
