import type { Reading } from '../facts/read-facts.ts';
import { formSheets } from '../sheets/form-rows.ts';
import { writeForm } from '../sheets/form-workbook.ts';
import { readForm } from '../sheets/read-form.ts';
import { type TakenForm, takeForm } from '../sheets/take-form.ts';
import { type TakenFacts, type TakeProblem, takeIntoFacts } from './take-facts.ts';
import type { ReturnedFile, TakingUnit } from './take-ledger.ts';

export interface MadeForm {
  readonly bytes: Uint8Array;
  /** How many facts it asks for. */
  readonly asked: number;
}

/** A form of what the facts lack, as an .xlsx; undefined where they lack nothing that a form asks for. */
export function makeForm({ facts }: Reading): MadeForm | undefined {
  const sheets = formSheets(facts);
  const asked = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  return asked === 0 ? undefined : { bytes: writeForm(sheets, facts.unit?.name ?? ''), asked };
}

/** What became of a facts file that takes over what was filled in in its forms. */
export interface FormTaking extends TakenForm {
  readonly file: string;
  /** Absent where nothing is to be written. */
  readonly taken?: TakenFacts;
  /** Why it is not written, though something was filled in. */
  readonly problems: readonly TakeProblem[];
}

/** Takes what was filled in in forms over into the facts, whole or not at all. Nothing is written. */
export async function takeForms(
  { reading, options }: TakingUnit,
  files: readonly ReturnedFile[],
): Promise<FormTaking> {
  const { source, facts } = reading;
  const forms = await Promise.all(files.map(({ bytes, file }) => readForm(bytes, file)));
  const form = takeForm(facts, forms);
  const problems = [...forms.flatMap((each) => each.problems), ...form.bad];
  const made = { ...form, file: source.file };
  if (problems.length > 0 || form.changes.length === 0) return { ...made, problems };
  const changes = form.changes.map((change) => ({
    ...change,
    edits: [{ kind: 'set', path: change.path, value: change.value } as const],
  }));
  const taken = await takeIntoFacts(source, changes, options);
  return 'after' in taken ? { ...made, taken, problems } : { ...made, problems: taken };
}
