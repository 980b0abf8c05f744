import type { Span } from './printed.ts';

/** Cuts spans into lines of the given lengths (UTF-16 units, adding up to the spans' own). */
export function splitSpans(spans: readonly Span[], lengths: readonly number[]): readonly (readonly Span[])[] {
  const queue = [...spans];
  return lengths.map((length) => takeLine(queue, length));
}

function takeLine(queue: Span[], length: number): readonly Span[] {
  const line: Span[] = [];
  let open = length;
  for (let span = queue.shift(); span !== undefined; span = open > 0 ? queue.shift() : undefined) {
    const { text } = span;
    if (text.length > open) queue.unshift({ ...span, text: text.slice(open) });
    line.push(text.length > open ? firstPart(span, open) : span);
    open -= text.length;
  }
  return line;
}

/** What is told of a span's origin is told at its end. */
function firstPart({ note: _, ...span }: Span, length: number): Span {
  return { ...span, text: span.text.slice(0, length) };
}
