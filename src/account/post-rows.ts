import type { Facts, ListItem } from '../facts/facts.ts';

/** One row of 编制 or 职数 with what a reader calls it: 行政编制, 科级职数. */
export interface PostRow {
  readonly path: string;
  readonly label: string;
  readonly post: ListItem<'posts'>;
}

/** All rows of both lists. */
export function postRows({ posts = [], leadershipPosts = [] }: Facts): PostRow[] {
  return [
    ...posts.map((post, index) => ({ path: `posts.${index}`, label: postLabel(post, '编制'), post })),
    ...leadershipPosts.map((post, index) => ({
      path: `leadershipPosts.${index}`,
      label: postLabel(post, '职数'),
      post,
    })),
  ];
}

/** The category with what it is a category of, said once. */
function postLabel({ category = '' }: ListItem<'posts'>, noun: string): string {
  return category.endsWith(noun) ? category : category + noun;
}
