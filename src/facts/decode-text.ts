import { readUtf8 } from '../bytes/read-utf8.ts';
import type { ReadingSlip } from './slip.ts';

/** A file's text, or why it cannot be read. Slips are at offsets into `text`, which is then only good for showing them. */
export interface Decoded {
  readonly text: string;
  readonly slips: readonly ReadingSlip[];
}

/** The largest facts file that is read. */
export const LARGEST_FACTS = 4 * 1024 * 1024;

/** Reads bytes as UTF-8, with or without a byte order mark; names other encodings together with the remedy. */
export function decodeFacts(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST_FACTS) return refusedText('', factsTooLarge());
  const { text, problem } = readUtf8(bytes);
  if (problem !== undefined) return refusedText(text, { rule: 'text-encoding', ...problem });
  return hasOldLineEnds(text) ? refusedText(text, oldLineEnds(text)) : { text, slips: [] };
}

/** Lines that end with a carriage return alone, as on computers of the nineties: YAML sees one long line. */
function hasOldLineEnds(text: string): boolean {
  return !text.includes('\n') && text.indexOf('\r') !== text.lastIndexOf('\r');
}

function oldLineEnds(text: string): ReadingSlip {
  const start = text.indexOf('\r');
  return {
    rule: 'text-encoding',
    message: '各行末尾的换行符是旧式的 CR，分不出行',
    hint: '在编辑器里把换行符（行尾序列）改为 LF 或 CRLF，再保存。',
    start,
    end: start + 1,
  };
}

function refusedText(text: string, slip: ReadingSlip): Decoded {
  return { text, slips: [slip] };
}

function factsTooLarge(): ReadingSlip {
  return {
    rule: 'yaml-syntax',
    message: '文件超过 4 MB，没有读',
    hint: '一个事实文件只写一个单位，通常不到 100 KB；请检查是不是拿错了文件。',
    start: 0,
    end: 0,
  };
}
