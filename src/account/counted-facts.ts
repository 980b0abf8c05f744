import { segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import type { Facts, Figure } from '../facts/facts.ts';
import { isSameBranch, isSameKind } from '../facts/same-name.ts';

/** A figure as it was counted elsewhere; the item of a list by its name. */
export interface CountedValue {
  readonly path: string;
  readonly item?: string;
}

/** What the facts state for a counted figure, with its own path (`posts.0.authorized`); undefined where they do not. */
export function findStated(
  facts: Facts,
  { path, item }: CountedValue,
): { readonly path: string; readonly value: Figure } | undefined {
  const own = item === undefined ? path : pathOfItem(facts, path, item);
  const value = own === undefined ? undefined : valueAt(facts, segmentsOfPath(own));
  return own === undefined || value === undefined ? undefined : { path: own, value: value as Figure };
}

/** The measure of the facts that a row speaks of: by its 编号, else by its title; -1 where there is none, or several. */
export function measureMeant(
  { measures = [] }: Facts,
  { id, text }: { readonly id: string; readonly text: string },
): number {
  const byId = measures.findIndex((measure) => measure.id !== undefined && measure.id === id);
  if (byId !== -1) return byId;
  const said = withoutPunctuation(text);
  const meant = measures.flatMap(({ title }, index) =>
    title !== undefined && said.startsWith(withoutPunctuation(title)) ? [index] : [],
  );
  return meant.length === 1 ? (meant[0] ?? -1) : -1;
}

function withoutPunctuation(text: string): string {
  return text.replace(/[\s。，、；：！？.,;:!?]/gu, '');
}

function pathOfItem(facts: Facts, path: string, item: string): string | undefined {
  const at = path.lastIndexOf('.');
  const list = path.slice(0, at);
  const index = list === 'branches.roster' ? branchNamed(facts, item) : postNamed(facts, list, item);
  return index === -1 ? undefined : `${list}.${index}${path.slice(at)}`;
}

function branchNamed({ branches }: Facts, item: string): number {
  return branches?.roster?.findIndex(({ name = '' }) => isSameBranch(name, item)) ?? -1;
}

function postNamed(facts: Facts, list: string, item: string): number {
  const posts = (list === 'posts' ? facts.posts : facts.leadershipPosts) ?? [];
  return posts.findIndex(({ category = '' }) => isSameKind(category, item));
}
