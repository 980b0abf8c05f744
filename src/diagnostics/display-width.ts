import { eastAsianWidth } from 'get-east-asian-width';

/** How many terminal cells a text takes: two for a wide character, none for a mark that joins the one before. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The cells of one code point; letters, Chinese characters and their punctuation need no table. */
export function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x7f) return 1;
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 2;
  if ((codePoint >= 0x3000 && codePoint <= 0x3029) || (codePoint >= 0xff01 && codePoint <= 0xff60)) return 2;
  if (JOINING.test(character)) return 0;
  return eastAsianWidth(codePoint);
}

const JOINING = /^(?:\p{Mn}|\p{Me}|\u200d)$/u;
