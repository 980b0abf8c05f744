import type { Origin } from '../document/tree.ts';
import type { Printed, Span } from './printed.ts';
import { mapLines } from './printed-lines.ts';

/** Says where a fact is written; undefined where nobody wrote it. */
export type DescribeOrigin = (path: string, span?: Origin['span']) => string | undefined;

/** Notes at each figure the fact that it is, and at the end of each passage of the facts' own words where they are from. */
export function noteOrigins(printed: Printed, describe: DescribeOrigin): Printed {
  let number = 0;
  return mapLines(printed, (spans) => {
    const ends = passageEnds(spans);
    return spans.map((span, index) => {
      const origin = ends.get(index);
      const isFigure = span.path !== undefined && span.path !== '' && !span.isPending;
      const figure = isFigure ? describe(span.path ?? '') : undefined;
      const passage = origin === undefined ? undefined : describe(origin.path, origin.span);
      if (figure === undefined && passage === undefined) return span;
      number += 1;
      return { ...span, note: { number, figure, passage } };
    });
  });
}

/** By the index of its last span: where each passage is from. Figures in it, to which it refers, do not end it. */
function passageEnds(spans: readonly Span[]): ReadonlyMap<number, Origin> {
  const ends = new Map<number, Origin>();
  let open: { readonly origin: Origin; readonly last: number } | undefined;
  const close = () => {
    if (open !== undefined) ends.set(open.last, open.origin);
    open = undefined;
  };
  for (const [index, { origin, path }] of spans.entries()) {
    if (origin === undefined) {
      if (path === undefined) close();
      continue;
    }
    if (open !== undefined && open.origin.path !== origin.path) close();
    open = { origin: open?.origin ?? origin, last: index };
  }
  close();
  return ends;
}
