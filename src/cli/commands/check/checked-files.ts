import { PackedList } from '../../../bytes/packed-list.ts';
import type { Configuration } from '../../../config/configuration.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import { type Reading, readFacts } from '../../../facts/read-facts.ts';
import {
  type CollectionOptions,
  judgeCollection,
  judgeRemembered,
  type RememberedUnit,
  rememberUnit,
} from '../../../judge/judge-collection.ts';
import { readSource, STDIN_NAME } from '../../terminal/read-source.ts';
import { type Checked, withoutReading } from './check-one.ts';

/** Files whose facts are held in memory together: 50 kilobytes each. Those of more are read again where a rule has to see several of them. */
const MOST_READ = 500;

/** The files of one run after the check of each. */
export class CheckedFiles {
  readonly all: Checked[] = [];
  readonly #remembered: PackedList<RememberedUnit> | undefined;
  readonly #only: CollectionOptions['only'];

  /** `expected` is how many there may come; with `only` they are held against each other by a single rule. */
  constructor(expected: number, only?: CollectionOptions['only']) {
    this.#remembered = expected > MOST_READ ? new PackedList() : undefined;
    this.#only = only;
  }

  /** Files whose facts are in memory anyway. */
  static of(checked: readonly Checked[]): CheckedFiles {
    const files = new CheckedFiles(0);
    files.all.push(...checked);
    return files;
  }

  add(checked: Checked, configuration: Configuration): void {
    const { file, reading } = checked;
    if (this.#remembered === undefined || reading === undefined || file === STDIN_NAME) {
      this.all.push(checked);
      return;
    }
    this.#remembered.push([rememberUnit(reading, this.#only)]);
    this.all.push(withoutReading(checked, configuration));
  }

  /** Holds the townships among them against each other; the first one's configuration sets the rules. */
  async judgeTogether(): Promise<Diagnostic[]> {
    const readings = this.all.flatMap(({ reading }) => reading ?? []);
    const remembered = this.#remembered?.length ?? 0;
    const [first] = this.all;
    if (first === undefined || readings.length + remembered < 2) return [];
    const singly = new Set(this.all.flatMap(({ file, isWalked }) => (isWalked ? [] : [file])));
    const options = { singly, only: this.#only };
    return this.#remembered !== undefined && readings.length === 0
      ? judgeRemembered(this.#remembered, first.settings, readAgain, options)
      : judgeCollection(readings, first.settings, options);
  }
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
