import type { DraftRecord } from '../facts-draft.ts';

/** Gives every problem an id, by which causes and measures name it. */
export function numberProblems(problems: readonly DraftRecord[]): void {
  const taken = new Set(problems.flatMap((problem) => problem.text('id') ?? []));
  let number = 1;
  for (const problem of problems) {
    if (problem.text('id') !== undefined) continue;
    while (taken.has(`问题${number}`)) number += 1;
    problem.set('id', `问题${number}`);
    taken.add(`问题${number}`);
  }
}

/**
 * Links causes or measures to the problems that their text shows they answer: they quote its title, or share more than half of its words. What
 * the text does not show is left open.
 */
export function linkToProblems(items: readonly DraftRecord[], problems: readonly DraftRecord[]): void {
  for (const item of items) {
    if (item.get('problems') !== undefined) continue;
    const text = `${item.text('title') ?? ''}${item.text('body') ?? ''}`;
    const quoted = problems.filter((problem) => quotes(text, problem.text('title') ?? ''));
    const found = quoted.length > 0 ? quoted : nearestProblems(text, problems);
    const ids = found.flatMap((problem) => problem.text('id') ?? []);
    if (ids.length > 0) item.set('problems', ids);
  }
}

function quotes(text: string, title: string): boolean {
  return title.length >= 4 && (text.includes(`“${title}”`) || text.includes(`针对${title}`));
}

function nearestProblems(text: string, problems: readonly DraftRecord[]): DraftRecord[] {
  const scored = problems
    .map((problem) => ({ problem, share: wordShare(problem.text('title') ?? '', text) }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = scored;
  if (best === undefined || best.share < LEAST_SHARE || best.share === second?.share) return [];
  return [best.problem];
}

/** How much of a title's pairs of characters a text has. */
function wordShare(title: string, text: string): number {
  const words = title.replace(COMMON_WORDS, ' ');
  const pairs = [...words].slice(1).map((character, at) => (words[at] ?? '') + character);
  const own = [...new Set(pairs)].filter((pair) => /^\p{Script=Han}{2}$/u.test(pair));
  if (own.length < 2) return 0;
  return own.filter((pair) => text.includes(pair)).length / own.length;
}

const LEAST_SHARE = 0.5;
/** What problems say of everything. */
const COMMON_WORDS = /不够|不足|不强|不高|不到位|不及时|不多|有待|还|存在|薄弱|较|的|了|和|与|有些|部分/gu;
