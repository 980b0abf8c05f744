import type { CalendarDate } from '../facts/dates.ts';

/** What a count depends on besides the rosters. */
export interface CountOptions {
  /** 截至: ages are whole years on that day. */
  readonly asOf?: CalendarDate | undefined;
  /** 起 and 止: who joined within it is 本期发展. */
  readonly period?:
    | { readonly from?: CalendarDate | undefined; readonly to?: CalendarDate | undefined }
    | undefined;
  /** The parts that the facts name, by path (`members.byAge`): those are counted instead of the usual ones. */
  readonly parts?: ReadonlyMap<string, readonly string[]> | undefined;
}
