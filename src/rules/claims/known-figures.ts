import type { Facts } from '../../facts/facts.ts';
import { chinesePath, stepsOf } from '../../facts/labels.ts';
import { FIELD_ALIASES, FIGURE_NOUNS, TALLY_NOUNS } from './figure-nouns.ts';

/** A figure of the facts, as prose would call it. */
export interface KnownFigure {
  readonly path: string;
  readonly label: string;
  /** As the file has it. */
  readonly figure: number;
  /** As prose counts it: 万元 multiplied out. */
  readonly value: number;
  readonly units: readonly string[];
  readonly isOnlyPlain: boolean;
  /** A part is claimed only behind its whole (其中机关3个); these are the nouns it may drop there. */
  readonly isPart: boolean;
}

/** The figures that a facts file gives, by the nouns that name them. Longer nouns are looked for first. */
export type KnownFigures = ReadonlyMap<string, readonly KnownFigure[]>;

/** What prose may claim about, of one township's facts. */
export function knownFigures(facts: Facts): KnownFigures {
  const known = new Map<string, KnownFigure[]>();
  const add = (noun: string, figure: KnownFigure) => {
    const named = known.get(noun);
    if (named === undefined) known.set(noun, [figure]);
    else named.push(figure);
  };
  for (const { path, nouns, units, factor = 1, isOnlyPlain = false } of FIGURE_NOUNS) {
    const figure = valueAt(facts, path);
    if (typeof figure !== 'number') continue;
    const value = Number((figure * factor).toPrecision(15));
    for (const noun of nouns)
      add(noun, { path, label: labelOf(path), figure, value, units, isOnlyPlain, isPart: false });
  }
  for (const { path, noun, units } of TALLY_NOUNS) {
    for (const [name, figure] of tallyAt(facts, path)) {
      const known = {
        label: `${labelOf(path)}“${name}”`,
        figure,
        value: figure,
        units,
        isOnlyPlain: false,
        isPart: true,
      };
      const names = path === 'branches.byKind' ? [name, ...(FIELD_ALIASES[name] ?? [])] : [name];
      for (const called of names.flatMap((each) => [each, `${each}${noun}`])) {
        add(called, { ...known, path: `${path}.${name}` });
      }
    }
  }
  return known;
}

function valueAt(facts: Facts, path: string): unknown {
  let value: unknown = facts;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

function tallyAt(facts: Facts, path: string): [string, number][] {
  const tally = valueAt(facts, path);
  if (!(tally instanceof Map)) return [];
  return [...tally].filter((part): part is [string, number] => typeof part[1] === 'number');
}

/** 党员总数, or the Chinese path where the vocabulary has no name of its own. */
function labelOf(path: string): string {
  const last = stepsOf(path)?.at(-1);
  return (last?.kind === 'field' ? last.field.label : undefined) ?? chinesePath(path).replaceAll('.', '');
}
