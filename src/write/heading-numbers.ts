import type { HeadingLevel } from '../document/tree.ts';
import { toChineseNumeral } from './chinese-numeral.ts';

/** The layers of an official document, GB/T 9704 7.3.3: 一、 （一） 1. （1）. */
const HEADING_FORMS: Readonly<Record<HeadingLevel, (count: number) => string>> = {
  1: (count) => `${toChineseNumeral(count)}、`,
  2: (count) => `（${toChineseNumeral(count)}）`,
  3: (count) => `${count}.`,
  4: (count) => `（${count}）`,
};

/**
 * The numbers of headings that come one after another: each level counts on under its parent and begins anew under the next. A heading
 * below level 1 that is alone under its parent has none: a division into one part is no division.
 */
export function numberHeadings(levels: readonly HeadingLevel[]): readonly string[] {
  const counts = [0, 0, 0, 0, 0];
  const places = levels.map((level, index) => {
    const count = (counts[level] ?? 0) + 1;
    counts.fill(0, level);
    counts[level] = count;
    return { level, count, isLast: isLastUnderParent(levels, index) };
  });
  return places.map(({ level, count, isLast }) =>
    level > 1 && count === 1 && isLast ? '' : HEADING_FORMS[level](count),
  );
}

function isLastUnderParent(levels: readonly HeadingLevel[], index: number): boolean {
  const level = levels[index] ?? 1;
  let next = index + 1;
  while ((levels[next] ?? 1) > level) next += 1;
  return levels[next] !== level;
}
