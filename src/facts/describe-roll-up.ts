import { chinesePath } from './fact-path.ts';
import { type Field, rollUpOf } from './field.ts';

/** How a county's fact comes of its units', in words: `各单位相加`; empty for a record, whose fields say it each. */
export function describeRollUp(field: Field): string {
  const way = rollUpOf(field);
  if (typeof way === 'string') return ROLL_UP_WAYS[way];
  if ('meanBy' in way) return `按${chinesePath(way.meanBy)}加权平均`;
  const key = 'item' in field && field.item !== 'text' ? field.item : {};
  const name = (by: string) => key[by]?.zh ?? by;
  return 'unionBy' in way
    ? `${name(way.unionBy)}相同的合成一条`
    : `按${name(way.listBy)}归类，写明有多少单位`;
}

const ROLL_UP_WAYS = {
  fields: '',
  sum: '各单位相加',
  union: '同名的相加',
  own: '只在各单位',
  shared: '各单位一致的才写',
  latest: '取最晚的',
  any: '有一个单位是就是',
  none: '不汇总',
} as const;
