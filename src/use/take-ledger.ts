import type { FactEdit } from '../facts/edit/fact-edit.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { MeasureChange } from '../sheets/measure-changes.ts';
import { withoutSpaces } from '../sheets/measure-changes.ts';
import { readReturned } from '../sheets/read-returned.ts';
import { type TakenUnit, takeLedger } from '../sheets/take-ledger.ts';
import type { CheckOptions } from './build.ts';
import { type TakenFacts, type TakeProblem, takeIntoFacts } from './take-facts.ts';

/** A spreadsheet that came back. */
export interface ReturnedFile {
  /** As messages call it. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A unit whose facts take something over. */
export interface TakingUnit {
  readonly reading: Reading;
  readonly options: CheckOptions;
}

/** What became of one facts file. */
export interface LedgerTaking extends TakenUnit {
  readonly file: string;
  /** Absent where nothing is to be written. */
  readonly taken?: TakenFacts;
  /** Why it is not written, though something was filled in. */
  readonly problems: readonly TakeProblem[];
}

export interface LedgerTakings {
  readonly units: readonly LedgerTaking[];
  /** Whether some row is of one of the units. */
  readonly isAbout: boolean;
  /** Of returned files that could not be read, and of units that are in several facts files. */
  readonly problems: readonly TakeProblem[];
  /** How many rows each unit has that no facts file is of; an empty name: rows that name none. */
  readonly strangers: ReadonlyMap<string, { readonly rows: number; readonly place: string }>;
}

/**
 * Takes what people filled in in ledgers that came back over into the facts of their units: by unit and 编号, each facts file whole or not at
 * all. The rows of all files are held against each other. Nothing is written.
 */
export async function takeLedgers(
  units: readonly TakingUnit[],
  files: readonly ReturnedFile[],
): Promise<LedgerTakings> {
  const returned = await Promise.all(files.map(({ bytes, file }) => readReturned(bytes, file)));
  const twice = sharedNames(units);
  const problems = [
    ...returned.flatMap((each) => each.problems),
    ...twice.map((name) => ({
      message: `几个事实文件都是“${name}”的，不知道该收回到哪一个`,
      hint: '一个单位只写一个事实文件，再收回一次。',
    })),
  ];
  const rows = returned.flatMap((each) => each.rows);
  const known = units.filter(({ reading }) => !twice.includes(plainUnitName(reading)));
  const { units: taken, strangers } = takeLedger(
    known.map(({ reading }) => reading),
    rows,
  );
  const takings: LedgerTaking[] = [];
  for (const [at, unit] of known.entries()) {
    const each = taken[at];
    if (each !== undefined) takings.push(await carryOver(unit, each));
  }
  const strange = [...strangers.values()].reduce((sum, all) => sum + all.length, 0);
  return {
    units: takings,
    isAbout: strange < rows.length,
    problems,
    strangers: new Map(
      [...strangers]
        .filter(([name]) => !twice.includes(withoutSpaces(name)))
        .map(([name, all]) => [name, { rows: all.length, place: all[0]?.placeOf('measure') ?? '' }]),
    ),
  };
}

function sharedNames(units: readonly TakingUnit[]): string[] {
  const names = units.map(({ reading }) => plainUnitName(reading));
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

function plainUnitName({ facts }: Reading): string {
  return withoutSpaces(facts.unit?.name ?? '');
}

async function carryOver({ reading, options }: TakingUnit, unit: TakenUnit): Promise<LedgerTaking> {
  const { source } = reading;
  const { file } = source;
  if (unit.bad.length > 0) return { ...unit, file, problems: unit.bad };
  if (unit.changes.length === 0) return { ...unit, file, problems: [] };
  const changes = unit.changes.map((change) => ({ ...change, edits: editsOf(change) }));
  const taken = await takeIntoFacts(source, changes, options);
  return 'after' in taken ? { ...unit, file, taken, problems: [] } : { ...unit, file, problems: taken };
}

/** Of several texts each for itself, so that those that stay keep their place, their style and their comments. */
function editsOf({ path, value, items = 0 }: MeasureChange): readonly FactEdit[] {
  if (typeof value === 'string') return [{ kind: 'set', path, value }];
  const [only] = value;
  if (items === 0) return [{ kind: 'set', path, value: value.length === 1 ? (only ?? '') : value }];
  const extra = Array.from({ length: Math.max(0, items - value.length) }, (_, at) => items - 1 - at);
  return [
    ...value.map((text, index): FactEdit => ({ kind: 'set', path: `${path}.${index}`, value: text })),
    ...extra.map((index): FactEdit => ({ kind: 'remove', path: `${path}.${index}` })),
  ];
}
