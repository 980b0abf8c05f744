import { isChinese } from './is-chinese.ts';

/** The offset of the first character that is not white. */
export function textStart(text: string): number {
  let start = 0;
  while (start < text.length && isWhite(text.charCodeAt(start))) start += 1;
  return start;
}

/** The offset after the last character that is not white. */
export function textEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isWhite(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** A text on its own: no white space at its ends, its lines joined. */
export function joinedText(text: string): string {
  const start = textStart(text);
  return joinLines(textBetween(text, start, Math.max(start, textEnd(text))));
}

/** Whether there is nothing but white space. */
export function isBlank(text: string): boolean {
  return textStart(text) === text.length;
}

/** Most texts have no white space at their ends, and stay as they are. */
export function textBetween(text: string, start: number, end: number): string {
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** A run of white space that holds a line break goes next to Chinese and is one space elsewhere. */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(/[ \t\r\n\u3000]+/g, (run, offset: number) =>
    run.includes('\n') ? lineJoint(text.slice(0, offset), text.slice(offset + run.length)) : run,
  );
}

/** What stands for a line break between two texts. */
export function lineJoint(before: string, after: string): string {
  return isChinese(lastCharacter(before)) || isChinese(after) ? '' : ' ';
}

function lastCharacter(text: string): string {
  const last = text.slice(-2);
  return (last.codePointAt(0) ?? 0) > 0xffff ? last : text.slice(-1);
}

function isWhite(code: number): boolean {
  if (code > 0x20) return code === 0x3000;
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
