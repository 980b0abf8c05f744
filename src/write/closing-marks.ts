import type { Span } from './printed.ts';
import { makeSpan } from './spans.ts';

const CLOSED_BY = '。；：，、;:,．';
/** Marks that end a sentence themselves, and what may follow them. */
const SENTENCE_END = '。？！?!…';
const BEHIND_END = '”’）》】」』)';

/** Without its closing marks: a heading, a title, an item of a series. ？ and ！ stay. */
export function withoutClosing(spans: readonly Span[]): readonly Span[] {
  const end = spans.at(-1);
  if (end === undefined || stripClosing(end.text) === end.text) return spans;
  const kept = [...spans];
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.isPending ? last.text : stripClosing(last.text);
    if (text === last.text) break;
    kept.pop();
    if (text !== '') kept.push({ ...last, text });
  }
  return kept;
}

/** With exactly one closing mark; what ends with a question mark or an exclamation mark keeps it. */
export function closedWith(spans: readonly Span[], mark: string): readonly Span[] {
  const open = withoutClosing(spans);
  const last = open[open.length - 1];
  if (last === undefined || endsSentence(open)) return open;
  if (last.path !== undefined || last.origin) return [...open, makeSpan(mark, last)];
  return [...open.slice(0, -1), { ...last, text: last.text + mark }];
}

/** The text of the spans alone. */
export function spansText(spans: readonly Span[]): string {
  let text = '';
  for (const span of spans) text += span.text;
  return text;
}

function endsSentence(spans: readonly Span[]): boolean {
  for (let index = spans.length - 1; index >= 0; index--) {
    const text = spans[index]?.text ?? '';
    for (let at = text.length - 1; at >= 0; at--) {
      const mark = text.charAt(at);
      if (!BEHIND_END.includes(mark)) return SENTENCE_END.includes(mark);
    }
  }
  return false;
}

function stripClosing(text: string): string {
  let end = text.length;
  while (end > 0 && isClosing(text, end - 1)) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

function isClosing(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= FIRST_IDEOGRAPH && code <= LAST_IDEOGRAPH) return false;
  return CLOSED_BY.includes(text.charAt(at)) || text.charAt(at).trim() === '';
}

const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fff;
