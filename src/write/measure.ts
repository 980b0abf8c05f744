import { isChinese } from '../document/is-chinese.ts';

/** Widths in Times New Roman, in thousandths of the size; letters are taken at their average. */
const NARROW: Readonly<Record<string, number>> = {
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
export function widthOf(text: string): number {
  let thousandths = 0;
  for (const character of text) thousandths += isChinese(character) ? 1000 : narrowWidth(character);
  return thousandths / 1000;
}

/** How wide a text of the body is set, in twips: 16 pt a character, a quarter of a point less between characters. */
export function bodyWidthOf(text: string): number {
  return Math.round(widthOf(text) * 320 - [...text].length * 5);
}

function narrowWidth(character: string): number {
  return NARROW[character] ?? (/[A-Z]/.test(character) ? 680 : /[a-z]/.test(character) ? 450 : 500);
}
