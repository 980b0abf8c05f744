import type { CalendarDate } from '../facts/dates.ts';
import type { Facts } from '../facts/facts.ts';
import { FigureCell, PhraseCell } from './cell.ts';
import type { View } from './view.ts';

/**
 * What prose says of the roster of branches, names and births left to the attached table: `branches` (how many it lists), `listed`
 * (secretaries, only where some branches name none), `averageAge` (years, one decimal; only where every secretary's birth is known),
 * `young` (35 and under) and `bothPosts`. Ages are whole years at the end of the period, else on the report's date.
 */
export function viewSecretaries({ branches, report }: Facts): View {
  const roster = branches?.roster ?? [];
  const secretaries = roster.flatMap(({ secretary }) => secretary ?? []);
  const ages = agesAt(
    report?.to ?? report?.date,
    secretaries.map(({ born }) => born),
  );
  const bothPosts = secretaries.filter((secretary) => secretary.bothPosts === true).length;
  const isPartial = secretaries.length < roster.length;
  return {
    branches: figureOrPhrase(roster.length > 0 ? roster.length : undefined),
    listed: figureOrPhrase(
      isPartial && (ages !== undefined || bothPosts > 0) ? secretaries.length : undefined,
    ),
    averageAge: figureOrPhrase(ages && Math.round((10 * sumOfNumbers(ages)) / ages.length) / 10),
    young: figureOrPhrase(ages?.filter((age) => age <= YOUNG).length),
    bothPosts: figureOrPhrase(secretaries.length > 0 ? bothPosts : undefined),
  };
}

const YOUNG = 35;

/** Whole years, by the month where a day is not known; undefined unless every birth is. */
function agesAt(
  date: CalendarDate | undefined,
  births: readonly (CalendarDate | undefined)[],
): readonly number[] | undefined {
  if (date === undefined || births.length === 0) return undefined;
  const ages = births.flatMap((born) => (born === undefined ? [] : yearsBetween(born, date)));
  return ages.length === births.length ? ages : undefined;
}

function yearsBetween(born: CalendarDate, date: CalendarDate): number {
  const months = (date.year - born.year) * 12 + date.month - born.month;
  const isBefore = months % 12 === 0 && (date.day ?? 31) < (born.day ?? 1);
  return Math.floor(months / 12) - (isBefore ? 1 : 0);
}

function sumOfNumbers(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function figureOrPhrase(value: number | undefined): FigureCell | PhraseCell {
  const path = 'branches.roster';
  return value === undefined ? new PhraseCell(path, '') : new FigureCell(path, value, String(value), '');
}
