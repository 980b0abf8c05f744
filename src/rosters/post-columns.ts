import type { HeadColumn } from './find-head.ts';

/** A column of numbers of posts: what it counts, and of which category where its headers say so. */
export interface PostColumn {
  readonly column: number;
  readonly measure: 'authorized' | 'actual' | 'vacant';
  /** 行政, 事业, 正科级; empty where a column of categories tells it. */
  readonly category: string;
  /** Of which of the two it speaks; undefined where only the title can tell. */
  readonly kind: '编制' | '职数' | undefined;
}

/** The columns of posts among some headers: 核定, 实有 and 空缺 above or below their categories. A column of totals is none. */
export function postColumnsOf(columns: readonly HeadColumn[]): PostColumn[] {
  return columns.flatMap(({ column, leaf, parent }) => {
    const below = POST_MEASURES.find(([, words]) => words.test(leaf));
    const above = below === undefined ? POST_MEASURES.find(([, words]) => words.test(parent)) : undefined;
    const [measure, words] = below ?? above ?? [];
    if (measure === undefined || words === undefined) return [];
    const rest = below === undefined ? parent.replace(words, '') + leaf : parent + leaf.replace(words, '');
    const category = categoryName(rest);
    if (/^(?:合计|小计|总计|共计|总数|总)$/u.test(category)) return [];
    return [{ column, measure, category, kind: kindIn(parent + leaf) }];
  });
}

const POST_MEASURES: readonly (readonly [PostColumn['measure'], RegExp])[] = [
  ['vacant', /空缺(?:编制|职数)?|空编|缺编|余编|缺额|空岗|缺配/u],
  ['actual', /实有(?:人数)?|实配|在编(?:人数)?|现有(?:人数)?|实际(?:配备|人数)?|在岗(?:人数)?|配备/u],
  ['authorized', /核定(?:编制|职数)?|核编|定编|编制总?数|职数/u],
];

function kindIn(header: string): PostColumn['kind'] {
  if (/职数|实配|领导/u.test(header)) return '职数';
  return /编/u.test(header) ? '编制' : undefined;
}

/** A category without the words that all categories share: 行政编制 is 行政. */
export function categoryName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/(?:编制|职数)?(?:人?数|情况)?$/u, '')
    .replace(/(?:编制|职数)$/u, '');
}
