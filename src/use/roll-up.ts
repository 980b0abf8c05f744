import type { CountyRows } from '../county/county-table.ts';
import {
  type CountyText,
  type CountyTextOptions,
  newCountyText,
  renewedCountyText,
} from '../county/county-text.ts';
import { type County, type CountyFault, CountyRollUp, type LeftOutUnit } from '../county/roll-up.ts';
import type { UnitExtract } from '../county/unit-extract.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { locate } from '../diagnostics/finding.ts';
import { type Reading, readFacts } from '../facts/read-facts.ts';
import { countyUnit } from '../rules/facts/county-unit.ts';

/** A unit of a county after its check; one that cannot be added says why. */
export interface UnitToAdd {
  readonly file: string;
  readonly name: string;
  /** Absent for a unit with errors. */
  readonly extract?: UnitExtract;
  readonly errors: readonly Diagnostic[];
  /** A clause; absent where it can be added. */
  readonly why?: string;
}

/** Why a unit is not in its county. */
export const UNREADABLE_FACTS = '事实文件读不出来';

export interface RolledUp {
  /** Absent where the units are no county, or none could be added. */
  readonly county?: County;
  /** The errors of units. */
  readonly errors: readonly Diagnostic[];
  /** Why the units are no county, each at its place in a file. */
  readonly faults: readonly CountyFault[];
  readonly leftOut: readonly LeftOutUnit[];
}

export interface CountyMakerOptions {
  /** The county's name; found in the units' names if absent. */
  readonly name?: string | undefined;
  /** Keeps each unit's figures, for a table or a page. */
  readonly rows?: CountyRows | undefined;
  /** Sub-totals by the units' kind. */
  readonly isByKind?: boolean;
}

/** Makes a county of units that are handed to it one after another; of each it keeps the name and the wording of its titles, in `rows` its figures. */
export class CountyMaker {
  readonly rows: CountyRows | undefined;
  readonly #name: string | undefined;
  readonly #rolled: CountyRollUp;
  readonly #leftOut: LeftOutUnit[] = [];
  readonly #errors: Diagnostic[] = [];
  #added = 0;

  constructor({ name, rows, isByKind = false }: CountyMakerOptions = {}) {
    this.#rolled = new CountyRollUp({ isByKind });
    this.#name = name;
    this.rows = rows;
  }

  add({ file, name: unit, errors, extract, why = '' }: UnitToAdd): void {
    this.#errors.push(...errors);
    if (extract === undefined) {
      this.#leftOut.push({ unit, file, why });
      return;
    }
    this.#rolled.add(file, extract);
    this.rows?.add(extract);
    this.#added += 1;
  }

  finish(): RolledUp {
    const leftOut = this.#leftOut;
    const options = { leftOut, ...(this.#name !== undefined && { name: this.#name }) };
    const faults = this.#rolled.faults(options);
    const isCounty = faults.length === 0 && this.#added > 0;
    return {
      errors: this.#errors,
      faults,
      leftOut,
      ...(isCounty && { county: this.#rolled.finish(options) }),
    };
  }
}

/** Why units are no county, each at its place; they are few, so their files are read again for the places. */
export async function locateFaults(
  faults: readonly CountyFault[],
  read: (file: string) => Promise<Reading | undefined>,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { file, path, message, hint, other } of faults) {
    const places = await (await read(file))?.places();
    if (places === undefined) continue;
    const finding = { rule: countyUnit.id, severity: countyUnit.severity, message, hint, at: { path } };
    const [diagnostic] = locate([finding], places);
    if (diagnostic === undefined) continue;
    const otherPlaces = other && (await (await read(other.file))?.places());
    const related =
      other === undefined || otherPlaces === undefined
        ? []
        : [{ message: other.message, file: other.file, ...otherPlaces.rangeOf({ path: other.path }) }];
    found.push({ ...diagnostic, related });
  }
  return found;
}

/**
 * The county's facts file: new, or what a roll-up wrote before, renewed. Undefined where that one is none, or would no longer be read without
 * a fault.
 */
export async function countyText(
  county: County,
  options: CountyTextOptions,
  before?: { readonly file: string; readonly text: string },
): Promise<CountyText | undefined> {
  if (before === undefined) return { text: newCountyText(county, options), kept: [] };
  const { value, diagnostics } = await readFacts({ file: before.file, bytes: Buffer.from(before.text) });
  if (value === undefined || diagnostics.length > 0) return undefined;
  const renewed = renewedCountyText(county, options, { text: before.text, facts: value.facts });
  if (renewed === undefined) return undefined;
  const after = await readFacts({ file: before.file, bytes: Buffer.from(renewed.text) });
  return after.diagnostics.length === 0 ? renewed : undefined;
}
