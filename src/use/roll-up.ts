import type { CountyRows } from '../county/county-table.ts';
import {
  type CountyText,
  type CountyTextOptions,
  newCountyText,
  renewedCountyText,
} from '../county/county-text.ts';
import { type County, type CountyFault, type LeftOutUnit, RollUp } from '../county/roll-up.ts';
import type { UnitExtract } from '../county/unit-extract.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readFacts } from '../facts/read-facts.ts';

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

export interface RolledUp {
  /** Absent where the units are no county, or none could be added. */
  readonly county?: County;
  /** The errors of units. */
  readonly errors: readonly Diagnostic[];
  /** Why the units are no county, each at its place in a file. */
  readonly faults: readonly CountyFault[];
  readonly leftOut: readonly LeftOutUnit[];
}

/** Adds units up, one after another as they come; what it keeps of each is its name and the wording of its titles; `rows` keeps its figures. */
export async function rollUpUnits(
  units: AsyncIterable<UnitToAdd>,
  { name, rows }: { readonly name?: string | undefined; readonly rows?: CountyRows | undefined } = {},
): Promise<RolledUp> {
  const rolled = new RollUp();
  const leftOut: LeftOutUnit[] = [];
  const errors: Diagnostic[] = [];
  let added = 0;
  for await (const { file, name: unit, errors: found, extract, why = '' } of units) {
    errors.push(...found);
    if (extract === undefined) leftOut.push({ unit, file, why });
    else {
      rolled.add(file, extract);
      rows?.add(extract);
      added += 1;
    }
  }
  const options = { leftOut, ...(name !== undefined && { name }) };
  const faults = rolled.faults(options);
  const isCounty = faults.length === 0 && added > 0;
  return { errors, faults, leftOut, ...(isCounty && { county: rolled.finish(options) }) };
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
