import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { isInSheet } from '../diagnostics/sheet-place.ts';

/** Leaves out what is only a consequence of another finding, which is at the right place. */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return withoutStatedSums(withoutReckoning(diagnostics));
}

/** A figure that a roster contradicts takes the sums along of which it is the whole or a part; that it is 待补 is said with it. */
function withoutStatedSums(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counted = diagnostics.filter(({ rule }) => rule === 'roster-figure');
  if (counted.length === 0) return diagnostics;
  const found = new Set(counted.map(({ start }) => positionKey(start)));
  return diagnostics.filter(({ rule, start, related }) => {
    if (!ADDED_UP.has(rule)) return true;
    return ![start, ...related.filter((place) => !isInSheet(place)).map((place) => place.start)].some(
      (place) => found.has(positionKey(place)),
    );
  });
}

const ADDED_UP: ReadonlySet<string> = new Set([
  'tally-sum',
  'roster-total',
  'subset-total',
  'post-vacancy',
  'over-establishment',
  'pending-value',
]);

/**
 * Leaves out the sums and shares that do not come out because one of their figures contradicts a fact: that figure is found
 * already, and it is the right place. One that is graver than what is found of the figure stays.
 */
function withoutReckoning(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const figures = diagnostics.filter(({ rule }) => rule === 'prose-figure');
  if (figures.length === 0) return diagnostics;
  const found = new Map(figures.map((figure) => [positionKey(figure.start), figure]));
  return diagnostics.filter(({ rule, severity, start, related }) => {
    if (!RECKONED.has(rule)) return true;
    const causes = [start, ...related.map((place) => place.start)].flatMap(
      (place) => found.get(positionKey(place)) ?? [],
    );
    return !causes.some((cause) => cause.severity === 'error' || severity === 'warning');
  });
}

const RECKONED: ReadonlySet<string> = new Set([
  ...[
    'prose-sum',
    'prose-share',
    'prose-rate',
    'prose-growth',
    'prose-difference',
    'prose-unit',
    'prose-repeat',
  ],
]);

function positionKey({ line, column }: Position): string {
  return `${line}:${column}`;
}
