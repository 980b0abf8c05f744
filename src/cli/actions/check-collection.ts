import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { judgeCollection } from '../../judge/judge-collection.ts';
import type { Checked } from './check-one.ts';

/** Holds several townships against each other; the first one's configuration sets the rules. */
export async function checkCollection(checked: readonly Checked[]): Promise<Diagnostic[]> {
  const readings = checked.flatMap(({ reading }) => reading ?? []);
  const [first] = checked;
  return first === undefined || readings.length < 2 ? [] : judgeCollection(readings, first.settings);
}
