import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';

/**
 * Leaves out the sums and shares that do not come out because one of their figures contradicts a fact: that figure is found
 * already, and it is the right place. One that is graver than what is found of the figure stays.
 */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const figures = diagnostics.filter(({ rule }) => rule === 'prose-figure');
  if (figures.length === 0) return diagnostics;
  const found = new Map(figures.map((figure) => [keyOf(figure.start), figure]));
  return diagnostics.filter(({ rule, severity, start, related }) => {
    if (!RECKONED.has(rule)) return true;
    const causes = [start, ...related.map((place) => place.start)].flatMap(
      (place) => found.get(keyOf(place)) ?? [],
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

function keyOf({ line, column }: Position): string {
  return `${line}:${column}`;
}
