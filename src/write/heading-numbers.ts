import type { HeadingLevel } from '../document/tree.ts';
import { toChineseNumeral } from './chinese-numeral.ts';

/** The layers of an official document, GB/T 9704 7.3.3: 一、 （一） 1. （1）. */
const FORMS: Readonly<Record<HeadingLevel, (count: number) => string>> = {
  1: (count) => `${toChineseNumeral(count)}、`,
  2: (count) => `（${toChineseNumeral(count)}）`,
  3: (count) => `${count}.`,
  4: (count) => `（${count}）`,
};

/** Numbers headings as they come: each level counts on under its parent and begins anew under the next. */
export function countHeadings(): (level: HeadingLevel) => string {
  const counts = [0, 0, 0, 0, 0];
  return (level) => {
    const count = (counts[level] ?? 0) + 1;
    counts.fill(0, level);
    counts[level] = count;
    return FORMS[level](count);
  };
}
