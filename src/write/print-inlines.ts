import type { Inline, Series } from '../document/tree.ts';
import { toChineseNumeral } from './chinese-numeral.ts';
import { closedWith, textOf, withoutClosing } from './closing-marks.ts';
import type { Span } from './printed.ts';

type Manner = Pick<Span, 'isStrong' | 'isHeading'>;

const PLAIN: Manner = {};

/** Turns a paragraph's pieces into spans; a series gets its numbers and separators. */
export function printInlines(inlines: readonly Inline[], manner: Manner = PLAIN): readonly Span[] {
  const spans: Span[] = [];
  for (const inline of inlines) addInline(spans, inline, manner);
  return spans;
}

function addInline(spans: Span[], inline: Inline, manner: Manner): void {
  switch (inline.type) {
    case 'text':
      spans.push(manner === PLAIN ? { text: inline.text } : { text: inline.text, ...manner });
      break;
    case 'figure':
      spans.push({ text: inline.text, path: inline.path, ...manner });
      break;
    case 'pending':
      spans.push({ text: `【待补：${inline.label}】`, path: inline.path, isPending: true, ...manner });
      break;
    case 'strong':
      spans.push(...printInlines(inline.children, { ...manner, isStrong: true }));
      break;
    case 'series':
      for (const item of printItems(inline.items, '；')) spans.push(...item);
  }
}

/**
 * The items of a series, 一是 and 二是 before them, each with its closing mark: `separator`, but 。 for all where one of
 * them holds a 。 of its own, and always 。 for the last. One item alone stays plain prose.
 */
export function printItems(items: Series['items'], separator: '；' | '。'): readonly (readonly Span[])[] {
  const open = items.map((item) => withoutClosing(printInlines(item)));
  const mark = open.some((item) => /[。？！]/.test(textOf(item))) ? '。' : separator;
  return open.map((item, index) => {
    const isLast = index === open.length - 1;
    const numbered = open.length === 1 ? item : withNumber(item, `${toChineseNumeral(index + 1)}是`);
    return closedWith(numbered, isLast ? '。' : mark);
  });
}

/** A number that the item already begins with is not doubled. */
function withNumber(item: readonly Span[], number: string): readonly Span[] {
  return textOf(item).startsWith(number) ? item : [{ text: number }, ...item];
}
