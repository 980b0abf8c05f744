import type { CalendarDate, Deadline } from './dates.ts';
import type { Field, Fields } from './field.ts';
import type { VOCABULARY } from './vocabulary.ts';

/** What stands for a number that is known to be missing. */
export const PENDING = '待补';
export type Pending = typeof PENDING;

/** A count or an amount; `isNumber` tells a figure from 待补. */
export type Figure = number | Pending;

/**
 * What a facts file says, by its English names. Everything may be absent: what is needed is checked, not typed, so
 * that a draft can be made of what there is. Texts are as written; decimals that a number would print otherwise
 * (`1.10`) are found in `Reading.written`.
 */
export type Facts = RecordOf<typeof VOCABULARY>;

/** Items of the facts' lists, for whoever takes one alone. */
export type ListItem<List extends keyof Facts> =
  NonNullable<Facts[List]> extends readonly (infer T)[] ? T : never;

export type RecordOf<F extends Fields> = { readonly [Name in keyof F]?: ValueOf<F[Name]> };

type ValueOf<F extends Field> = F extends { kind: 'record'; fields: infer Inner extends Fields }
  ? RecordOf<Inner>
  : F extends { kind: 'list'; item: infer Inner }
    ? Inner extends Fields
      ? readonly RecordOf<Inner>[]
      : readonly string[]
    : F extends { kind: 'mapping' }
      ? ReadonlyMap<string, string>
      : F extends { kind: 'tally' }
        ? TallyValue
        : F extends { kind: infer Kind extends keyof ScalarValues }
          ? ScalarValues[Kind]
          : never;

/** Parts by their names, in the file's order. */
export type TallyValue = ReadonlyMap<string, Figure>;

interface ScalarValues {
  text: string;
  prose: string;
  proses: readonly string[];
  texts: readonly string[];
  count: Figure;
  difference: Figure;
  amount: Figure;
  denominator: Figure | string;
  date: CalendarDate;
  deadline: Deadline;
  yesno: boolean;
  choice: string;
  version: number;
}

export function isNumber(figure: Figure | undefined): figure is number {
  return typeof figure === 'number';
}
