import { cellName } from '../xlsx/cell-reference.ts';
import type { CountedFigure, RosterPlace } from './figure.ts';
import { groupBy } from './group-by.ts';
import type { PostColumn } from './post-columns.ts';
import { categoryName } from './post-columns.ts';
import { quoteCell } from './quote.ts';
import type { Roster, RosterRow } from './roster.ts';
import { inFile, type RosterProblem, refuseSource } from './roster-problem.ts';
import { cellText, tablePlace } from './table.ts';
import { placeInColumn } from './tally.ts';

/** 编制 or 职数 by category: the sums of the columns, each category in the order in which it first stands. */
export function countPosts(rosters: readonly Roster[]): {
  readonly figures: readonly CountedFigure[];
  readonly problems: readonly RosterProblem[];
} {
  const problems = rosters.flatMap((roster) =>
    inFile(roster.file, [...withoutCategory(roster), ...unreadablePosts(roster)]),
  );
  if (problems.length > 0) return { figures: [], problems };
  const sums = new Map<string, CategorySums>();
  for (const roster of rosters) addRoster(sums, roster);
  const list = rosters[0]?.kind === '职数' ? 'leadershipPosts' : 'posts';
  return { figures: [...sums].flatMap(([item, each]) => postFigures(list, item, each)), problems };
}

type PostMeasure = PostColumn['measure'];
type CategorySums = Map<PostMeasure, { value: number; places: RosterPlace[] }>;

function postFigures(list: string, item: string, sums: CategorySums): CountedFigure[] {
  const [authorized, actual] = [sums.get('authorized'), sums.get('actual')];
  const isDerived = !sums.has('vacant');
  if (isDerived && authorized !== undefined && actual !== undefined) {
    sums.set('vacant', {
      value: authorized.value - actual.value,
      places: [...authorized.places, ...actual.places],
    });
  }
  return (['authorized', 'actual', 'vacant'] as const).flatMap((measure) => {
    const sum = sums.get(measure);
    return sum === undefined
      ? []
      : [
          {
            path: `${list}.${measure}`,
            item,
            ...sum,
            ...(isDerived && measure === 'vacant' && { isDerived }),
          },
        ];
  });
}

function addRoster(sums: Map<string, CategorySums>, roster: Roster): void {
  for (const post of roster.posts) {
    const byCategory = groupBy(roster.rows, (row) => rowCategory(roster, post, row));
    for (const [category, rows] of byCategory) {
      const value = rows.reduce((sum, { values }) => sum + (numberIn(cellText(values[post.column])) ?? 0), 0);
      const place = placeInColumn(
        roster,
        post.column,
        rows.map(({ number }) => number),
      );
      const category_ = sums.get(category) ?? new Map();
      sums.set(category, category_);
      const before = category_.get(post.measure) ?? { value: 0, places: [] };
      category_.set(post.measure, { value: before.value + value, places: [...before.places, place] });
    }
  }
}

/** By the header, else by the column of categories; 职数 that are not divided are 领导. */
function rowCategory(roster: Roster, { category }: PostColumn, { values }: RosterRow): string {
  if (category !== '') return category;
  const column = roster.columns.get('postCategory');
  const written = column === undefined ? '' : cellText(values[column]);
  return quoteCell(categoryName(written) || written) || '领导';
}

function withoutCategory(roster: Roster): RosterProblem[] {
  const isTold = roster.kind === '职数' || roster.columns.has('postCategory');
  if (isTold || roster.posts.every(({ category }) => category !== '')) return [];
  const place = { file: roster.file, ...(roster.sheet !== undefined && { name: roster.sheet }) };
  return [
    refuseSource(
      `${tablePlace(place)}有核定、实有，看不出是哪一类编制`,
      '请加一列“类别”（行政、事业、工勤），或者在核定、实有的上面一行写明“行政编制”“事业编制”。',
      roster.sheet === undefined ? {} : { sheet: roster.sheet },
    ),
  ];
}

/** Cells that are no number stop the count; an empty one, or a dash, adds nothing. */
function unreadablePosts(roster: Roster): RosterProblem[] {
  const place = { file: roster.file, ...(roster.sheet !== undefined && { name: roster.sheet }) };
  return roster.rows.flatMap(({ number, values }) =>
    roster.posts.flatMap(({ column }) => {
      const text = cellText(values[column]);
      if (numberIn(text) !== undefined) return [];
      const cells = cellName(column, number);
      return refuseSource(
        `${tablePlace(place, cells)} 写的是“${quoteCell(text)}”，不是数`,
        '请改成一个数；没有就空着。',
        {
          ...(roster.sheet !== undefined && { sheet: roster.sheet }),
          cells,
        },
      );
    }),
  );
}

/** A whole number, with its counting word perhaps; 0 for an empty cell or a dash. */
export function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/gu, '').replace(/^−/u, '-');
  if (plain === '' || /^[-—/无]+$/u.test(plain)) return 0;
  const match = /^(-?\d{1,7})(?:\.0+)?[名人个]?$/u.exec(plain);
  return match === null ? undefined : Number(match[1]);
}
