import { type Decimal, decimalOf, minus, plus, ZERO } from './decimal.ts';
import type { FigureText, UnitExtract } from './unit-extract.ts';

const POST_LISTS = ['posts', 'leadershipPosts'] as const;
export type PostList = (typeof POST_LISTS)[number];

/** 编制 or 职数 of a county, by category. */
export interface CountyPosts {
  readonly list: PostList;
  readonly rows: readonly CountyPost[];
  /** Names of the units that have no such list. */
  readonly lacking: readonly string[];
}

export interface CountyPost {
  readonly category: string;
  readonly authorized?: Decimal;
  readonly actual?: Decimal;
  /** The difference where both are known. */
  readonly vacant?: Decimal;
  /** Names of the units whose row lacks a figure. */
  readonly lacking: readonly string[];
}

/** Adds the posts of units up. A category that a unit does not list is one that it does not have; a list that it lacks is not known. */
export class PostSums {
  readonly #lists = new Map(POST_LISTS.map((list) => [list, new Map<string, CategoryPosts>()]));
  readonly #lacking = new Map<PostList, string[]>(POST_LISTS.map((list) => [list, []]));

  add(unit: UnitExtract): void {
    const { name } = unit;
    for (const list of POST_LISTS) {
      const posts = unit[list];
      if (posts.length === 0) this.#lacking.get(list)?.push(name);
      for (const { category, authorized, actual } of posts) {
        addToCategory(this.#row(list, category), name, decimalOrNone(authorized), decimalOrNone(actual));
      }
    }
  }

  #row(list: PostList, category: string): CategoryPosts {
    const rows = this.#lists.get(list);
    const key = category.replace(/(?<=.)(?:编制|职数)$/u, '');
    const row = rows?.get(key) ?? { authorized: ZERO, actual: ZERO, unauthorized: [], unmanned: [] };
    rows?.set(key, row);
    return row;
  }

  /** Lists that at least one unit has. */
  results(): CountyPosts[] {
    return POST_LISTS.flatMap((list) => {
      const rows = [...(this.#lists.get(list) ?? [])].map(([category, row]) => postOf(category, row));
      return rows.length === 0 ? [] : [{ list, rows, lacking: this.#lacking.get(list) ?? [] }];
    });
  }
}

function decimalOrNone(text: FigureText): Decimal | undefined {
  return text === null || text === '' ? undefined : decimalOf(text);
}

interface CategoryPosts {
  authorized: Decimal;
  actual: Decimal;
  readonly unauthorized: string[];
  readonly unmanned: string[];
}

function addToCategory(
  row: CategoryPosts,
  name: string,
  authorized: Decimal | undefined,
  actual: Decimal | undefined,
): void {
  if (authorized === undefined) row.unauthorized.push(name);
  else row.authorized = plus(row.authorized, authorized);
  if (actual === undefined) row.unmanned.push(name);
  else row.actual = plus(row.actual, actual);
}

function postOf(category: string, { authorized, actual, unauthorized, unmanned }: CategoryPosts): CountyPost {
  const lacking = [...new Set([...unauthorized, ...unmanned])];
  return {
    category,
    ...(unauthorized.length === 0 && { authorized }),
    ...(unmanned.length === 0 && { actual }),
    ...(lacking.length === 0 && { vacant: minus(authorized, actual) }),
    lacking,
  };
}
