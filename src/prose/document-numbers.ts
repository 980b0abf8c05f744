import { matchesIn } from './matches.ts';
import type { Sentence } from './sentences.ts';

/** The wrongly bracketed years of document numbers: `(2024)` in 镇发(2024)9号, `〔2024]` in 镇发〔2024]9号. */
export function documentNumberBrackets(text: string): Sentence[] {
  if (!text.includes('号')) return [];
  return matchesIn(text, WRONG_BRACKETS).map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

const WRONG_BRACKETS =
  /(?<=[一-鿿])(?:[[［【(（〈<﹝](?:19|20)\d{2}[\]］】)）〉>〕﹞]|〔(?:19|20)\d{2}[\]］】)）〉>﹞])(?=第?\d{1,5}号)/g;
