import { type Finding, locate, type Places } from '../diagnostics/finding.ts';
import { segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import { offsetsIn } from './offsets-in.ts';
import type { TextEdit } from './text-edit.ts';

/** What a file's text and its findings are, as far as edits are made of them. */
export interface FindingsOfText {
  readonly text: string;
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  readonly places: Places;
}

/** An edit, and the facts path of the text that it changes. */
export interface PlacedEdit extends TextEdit {
  readonly path: string;
}

/**
 * The edits that findings propose, in the file's own text. One is left out where the file does not say literally what the finding
 * speaks of, after an escape or over a folded line, and where it says a reference.
 */
export function proseEdits({ text, facts, findings, places }: FindingsOfText): PlacedEdit[] {
  const mendable = findings.filter(
    ({ replacement, at }) => replacement !== undefined && at.span !== undefined,
  );
  const offsetOf = offsetsIn(text);
  return locate(mendable, places).flatMap(({ start, end }, index) => {
    const { at, replacement = '', rule } = mendable[index] ?? {};
    if (at?.span === undefined || at.path === undefined || rule === undefined) return [];
    const edit = { start: offsetOf(start), end: offsetOf(end), replacement, rule, path: at.path };
    const meant = textAt(facts, at.path)?.slice(...at.span);
    const isPlain = text.slice(edit.start, edit.end) === meant && !meant.includes('{{');
    return isPlain ? [edit] : [];
  });
}

function textAt(facts: Facts, path: string): string | undefined {
  const value = valueAt(facts, segmentsOfPath(path));
  return typeof value === 'string' ? value : undefined;
}
