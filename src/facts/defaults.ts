import type { PlaceInFile } from '../diagnostics/diagnostic.ts';
import type { Places } from '../diagnostics/finding.ts';
import type { CalendarDate } from './dates.ts';
import type { Facts } from './facts.ts';
import type { Reading } from './read-facts.ts';
import { passagesLater } from './read-passages.ts';

/** What a county sets once for all its units; the facts file's own word comes first. */
export interface Defaults {
  /** The template of facts that name none. */
  readonly template?: string;
  readonly recipient?: string;
  readonly signatory?: string;
  /** Tables for reports whose facts name none. */
  readonly attach?: readonly string[];
  readonly period?: { readonly from?: CalendarDate; readonly to?: CalendarDate };
  /** Where they are set, by the facts paths that they stand for: `report.from`. */
  readonly places?: Readonly<Record<string, PlaceInFile>>;
}

/** What was read with what its report leaves open filled from the defaults; what came from there has its place there. */
export function fillReading(reading: Reading, defaults: Defaults): Reading {
  const facts = withDefaults(reading.facts, defaults);
  if (facts === reading.facts) return reading;
  const own = reading.facts.report ?? {};
  const set = new Map(
    Object.entries(defaults.places ?? {}).filter(
      ([path]) => !Object.hasOwn(own, path.slice('report.'.length)),
    ),
  );
  const places = async (): Promise<Places> => {
    const inFile = await reading.places();
    return { ...inFile, rangeOf: (anchor) => set.get(anchor.path ?? '') ?? inFile.rangeOf(anchor) };
  };
  return { ...reading, facts, passages: passagesLater(facts, reading.written), places };
}

/** The facts with what their report leaves open filled from the defaults. */
export function withDefaults(facts: Facts, defaults: Defaults): Facts {
  const { recipient, signatory, period } = defaults;
  const filled = {
    ...(recipient !== undefined && { recipient }),
    ...(signatory !== undefined && { signatory }),
    ...(period?.from !== undefined && { from: period.from }),
    ...(period?.to !== undefined && { to: period.to }),
  };
  return Object.keys(filled).length === 0 ? facts : { ...facts, report: { ...filled, ...facts.report } };
}
