/**
 * A text as a terminal can show it: characters that would move the cursor, change colours or turn the direction of
 * writing are replaced by a picture of one cell, so that no file can paint over what is said of it.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

// biome-ignore format: one group a line
const UNPRINTABLE = new RegExp(
  '[\\u0000-\\u0008\\u000b-\\u001f' + // C0 without tab and line feed
  '\\u007f-\\u009f' + // DEL and C1
  '\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]' + // invisible, and bidirectional controls
  '|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]', // half a character
  'g',
);
