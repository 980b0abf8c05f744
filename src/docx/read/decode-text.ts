import { isUtf8 } from 'node:buffer';

/** Decodes a page or a plain text by its mark, by what it declares itself (`charset=`), else as UTF-8 or GB18030; undefined where none fits. */
export function decodeText(bytes: Buffer, declared?: string): string | undefined {
  const own = declared ?? /charset\s*=\s*["']?([\w-]{1,40})/i.exec(bytes.toString('latin1', 0, 2000))?.[1];
  const candidates = [markOf(bytes), isUtf8(bytes) ? 'utf-8' : own, 'gb18030'];
  for (const encoding of candidates) {
    if (encoding === undefined) continue;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return undefined;
}

function markOf([first, second]: Buffer): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
