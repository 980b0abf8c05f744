/** A unit's name as its facts file seems to say it, without reading the file in earnest; empty where it cannot be seen. */
export function guessName(bytes: Uint8Array): string {
  for (const size of READ_LENGTHS) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, size)).toString(
      'utf8',
    );
    const match = UNIT_NAME_LINE.exec(text);
    const isWhole =
      match !== null && (match.index + match[0].length < text.length || bytes.byteLength <= size);
    if (isWhole) return match[1]?.trim() ?? '';
  }
  return '';
}

/** Bytes: the unit is at the beginning, mostly in its first lines; where it is not, all of the file is not worth the search. */
const READ_LENGTHS = [1024, 16_384];
const UNIT_NAME_LINE =
  /^["']?(?:单位|unit)["']?[ \t]*:[\s\S]*?["']?(?:名称|name)["']?[ \t]*:[ \t]*["']?([^\s"',}#][^\n"',}#]*)/m;
