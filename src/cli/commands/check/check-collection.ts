import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { type CollectionOptions, judgeCollection } from '../../../judge/judge-collection.ts';
import type { Checked } from './check-one.ts';

/**
 * Holds several townships against each other; the first one's configuration sets the rules. With `only` a single rule is asked.
 */
export async function checkCollection(
  checked: readonly Checked[],
  only?: CollectionOptions['only'],
): Promise<Diagnostic[]> {
  const readings = checked.flatMap(({ reading }) => reading ?? []);
  const [first] = checked;
  if (first === undefined || readings.length < 2) return [];
  const singly = new Set(checked.flatMap(({ file, isWalked }) => (isWalked ? [] : [file])));
  return judgeCollection(readings, first.settings, { singly, ...(only !== undefined && { only }) });
}
