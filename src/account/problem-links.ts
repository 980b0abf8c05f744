import type { Facts } from '../facts/facts.ts';
import { ownNumber } from '../facts/own-number.ts';
import { nearestWord } from '../facts/suggest.ts';
import { isLost, isUnread, type Unread } from './unread.ts';

export type Linking = 'causes' | 'measures';

/** How the causes, or the measures, refer to the problems; places in lists count from 0. */
export interface ProblemLinks {
  /** For each problem the items that name it, in their order. */
  readonly answers: readonly (readonly number[])[];
  /** For each item the problems that it names, in the order of its own list. */
  readonly named: readonly (readonly number[])[];
  /** References to what no problem is called by. */
  readonly unknown: readonly { readonly path: string; readonly name: string }[];
  /** The items that refer to nothing. */
  readonly unlinked: readonly number[];
  /** The items that refer to nothing but what no problem is called by: each may well be meant for one that seems to have none. */
  readonly astray: readonly number[];
}

/** The links of one list; a problem is named by its 编号 or its title. */
export function problemLinks(facts: Facts, list: Linking): ProblemLinks {
  const items = facts[list] ?? [];
  const answers: number[][] = (facts.problems ?? []).map(() => []);
  const unknown: { path: string; name: string }[] = [];
  const unlinked: number[] = [];
  const astray: number[] = [];
  const find = items.length === 0 ? FINDS_NONE : problemFinder(facts);
  const named = items.map(({ problems = [] }, index) => {
    if (problems.length === 0) unlinked.push(index);
    const found: number[] = [];
    for (const [at, name] of problems.entries()) {
      const problem = find(name);
      if (problem === undefined) unknown.push({ path: `${list}.${index}.problems.${at}`, name });
      else if (!found.includes(problem)) found.push(problem);
    }
    for (const problem of found) answers[problem]?.push(index);
    if (problems.length > 0 && found.length === 0) astray.push(index);
    return found;
  });
  return { answers, named, unknown, unlinked, astray };
}

type FindProblem = (name: string) => number | undefined;

const FINDS_NONE: FindProblem = () => undefined;

/** An id goes before a title, and of two problems that are called alike the first is meant. */
function problemFinder({ problems = [] }: Facts): FindProblem {
  const byId = new Map<string, number>();
  const byTitle = new Map<string, number>();
  const add = (places: Map<string, number>, name: string, index: number) => {
    if (name !== '' && !places.has(name)) places.set(name, index);
  };
  for (const [index, { id, title }] of problems.entries()) {
    if (id !== undefined) add(byId, id.trim(), index);
    if (title !== undefined) add(byTitle, plainTitle(title, problems.length), index);
  }
  return (name) => byId.get(name.trim()) ?? byTitle.get(plainTitle(name, problems.length));
}

/** A title without what the writer sets: the number before it, and the mark at its end. */
function plainTitle(title: string, siblings: number): string {
  const plain = title.trim();
  return plain.slice(ownNumber(plain, siblings).length).replace(/[。；]$/, '');
}

/** The ids that the problems have. */
export function problemIds({ problems = [] }: Facts): Set<string> {
  const ids = new Set<string>();
  for (const { id } of problems) if (id !== undefined) ids.add(id.trim());
  return ids;
}

/** A problem's place in the list and what to call it. */
export interface NamedProblem {
  readonly index: number;
  readonly label: string;
}

/** The problems that none of these links names, but for those that a miswritten name seems to mean: that one is reported itself. */
export function problemsWithout(
  { problems = [] }: Facts,
  { answers, unknown }: ProblemLinks,
): NamedProblem[] {
  return problems.flatMap(({ id, title = '' }, index) => {
    if (answers[index]?.length !== 0 || unknown.some(({ name }) => seemsToMean(name, { id, title })))
      return [];
    return [{ index, label: `“${(title || id) ?? ''}”` }];
  });
}

/** A title with a slip in it; an id in other letters (p1, Ｐ1, P-01), for every id is like every other one. */
function seemsToMean(name: string, { id, title }: { id: string | undefined; title: string }): boolean {
  if (id !== undefined && plainId(name) === plainId(id)) return true;
  return title !== '' && nearestWord(name.trim(), [title]) !== undefined;
}

function plainId(id: string): string {
  return id
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}

/** How many links to problems may be missing only because reading refused what they stood in. */
export function lostLinks(unread: Unread, facts: Facts, list: Linking): number {
  if (facts[list] === undefined && isLost(unread, list)) return Number.POSITIVE_INFINITY;
  if (unread.size === 0) return 0;
  const place = new RegExp(`^${list}\\.\\d+(?:\\.problems(?:\\.|$)|$)`);
  return [...unread].filter((path) => place.test(path)).length;
}

/** Whether a problem, or what one is called by, may be missing only because reading refused it. */
export function hasLostProblem(unread: Unread, { problems = [] }: Facts): boolean {
  if (unread.size === 0) return false;
  if (isLost(unread, 'problems') || [...unread].some((path) => /^problems\.\d+$/.test(path))) return true;
  return problems.some((_, index) => isUnread(unread, `problems.${index}`, ['id', 'title']));
}
