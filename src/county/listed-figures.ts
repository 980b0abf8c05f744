import { chinesePath } from '../facts/fact-path.ts';
import { FIGURE_FIELDS, TALLIES } from '../facts/figure-fields.ts';
import type { FigureText, PostExtract, UnitExtract } from './unit-extract.ts';

/** A figure of a unit under the name by which another unit's can be found. */
export interface ListedFigure {
  readonly path: string;
  /** 党员.总数, 党支部.分类.村, 编制.行政.核定, 指标.走访农户. */
  readonly name: string;
  /** As it is printed; empty where it is 待补. */
  readonly text: string;
}

/** Every figure that a unit states, in the vocabulary's order; items of lists by what names them. */
export function listFigures(unit: UnitExtract): ListedFigure[] {
  const listed: ListedFigure[] = [];
  const add = (path: string, name: string, text: FigureText | undefined): void => {
    if (text !== null && text !== undefined) listed.push({ path, name, text });
  };
  for (const [index, { path, name }] of FIGURE_NAMES.entries()) add(path, name, unit.figures[index]);
  for (const [index, { path, name }] of TALLY_NAMES.entries()) {
    for (const [part, text] of unit.tallies[index]?.parts ?? [])
      add(`${path}.${part}`, `${name}.${part}`, text);
  }
  for (const list of ['posts', 'leadershipPosts'] as const) {
    for (const [index, post] of unit[list].entries()) {
      for (const key of POST_KEYS) {
        add(`${list}.${index}.${key}`, `${POST_NAMES[list]}.${post.category}.${POST_NAMES[key]}`, post[key]);
      }
    }
  }
  for (const [index, { name, value }] of unit.indicators.entries()) {
    add(`indicators.${index}.value`, `指标.${name}`, value);
  }
  return listed;
}

const FIGURE_NAMES = FIGURE_FIELDS.map(({ path }) => ({ path, name: chinesePath(path) }));
const TALLY_NAMES = TALLIES.map(({ path }) => ({ path, name: chinesePath(path) }));
const POST_KEYS = ['authorized', 'actual', 'vacant'] as const satisfies readonly (keyof PostExtract)[];
const POST_NAMES = {
  posts: chinesePath('posts'),
  leadershipPosts: chinesePath('leadershipPosts'),
  authorized: '核定',
  actual: '实有',
  vacant: '空缺',
} as const;
