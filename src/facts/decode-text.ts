import { isUtf8, transcode } from 'node:buffer';
import type { Slip } from './slip.ts';

/** A file's text, or why it cannot be read. Slips stand at offsets into `text`, which is then only good for showing them. */
export interface Decoded {
  readonly text: string;
  readonly slips: readonly Slip[];
}

/** The largest facts file that is read. */
export const MAX_BYTES = 4 * 1024 * 1024;

/** Reads bytes as UTF-8, with or without a byte order mark; names other encodings together with the remedy. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) return refuse('', tooLarge());
  if (isUtf16(bytes)) return refuse('', wrongEncoding('UTF-16（Windows 记事本里叫“Unicode”）', 0, 0));
  if (!isUtf8(bytes)) return refuseAtFirstLine(bytes);
  const text = textOf(bytes);
  return hasOldLineEnds(text) ? refuse(text, oldLineEnds(text)) : { text, slips: [] };
}

/** Lines that end with a carriage return alone, as on computers of the nineties: YAML sees one long line. */
function hasOldLineEnds(text: string): boolean {
  return !text.includes('\n') && text.indexOf('\r') !== text.lastIndexOf('\r');
}

function oldLineEnds(text: string): Slip {
  const start = text.indexOf('\r');
  return {
    rule: 'text-encoding',
    message: '各行末尾的换行符是旧式的 CR，分不出行',
    hint: '在编辑器里把换行符（行尾序列）改为 LF 或 CRLF，再保存。',
    start,
    end: start + 1,
  };
}

/** What UTF-8 bytes say; by way of UTF-16, in which strings are kept, it takes a tenth of the time that TextDecoder takes. */
function textOf(bytes: Uint8Array): string {
  const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

const BYTE_ORDER_MARK = '\ufeff';
const LENIENT = new TextDecoder('utf-8');

function refuse(text: string, slip: Slip): Decoded {
  return { text, slips: [slip] };
}

function refuseAtFirstLine(bytes: Uint8Array): Decoded {
  const text = LENIENT.decode(bytes);
  const at = Math.max(0, firstDamage(text, bytes));
  const end = /^\ufffd+/.exec(text.slice(at))?.[0].length ?? 0;
  const name = isGb18030(bytes) ? 'GB18030（也叫 GBK、ANSI）' : undefined;
  return refuse(text, wrongEncoding(name, at, at + end));
}

/** Where the first bytes stand that are not UTF-8; a U+FFFD that was written as such is passed over. */
function firstDamage(text: string, bytes: Uint8Array): number {
  const lines = text.split('\n');
  let offset = 0;
  let byteOffset = 0;
  for (const line of lines) {
    const end = bytes.indexOf(0x0a, byteOffset);
    const lineBytes = bytes.subarray(byteOffset, end === -1 ? bytes.length : end);
    if (!isUtf8(lineBytes)) return offset + line.indexOf('\ufffd');
    offset += line.length + 1;
    byteOffset += lineBytes.length + 1;
  }
  return offset;
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** By its byte order mark, or by the zero bytes that ASCII characters leave in it. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const head = bytes.subarray(0, 512);
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  return Math.max(...zeros) >= 4 && Math.max(...zeros) >= head.length / 16 && Math.min(...zeros) === 0;
}

function wrongEncoding(name: string | undefined, start: number, end: number): Slip {
  return {
    rule: 'text-encoding',
    message:
      name === undefined
        ? '文件不是 UTF-8 编码，从这里起读不出文字'
        : `文件的编码是 ${name}，不是 UTF-8，从这里起读不出文字`,
    hint: '在编辑器里用“另存为”，编码选 UTF-8，再试一次。',
    start,
    end,
  };
}

function tooLarge(): Slip {
  return {
    rule: 'yaml-syntax',
    message: '文件超过 4 MB，没有读',
    hint: '一个事实文件只写一个单位，通常不到 100 KB；请检查是不是拿错了文件。',
    start: 0,
    end: 0,
  };
}
