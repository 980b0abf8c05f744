/**
 * A text in the encoding that a file has: UTF-8 with or without its mark, UTF-16 with its mark, GB18030's characters of one and two
 * bytes. Undefined where the file's own text would not come out as the very bytes that it is.
 */
export function encodeLike(
  text: string,
  own: { readonly text: string; readonly bytes: Uint8Array },
): Uint8Array | undefined {
  const encode = ENCODERS.find((encoder) => {
    const again = encoder(own.text, own.bytes);
    return again !== undefined && Buffer.compare(again, own.bytes) === 0;
  });
  return encode?.(text, own.bytes);
}

type Encoder = (text: string, like: Uint8Array) => Uint8Array | undefined;

const ENCODERS: readonly Encoder[] = [
  (text, like) => new TextEncoder().encode(hasMark(like, [0xef, 0xbb, 0xbf]) ? `\ufeff${text}` : text),
  (text, like) => (hasMark(like, [0xff, 0xfe]) ? Buffer.from(`\ufeff${text}`, 'utf16le') : undefined),
  (text, like) =>
    hasMark(like, [0xfe, 0xff]) ? Buffer.from(`\ufeff${text}`, 'utf16le').swap16() : undefined,
  (text) => encodeGb18030(text),
];

function hasMark(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Node decodes GB18030 and does not encode it; so every pair of bytes is decoded once. */
function encodeGb18030(text: string): Uint8Array | undefined {
  const pairs = pairsByCharacter();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = pairs.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else return undefined;
  }
  return Uint8Array.from(bytes);
}

function pairsByCharacter(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
    }
  }
  return pairs;
}
