import type { Figure, ListItem } from '../facts/facts.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import type { Whole } from './whole.ts';

type Post = ListItem<'posts'>;

const POST_FIGURES = ['authorized', 'actual', 'vacant'] as const;

/** Where a list of posts ends in a row 合计: its columns as totals of the rows above. */
export function postTotals(list: 'posts' | 'leadershipPosts', posts: readonly Post[] = []): Whole[] {
  const totals = posts.filter(isTotalRow);
  const [total] = totals;
  if (total === undefined || totals.length > 1) return [];
  const rows = posts.map((post, index) => ({ post, index })).filter(({ post }) => isPartRow(post));
  const at = posts.indexOf(total);
  return POST_FIGURES.map((column) => ({
    path: `${list}.${at}.${column}`,
    label: `${VOCABULARY[list].zh}${total.category ?? ''}${VOCABULARY.posts.item[column].zh}`,
    total: total[column],
    divisions: [
      {
        path: list,
        label: '各行',
        isPartial: false,
        isFree: false,
        parts: statedParts(
          rows.map(({ post, index }) => ({
            name: post.category ?? '',
            path: `${list}.${index}.${column}`,
            figure: post[column],
          })),
        ),
      },
    ],
  }));
}

/** 合计 is the sum of the other rows, not a category of its own. */
export function isTotalRow({ category = '' }: Post): boolean {
  return /^(?:合计|总计|共计|总数|小计)$/u.test(category.trim());
}

/** 其中 rows repeat what another row holds. */
function isPartRow(post: Post): boolean {
  return !isTotalRow(post) && !/^(?:其中|含)/u.test(post.category ?? '');
}

/** A column that a row leaves out has no sum. */
function statedParts<P extends { readonly figure: Figure | undefined }>(parts: readonly P[]): readonly P[] {
  return parts.every(({ figure }) => figure !== undefined) ? parts : [];
}
