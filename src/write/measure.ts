import { isChinese } from '../document/is-chinese.ts';
import { A4, SIZES } from '../format/gb9704.ts';

/** Widths in Times New Roman, in thousandths of the size; letters are taken at their average. */
const NARROW_WIDTHS: Readonly<Record<string, number>> = {
  ' ': 250,
  '.': 250,
  ',': 250,
  ':': 278,
  ';': 278,
  '-': 333,
  '(': 333,
  ')': 333,
  '/': 278,
  '%': 833,
};

/** How wide a text is, in characters of Chinese: a digit is half of one. */
export function textWidth(text: string): number {
  let thousandths = 0;
  for (const character of text) thousandths += isChinese(character) ? 1000 : narrowWidth(character);
  return thousandths / 1000;
}

/** How wide a text of the body is set, in twips: in 三号 16 pt a character, a quarter of a point less between characters. */
export function bodyWidthOf(text: string, size: number = SIZES.三号): number {
  const tightening = size === SIZES.三号 ? [...text].length * A4.characterSpacing : 0;
  return Math.round(textWidth(text) * size * 10 + tightening);
}

/** A text's width, and the room that it needs on a line of its own, in twips. */
export interface TextExtent {
  readonly width: number;
  readonly room: number;
}

/**
 * How a line of the body is set. LibreOffice keeps a fifth of an em between Chinese and other characters, whatever the document says, and
 * no font is quite as wide as another: half a character is kept besides.
 */
export function textExtent(text: string, size: number = SIZES.三号): TextExtent {
  const width = bodyWidthOf(text, size);
  if (text === '') return { width, room: 0 };
  const characters = [...text];
  const borders = characters.filter(
    (character, at) => at > 0 && isChinese(character) !== isChinese(characters[at - 1] ?? ''),
  ).length;
  return { width, room: width + borders * CLOSING_GAP + HALF_CHARACTER };
}

const CLOSING_GAP = 64;
const HALF_CHARACTER = 160;

function narrowWidth(character: string): number {
  return NARROW_WIDTHS[character] ?? (/[A-Z]/.test(character) ? 680 : /[a-z]/.test(character) ? 450 : 500);
}
