import type { Inline, Series } from '../document/tree.ts';
import { toChineseNumeral } from './chinese-numeral.ts';
import { closedWith, spansText, withoutClosing } from './closing-marks.ts';
import type { Span, TextManner } from './printed.ts';
import { makeSpan, PLAIN_MANNER } from './spans.ts';

/** The spans of one paragraph. */
export type PrintedLine = readonly Span[];

/** Turns a paragraph's pieces into spans; a series gets its numbers and separators. What breaks a paragraph goes on in the same. */
export function printInlines(inlines: readonly Inline[], manner: TextManner = PLAIN_MANNER): PrintedLine {
  const spans: Span[] = [];
  for (const inline of inlines) addInline(spans, inline, manner);
  return spans;
}

/**
 * The same as the paragraphs that it becomes: a break begins one, and so does each item of a series in which some item breaks, or numbers
 * 一是…二是… itself; the first goes on in the paragraph of a clause that leads to it (究其原因，), but not in that of a whole sentence.
 */
export function printParagraphs(inlines: readonly Inline[]): readonly PrintedLine[] {
  if (!inlines.some(mayBreak)) return [printInlines(inlines)];
  const lines: Span[][] = [[]];
  for (const inline of inlines) {
    const last = lines.at(-1) ?? [];
    if (inline.type === 'break') lines.push([]);
    else if (inline.type === 'series') {
      const [first = [], ...rest] = printSeries(inline.items);
      if (rest.length > 0 && inline.items.length > 1 && spansText(last).endsWith('。'))
        lines.push([...first]);
      else last.push(...first);
      for (const line of rest) lines.push([...line]);
    } else addInline(last, inline, PLAIN_MANNER);
  }
  return lines.filter((line) => line.length > 0);
}

/** The paragraphs of a series that stands by itself, each item from a new one on. */
export function printItemParagraphs(items: Series['items']): readonly PrintedLine[] {
  return printItems(items, '。').flat();
}

function addInline(spans: Span[], inline: Inline, manner: TextManner): void {
  switch (inline.type) {
    case 'text':
      spans.push(
        inline.origin === undefined
          ? makeSpan(inline.text, manner)
          : { ...makeSpan(inline.text, manner), origin: inline.origin },
      );
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
      for (const line of printItems(inline.items, '；').flat()) spans.push(...line);
      break;
    case 'break':
  }
}

function mayBreak({ type }: Inline): boolean {
  return type === 'break' || type === 'series';
}

/** A series inside a paragraph: one paragraph, unless its items are too much for that. */
function printSeries(items: Series['items']): readonly PrintedLine[] {
  const printed = printItems(items, '；');
  const isSpread =
    printed.some((lines) => lines.length > 1) || holdsSeries(printed.map((lines) => lines.flat()));
  return isSpread ? printed.flat() : [printed.flat(2)];
}

/**
 * The items of a series, each the paragraphs that it becomes, 一是 and 二是 before them, each with its closing mark: `separator`, but 。
 * for all where one of them holds a 。 of its own, and always 。 for the last. Items that number 一是…二是… themselves are told apart as
 * 第一，第二，. One item alone stays plain prose.
 */
function printItems(items: Series['items'], separator: '；' | '。'): readonly (readonly PrintedLine[])[] {
  const open = items.map(openLines);
  const texts = open.map((lines) => lines.flat());
  const mark = texts.some(holdsSentence) ? '。' : separator;
  const numberOf = holdsSeries(texts) ? ordinalOf : numeralOf;
  return open.map((lines, index) => {
    const isLast = index === open.length - 1;
    const [first = [], ...rest] = lines;
    const numbered = open.length === 1 ? first : numberedItem(first, numberOf(index + 1));
    return closeLast([numbered, ...rest], isLast ? '。' : mark);
  });
}

function openLines(item: readonly Inline[]): readonly PrintedLine[] {
  const lines = printParagraphs(item);
  return [...lines.slice(0, -1), withoutClosing(lines.at(-1) ?? [])];
}

function closeLast(lines: readonly PrintedLine[], mark: string): readonly PrintedLine[] {
  return [...lines.slice(0, -1), closedWith(lines.at(-1) ?? [], mark)];
}

function numeralOf(number: number): string {
  return `${toChineseNumeral(number)}是`;
}

function ordinalOf(number: number): string {
  return `第${toChineseNumeral(number)}，`;
}

/** Whether some of several items number 一是…二是… within themselves. */
function holdsSeries(items: readonly PrintedLine[]): boolean {
  return items.length > 1 && items.some((item) => /一是.*二是/s.test(spansText(item)));
}

function holdsSentence(item: PrintedLine): boolean {
  return item.some(({ text }) => text.includes('。') || text.includes('？') || text.includes('！'));
}

/** A number that the item already begins with is not doubled. */
function numberedItem(item: PrintedLine, number: string): PrintedLine {
  return spansText(item).startsWith(number) ? item : [makeSpan(number), ...item];
}
