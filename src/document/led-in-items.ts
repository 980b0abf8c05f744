import { readHeadingMark } from './heading-mark.ts';

/**
 * Which of a text's paragraphs are items of a list inside it and no headings, by their places: 1. 2. … or （1）（2）…, two or more, from the first
 * on, after a paragraph that leads them in with a ： at its end, or where the first ends with ；. Others may be between two items.
 */
export function ledInItems(paragraphs: readonly string[]): ReadonlySet<number> {
  const items = new Set<number>();
  let open: { readonly first: number; readonly level: number; number: number } | undefined;
  paragraphs.forEach((text, at) => {
    const mark = readHeadingMark(text);
    if (mark === undefined) return;
    const isLedIn = LEADS_IN.test(paragraphs[at - 1] ?? '') || GOES_ON.test(text);
    if (mark.number === 1 && mark.level >= LEAST_LISTED && isLedIn) {
      open = { first: at, level: mark.level, number: 1 };
    } else if (mark.level === open?.level && mark.number === open.number + 1) {
      items.add(open.first).add(at);
      open.number += 1;
    } else open = undefined;
  });
  return items;
}

/** The upper two levels are headings' alone. */
const LEAST_LISTED = 3;
/** No heading ends with the mark that parts the items of a list. */
const GOES_ON = /[；;]\s*$/;
const LEADS_IN = /[：:]\s*$/;
