import type { Facts } from '../facts/facts.ts';
import { rememberLast } from '../facts/remember-last.ts';
import { isLost, isUnread, type Unread } from './unread.ts';

/** How causes and measures refer to the problems. */
export interface ProblemLinks {
  /** Ids of the problems that something refers to. */
  readonly named: ReadonlySet<string>;
  /** References to ids that no problem has. */
  readonly unknown: readonly { readonly path: string; readonly id: string }[];
  /** Places in the list, from 0, of the items that refer to nothing. */
  readonly unlinked: readonly number[];
}

/** The links of one list. */
export function problemLinks(facts: Facts, list: Linking): ProblemLinks {
  return LINKS[list](facts);
}

/** Several rules ask for them. */
const LINKS = {
  causes: rememberLast((facts: Facts) => findLinks(facts, 'causes')),
  measures: rememberLast((facts: Facts) => findLinks(facts, 'measures')),
};

type Linking = 'causes' | 'measures';

function findLinks(facts: Facts, list: Linking): ProblemLinks {
  const ids = problemIds(facts);
  const named = new Set<string>();
  const unknown: { path: string; id: string }[] = [];
  const unlinked: number[] = [];
  for (const [index, { problems = [] }] of (facts[list] ?? []).entries()) {
    if (problems.length === 0) unlinked.push(index);
    for (const [at, id] of problems.entries()) {
      const plain = id.trim();
      if (ids.has(plain)) named.add(plain);
      else unknown.push({ path: `${list}.${index}.problems.${at}`, id });
    }
  }
  return { named, unknown, unlinked };
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

/** The problems that none of these links names. */
export function problemsWithout({ problems = [] }: Facts, { named }: ProblemLinks): NamedProblem[] {
  return problems.flatMap(({ id, title = '' }, index) =>
    id !== undefined && named.has(id.trim()) ? [] : [{ index, label: `“${(title || id) ?? ''}”` }],
  );
}

/** How many links to problems may be missing only because reading refused what they stood in. */
export function lostLinks(unread: Unread, facts: Facts, list: Linking): number {
  if (facts[list] === undefined && isLost(unread, list)) return Number.POSITIVE_INFINITY;
  if (unread.size === 0) return 0;
  const place = new RegExp(`^${list}\\.\\d+(?:\\.problems(?:\\.|$)|$)`);
  return [...unread].filter((path) => place.test(path)).length;
}

/** Whether a problem, or the id of one, may be missing only because reading refused it. */
export function hasLostProblem(unread: Unread, { problems = [] }: Facts): boolean {
  if (unread.size === 0) return false;
  if (isLost(unread, 'problems') || [...unread].some((path) => /^problems\.\d+$/.test(path))) return true;
  return problems.some(({ id }, index) => id === undefined && isUnread(unread, `problems.${index}`, ['id']));
}
