/**
 * A text as one line of a terminal or a log can show it. Characters that would begin a line, move the cursor, change colours or turn the
 * direction of writing are replaced by a picture of one cell, so that no file can paint over what is said of it; and what a machine that
 * builds software would take for a command to itself is none any more.
 */
export function printable(text: string): string {
  return withoutCommands(visible(text));
}

/** The same without the commands: for what is shown character by character, or in a form that has no lines. */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE_CHARACTER, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

/**
 * A line that no CI takes for a command, as long as it was: GitHub obeys `::error::` at a line's beginning and `##[error]` anywhere in it, Azure
 * `##vso[`, TeamCity `##teamcity[`.
 */
export function withoutCommands(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\ua789').replace(/##(?=\[|vso\[|teamcity\[)/gi, '#\u266f');
}

// biome-ignore format: one group a line
const UNPRINTABLE_CHARACTER = new RegExp(
  '[\\u0000-\\u0008\\u000a-\\u001f' + // C0 without tab
  '\\u007f-\\u009f' + // DEL and C1
  '\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]' + // invisible, and bidirectional controls
  '|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]', // half a character
  'g',
);
