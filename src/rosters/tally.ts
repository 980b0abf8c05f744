import type { CountedFigure, RosterPlace } from './figure.ts';
import type { Person } from './person.ts';
import type { Roster } from './roster.ts';
import type { FieldId } from './roster-fields.ts';
import { columnCells } from './table.ts';

/** One roster with the people who count. */
export interface PeopleGroup {
  readonly roster: Roster;
  readonly people: readonly Person[];
}

/** How many people of some rosters are so, counted from a column (the first of `fields` that each has). */
export function countPeople(
  groups: readonly PeopleGroup[],
  path: string,
  fields: readonly FieldId[],
  isSo: (person: Person) => boolean,
): CountedFigure {
  const places = groups.map(({ roster, people }) =>
    rosterPlace(
      roster,
      fields,
      people.filter(isSo).map(({ row }) => row),
    ),
  );
  return { path, value: places.reduce((sum, { rows }) => sum + rows.length, 0), places };
}

/** Rows of a roster as the place of a figure: the column from the first row that counts to the last, whichever of them are meant. */
export function rosterPlace(
  roster: Roster,
  fields: readonly FieldId[],
  rows: readonly number[],
): RosterPlace {
  const column = fields.map((field) => roster.columns.get(field)).find((each) => each !== undefined) ?? 0;
  return placeInColumn(roster, column, rows);
}

export function placeInColumn(roster: Roster, column: number, rows: readonly number[]): RosterPlace {
  const first = roster.rows[0]?.number ?? 1;
  const last = roster.rows.at(-1)?.number ?? first;
  return {
    file: roster.file,
    ...(roster.sheet !== undefined && { sheet: roster.sheet }),
    cells: columnCells(column, first, last),
    rows,
  };
}
