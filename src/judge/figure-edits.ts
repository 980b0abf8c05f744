import { locate } from '../diagnostics/finding.ts';
import { offsetsIn } from './offsets-in.ts';
import type { FindingsOfText, PlacedEdit } from './prose-edits.ts';

/**
 * The edits that findings about whole figures propose: the figure as it is in the file gives way, its comment stays. One is left out where
 * what is there is no bare figure or 待补.
 */
export function figureEdits({ text, findings, places }: Omit<FindingsOfText, 'facts'>): PlacedEdit[] {
  const mendable = findings.filter(
    ({ replacement, at }) => replacement !== undefined && at.span === undefined,
  );
  const offsetOf = offsetsIn(text);
  return locate(mendable, places).flatMap(({ start, end, path, rule }, index) => {
    const replacement = mendable[index]?.replacement ?? '';
    const edit = { start: offsetOf(start), end: offsetOf(end), replacement, rule, path };
    return WRITTEN_FIGURE.test(text.slice(edit.start, edit.end)) ? [edit] : [];
  });
}

const WRITTEN_FIGURE = /^(["']?)(?:[-+]?\d[\d.]*|待补)\1$/u;
