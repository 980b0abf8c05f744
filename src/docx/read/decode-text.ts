import { decodeBytes, encodingOf } from '../../bytes/encoding.ts';

/** Decodes a page or a plain text: by its bytes where they leave no doubt, else as it declares itself (`charset=`); undefined where nothing fits. */
export function decodeChunk(bytes: Buffer, declared?: string): string | undefined {
  const encoding = encodingOf(bytes);
  if (encoding.startsWith('utf')) return decodeBytes(bytes, encoding);
  const own = declared ?? /charset\s*=\s*["']?([\w-]{1,40})/i.exec(bytes.toString('latin1', 0, 2000))?.[1];
  const text = own === undefined ? undefined : decodeAs(bytes, own);
  return text ?? (encoding === 'unknown' ? undefined : decodeBytes(bytes, encoding));
}

function decodeAs(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
