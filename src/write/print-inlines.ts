import type { Inline, Series } from '../document/tree.ts';
import { toChineseNumeral } from './chinese-numeral.ts';
import { closedWith, textOf, withoutClosing } from './closing-marks.ts';
import type { Manner, Span } from './printed.ts';
import { makeSpan, PLAIN } from './spans.ts';

/** Turns a paragraph's pieces into spans; a series gets its numbers and separators. */
export function printInlines(inlines: readonly Inline[], manner: Manner = PLAIN): readonly Span[] {
  const spans: Span[] = [];
  for (const inline of inlines) addInline(spans, inline, manner);
  return spans;
}

function addInline(spans: Span[], inline: Inline, manner: Manner): void {
  switch (inline.type) {
    case 'text':
      spans.push(makeSpan(inline.text, manner));
      break;
    case 'figure':
      spans.push(makeSpan(inline.text, manner, inline.path));
      break;
    case 'pending':
      spans.push(makeSpan(`【待补：${inline.label}】`, manner, inline.path, true));
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
  const mark = open.some(holdsSentence) ? '。' : separator;
  return open.map((item, index) => {
    const isLast = index === open.length - 1;
    const numbered = open.length === 1 ? item : withNumber(item, `${toChineseNumeral(index + 1)}是`);
    return closedWith(numbered, isLast ? '。' : mark);
  });
}

function holdsSentence(item: readonly Span[]): boolean {
  return item.some(({ text }) => text.includes('。') || text.includes('？') || text.includes('！'));
}

/** A number that the item already begins with is not doubled. */
function withNumber(item: readonly Span[], number: string): readonly Span[] {
  return textOf(item).startsWith(number) ? item : [makeSpan(number), ...item];
}
