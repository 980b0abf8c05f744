import type { Span } from './printed.ts';

const CLOSING = '。；：，、;:,．';
/** Marks that end a sentence themselves, with what may stand behind them. */
const SENTENCE_END = /[。？！?!…][”’）》】」』)]*$/;

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
  if (open.length === 0 || SENTENCE_END.test(textOf(open))) return open;
  const last = open[open.length - 1] ?? { text: '' };
  if (last.path !== undefined) return [...open, { ...manner(last), text: mark }];
  return [...open.slice(0, -1), { ...last, text: last.text + mark }];
}

/** The text of the spans alone. */
export function textOf(spans: readonly Span[]): string {
  return spans.length === 1 ? (spans[0]?.text ?? '') : spans.map((span) => span.text).join('');
}

/** How a mark looks that follows a figure: as the figure, without being one. */
function manner(span: Span): Omit<Span, 'text' | 'path'> {
  return { ...(span.isStrong ? { isStrong: true } : {}), ...(span.isHeading ? { isHeading: true } : {}) };
}

function stripClosing(text: string): string {
  let end = text.length;
  while (end > 0 && (CLOSING.includes(text.charAt(end - 1)) || text.charAt(end - 1).trim() === '')) end -= 1;
  return text.slice(0, end);
}
