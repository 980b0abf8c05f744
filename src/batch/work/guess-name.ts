/** A unit's name as its facts file seems to say it, without reading the file in earnest; empty where it cannot be seen. */
export function guessName(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD)).toString('utf8');
  return NAME.exec(text)?.[1]?.trim() ?? '';
}

/** Bytes: the unit stands at the beginning; where it does not, all of the file is not worth the search. */
const HEAD = 16_384;
const NAME =
  /^["']?(?:单位|unit)["']?[ \t]*:[\s\S]*?["']?(?:名称|name)["']?[ \t]*:[ \t]*["']?([^\s"',}#][^\n"',}#]*)/m;
