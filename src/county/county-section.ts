import { nameInCounty } from './county-name.ts';
import type { County } from './roll-up.ts';
import type { TitleGroup } from './title-groups.ts';

/** A top-level key of the county's facts file with what the roll-up puts there. */
export interface CountySection {
  readonly key: string;
  /** Comments above it: what was not added, and material to write with. */
  readonly notes: readonly string[];
  readonly entries: readonly CountyEntry[];
}

/** What a person may change and the roll-up may renew, by itself. */
export type CountyEntry =
  /** `党员.流动`: one value on one line. */
  | { readonly kind: 'value'; readonly path: string; readonly text: string; readonly note?: string }
  /** An item of a list, by what names it. */
  | {
      readonly kind: 'item';
      readonly list: string;
      readonly name: string;
      readonly text: string;
      readonly note?: string;
    }
  /** All that is under the key, with its lines. */
  | { readonly kind: 'block'; readonly text: string };

export interface CountySectionOptions {
  /** Add up what there is, and say that it is not all. */
  readonly isPartial: boolean;
}

/** A value on a line of its own. */
export function value(path: string, text: string, note?: string): CountyEntry {
  return { kind: 'value', path, text, ...(note !== undefined && { note }) };
}

/** Measures of a problem, and answers to one question, that are shown; the others are in comments. */
export const MOST_PROPOSED_MEASURES = 3;
/** Units that a sentence names, and a comment. */
export const NAMED_IN_PROSE = 5;
const NAMED_IN_NOTES = 60;

/** All, or how many with some names: 所辖3个单位都, 云溪镇、石桥镇2个单位. */
export function whichUnits({ units }: Pick<TitleGroup, 'units'>, county: County): string {
  if (units.length === county.units.length && units.length > 1) return `所辖${units.length}个单位都`;
  const named = units
    .slice(0, NAMED_IN_PROSE)
    .map((unit) => nameInCounty(unit, county))
    .join('、');
  if (units.length === 1) return named;
  return `${named}${units.length > NAMED_IN_PROSE ? '等' : ''}${units.length}个单位`;
}

export function furtherGroups(
  all: readonly TitleGroup[],
  shown: readonly TitleGroup[],
  what: string,
): string[] {
  const others = all.filter((group) => !shown.includes(group));
  return others
    .slice(0, MOST_FURTHER)
    .map(({ title, units }) => `另有${what}：${title}（${listNames(units)}）`)
    .concat(
      others.length > MOST_FURTHER
        ? [`另有${what} ${others.length - MOST_FURTHER} 类，见各单位的事实文件`]
        : [],
    );
}

/** Groups that comments list. */
export const MOST_FURTHER = 30;

/** An item of a block list, indented as under a top-level key. */
export function item(lines: readonly (readonly [key: string, value: string])[]): string {
  return lines.map(([key, text], index) => `${index === 0 ? '  - ' : '    '}${key}: ${text}`).join('\n');
}

/** Names for a comment; of a whole country the first. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_IN_NOTES).join('、');
  return names.length > NAMED_IN_NOTES ? `${shown}等${names.length}个单位` : shown;
}
