import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { type Reading, readFacts } from '../../../facts/read-facts.ts';
import { type CollectionOptions, judgeCollection, judgeRemembered } from '../../../judge/judge-collection.ts';
import { readSource } from '../../terminal/read-source.ts';
import type { Checked } from './check-one.ts';

/**
 * Holds several townships against each other; the first one's configuration sets the rules. With `only` a single rule is asked.
 */
export async function checkCollection(
  checked: readonly Checked[],
  only?: CollectionOptions['only'],
): Promise<Diagnostic[]> {
  const readings = checked.flatMap(({ reading }) => reading ?? []);
  const remembered = checked.flatMap((each) => each.remembered ?? []);
  const [first] = checked;
  if (first === undefined || readings.length + remembered.length < 2) return [];
  const singly = new Set(checked.flatMap(({ file, isWalked }) => (isWalked ? [] : [file])));
  const options = { singly, ...(only !== undefined && { only }) };
  return readings.length > 0
    ? judgeCollection(readings, first.settings, options)
    : judgeRemembered(remembered, first.settings, readAgain, options);
}

/** Nothing where the file is gone meanwhile. */
async function readAgain(file: string): Promise<Reading | undefined> {
  try {
    return (await readFacts(await readSource(file))).value;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
