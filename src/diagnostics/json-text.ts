/**
 * A value as JSON that a terminal or a log may show: whatever JSON leaves as it is although it moves the cursor or turns the direction of
 * writing (DEL, C1, bidirectional controls, separators of lines) is escaped, so that a program that reads it gets the very text.
 */
export function jsonText(value: unknown, replacer?: (key: string, each: unknown) => unknown): string {
  const text = `${JSON.stringify(value, replacer, 2)}\n`;
  return text.replace(RAW, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const RAW = /[\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
