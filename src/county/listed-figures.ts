import { chinesePath } from '../facts/fact-path.ts';
import { FIGURES, figureIn, partsIn, TALLIES } from '../facts/figure-fields.ts';
import { type CountyUnit, exactFigure } from './county-unit.ts';
import type { Decimal } from './decimal.ts';

/** A figure of a facts file under the name by which another file's can be found. */
export interface ListedFigure {
  readonly path: string;
  /** 党员.总数, 党支部.分类.村, 编制.行政.核定, 指标.走访农户. */
  readonly name: string;
  /** Undefined where it is 待补. */
  readonly value?: Decimal;
}

/** Every figure that facts state, in the vocabulary's order; items of lists by what names them. */
export function listFigures({ facts, written }: Pick<CountyUnit, 'facts' | 'written'>): ListedFigure[] {
  const listed = (path: string, name: string, figure: unknown): ListedFigure[] => {
    if (figure === undefined) return [];
    const value = exactFigure(figure, path, written);
    return [{ path, name, ...(value !== undefined && { value }) }];
  };
  const single = FIGURES.flatMap((place) =>
    listed(place.path, chinesePath(place.path), figureIn(facts, place)),
  );
  const parts = TALLIES.flatMap((place) =>
    [...(partsIn(facts, place) ?? [])].flatMap(([name, figure]) =>
      listed(`${place.path}.${name}`, `${chinesePath(place.path)}.${name}`, figure),
    ),
  );
  const posts = (['posts', 'leadershipPosts'] as const).flatMap((list) =>
    (facts[list] ?? []).flatMap((post, index) =>
      (['authorized', 'actual', 'vacant'] as const).flatMap((key) => {
        const path = `${list}.${index}.${key}`;
        return listed(path, `${chinesePath(list)}.${post.category ?? ''}.${POST_KEYS[key]}`, post[key]);
      }),
    ),
  );
  const indicators = (facts.indicators ?? []).flatMap(({ name = '', value }, index) =>
    listed(`indicators.${index}.value`, `指标.${name}`, value),
  );
  return [...single, ...parts, ...posts, ...indicators];
}

const POST_KEYS = { authorized: '核定', actual: '实有', vacant: '空缺' } as const;
