import { isUtf8 } from 'node:buffer';
import { decodeBytes, decodeUtf8, ENCODING_NAMES, encodingOf, wideEncodingOf } from './encoding.ts';

/** A file's text, or why it is none in UTF-8. */
export interface Utf8Text {
  /** Without its byte order mark; beside a problem only good for showing where it is. */
  readonly text: string;
  readonly problem?: EncodingProblem;
}

/** What is wrong with a file's encoding: in words, and where in the text, in UTF-16 offsets. */
export interface EncodingProblem {
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}

/** Reads bytes that are meant to be UTF-8, with or without a byte order mark; names another encoding together with the remedy. */
export function readUtf8(bytes: Uint8Array): Utf8Text {
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) return { text: '', problem: encodingFault(ENCODING_NAMES[wide], 0, 0) };
  return isUtf8(bytes) ? { text: decodeUtf8(bytes) } : refuseAtFirstLine(bytes);
}

function refuseAtFirstLine(bytes: Uint8Array): Utf8Text {
  const encoding = encodingOf(bytes);
  if (encoding === 'unknown') return refuseDamage(bytes);
  const text = decodeBytes(bytes, encoding);
  const [first = ''] = /[^\0-\x7f]+/.exec(text) ?? [];
  const at = text.indexOf(first);
  return { text, problem: encodingFault(ENCODING_NAMES[encoding], at, at + first.length) };
}

function refuseDamage(bytes: Uint8Array): Utf8Text {
  const text = decodeBytes(bytes, 'unknown');
  const at = Math.max(0, firstDamage(text, bytes));
  const end = /^\ufffd+/.exec(text.slice(at))?.[0].length ?? 0;
  return { text, problem: encodingFault(undefined, at, at + end) };
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

function encodingFault(name: string | undefined, start: number, end: number): EncodingProblem {
  return {
    message:
      name === undefined
        ? '文件不是 UTF-8 编码，从这里起读不出文字'
        : `文件的编码是 ${name}，不是 UTF-8，从这里起读不出文字`,
    hint: '在编辑器里用“另存为”，编码选 UTF-8，再试一次。',
    start,
    end,
  };
}
