import { contentDigest } from '../../batch/digest.ts';
import { extractUnits } from '../../batch/extract-units.ts';
import type { Extracts } from '../../batch/extracts.ts';
import type { StoredExtract } from '../../batch/records/extract-key.ts';
import { valueIn } from '../../batch/records/log-line.ts';
import type { BatchUnit, UnitResult } from '../../batch/unit.ts';
import type { BatchWork, Recipe } from '../../batch/work/work.ts';
import { configurationFinder } from '../../config/find-configuration.ts';
import { defaultsOf, folderOfInput } from '../../config/for-input.ts';
import { ruleSettings } from '../../config/rule-settings.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UNREADABLE_FACTS, type UnitToAdd } from '../../use/roll-up.ts';
import { VERSION } from '../../version.ts';
import { printNotice } from '../terminal/streams.ts';
import type { CheckInput } from './check/check-inputs.ts';

/**
 * Reads and checks the units of a county as a batch does, on several threads where they are many, and hands each over in order; whether one of
 * their files could not be read. What the last roll-up to the same output extracted is taken as long as nothing changed on which it depends.
 */
export async function readUnits(
  inputs: readonly CheckInput[],
  extracts: Extracts,
  take: (unit: UnitToAdd) => void,
): Promise<boolean> {
  const book = new Recipes();
  const units: BatchUnit[] = [];
  for (const { path } of inputs) units.push({ facts: path, output: path, recipe: await book.indexFor(path) });
  const work = checkingWork(book.recipes);
  const problems = new Set<string>();
  const failed = new Map<string, UnitToAdd>();
  /** What is kept of it; of a unit with errors nothing is, for they are to be told again. */
  const note = (result: UnitResult): UnitResult[] => {
    const { problem } = result;
    if (problem !== undefined && !problems.has(problem)) printNotice(`错误：${printable(problem)}\n`);
    if (problem !== undefined) problems.add(problem);
    if (result.status !== 'failed') return [result];
    failed.set(result.facts, failedUnit(result));
    return [];
  };
  extracts.recognise(units, work);
  await extracts.handOver(
    units,
    (missing, receive) => extractUnits(missing, work, undefined, (results) => receive(results.flatMap(note))),
    (unit) => take(failed.get(unit.file) ?? unit),
  );
  return problems.size > 0;
}

function failedUnit({ facts, name = '', diagnostics, extract: line }: UnitResult): UnitToAdd {
  // The very line that was just made.
  const made = line === undefined ? undefined : (valueIn(Buffer.from(line)) as StoredExtract);
  return { file: facts, name: made?.name ?? name, errors: diagnostics, why: made?.why ?? UNREADABLE_FACTS };
}

/** What the configurations decide; files for which they decide alike share one recipe. */
class Recipes {
  readonly recipes: Recipe[] = [];
  readonly #find = configurationFinder();
  readonly #known = new Map<string, number>();

  async indexFor(path: string): Promise<number> {
    const configuration = await this.#find(folderOfInput(path));
    const settings = ruleSettings(configuration, path, true);
    const key = JSON.stringify([configuration.file, settings.severities]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const options = {
      ...({ isDraft: true, format: 'docx', templateFolders: [] } as const),
      settings,
      defaults: defaultsOf(configuration),
    };
    // What is in a configuration's file, and where: its defaults' places are told in findings.
    const digest = contentDigest(JSON.stringify([configuration, settings.severities]));
    const index = this.recipes.push({ options, digest, templates: new Map() }) - 1;
    this.#known.set(key, index);
    return index;
  }
}

function checkingWork(recipes: readonly Recipe[]): BatchWork {
  return {
    folder: '',
    version: VERSION,
    names: [],
    recipes,
    isForced: false,
    isDryRun: true,
    isFailFast: false,
    isRolledUp: true,
    stop: new Int32Array(new SharedArrayBuffer(4)),
  };
}
