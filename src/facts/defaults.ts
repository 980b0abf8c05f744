import type { CalendarDate } from './dates.ts';
import type { Facts } from './facts.ts';

/** What a county sets once for all its units; the facts file's own word comes first. */
export interface Defaults {
  /** The template of facts that name none. */
  readonly template?: string;
  readonly recipient?: string;
  readonly signatory?: string;
  /** Tables for reports whose facts name none. */
  readonly attach?: readonly string[];
  readonly period?: { readonly from?: CalendarDate; readonly to?: CalendarDate };
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
