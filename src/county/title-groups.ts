/** Items of several units whose titles say the same, or nearly. */
export interface TitleGroup {
  /** The wording of most units; of those without figures, where there are any. */
  readonly title: string;
  /** Whether every wording holds a figure, which would be wrong for the whole county. */
  readonly hasFigure: boolean;
  readonly aspect: string;
  /** Names of the units, each once, in the order in which they came. */
  readonly units: readonly string[];
  /** All wordings with how often each stands. */
  readonly wordings: ReadonlyMap<string, number>;
}

/**
 * Groups titles by aspect and likeness while they come. Two are alike when they share most of their pairs of characters; the names of the units
 * do not count. Groups are found by the pairs that they hold, so that thousands of titles need no comparison of each with each.
 */
export class TitleGroups {
  readonly #groups: MutableGroup[] = [];
  readonly #byText = new Map<string, MutableGroup>();
  readonly #byPair = new Map<string, MutableGroup[]>();

  /** The number of the group that the title came to. */
  add(unit: string, title: string, aspect = ''): number {
    const text = titleWording(title, unit);
    const key = `${aspect}\n${text}`;
    const group = this.#byText.get(key) ?? this.#alike(text, aspect) ?? this.#open(text, aspect);
    this.#byText.set(key, group);
    if (group.units.at(-1) !== unit) group.units.push(unit);
    const wording = withoutUnitName(title, unit);
    group.wordings.set(wording, (group.wordings.get(wording) ?? 0) + 1);
    return group.index;
  }

  /** In the order in which they were opened: the numbers that `add` gave. */
  results(): TitleGroup[] {
    return this.#groups.map(({ aspect, units, wordings }) => ({
      ...mostCommon(wordings),
      aspect,
      units,
      wordings,
    }));
  }

  #alike(text: string, aspect: string): MutableGroup | undefined {
    const pairs = characterPairs(text);
    const shared = new Map<MutableGroup, number>();
    for (const pair of pairs) {
      for (const group of this.#byPair.get(pair) ?? []) {
        if (group.aspect === aspect) shared.set(group, (shared.get(group) ?? 0) + 1);
      }
    }
    let best: MutableGroup | undefined;
    let most = LIKE_WORDING;
    for (const [group, count] of shared) {
      const likeness = (2 * count) / (pairs.size + group.pairs);
      if (likeness <= most) continue;
      best = group;
      most = likeness;
    }
    return best;
  }

  #open(text: string, aspect: string): MutableGroup {
    const pairs = characterPairs(text);
    const index = this.#groups.length;
    const group = { index, aspect, pairs: pairs.size, units: [], wordings: new Map<string, number>() };
    this.#groups.push(group);
    if (index >= MOST_COMPARED) return group;
    for (const pair of pairs) {
      const bearers = this.#byPair.get(pair);
      if (bearers === undefined) this.#byPair.set(pair, [group]);
      else bearers.push(group);
    }
    return group;
  }
}

interface MutableGroup {
  readonly index: number;
  readonly aspect: string;
  /** How many different pairs of characters its first title has. */
  readonly pairs: number;
  readonly units: string[];
  readonly wordings: Map<string, number>;
}

/** Shared pairs, of all; below it titles that only sound alike (抓好党建工作, 抓好信访工作) would come together. */
const LIKE_WORDING = 0.66;

/** Groups that later titles are compared with; after them only the very same title joins. */
const MOST_COMPARED = 3000;

function withoutUnitName(title: string, unit: string): string {
  return unit !== '' && title.includes(unit) && title.length > unit.length
    ? title.replaceAll(unit, '').trim()
    : title.trim();
}

/** Without the unit's name, marks and white space. */
function titleWording(title: string, unit: string): string {
  return withoutUnitName(title, unit).replace(/[\s\p{P}]/gu, '');
}

function characterPairs(text: string): ReadonlySet<string> {
  const characters = [...text];
  if (characters.length < 2) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => (characters[index] ?? '') + character));
}

function mostCommon(wordings: ReadonlyMap<string, number>): Pick<TitleGroup, 'title' | 'hasFigure'> {
  const ranked = [...wordings].sort(([, a], [, b]) => b - a).map(([wording]) => wording);
  const title = ranked.find((wording) => !hasFigureIn(wording));
  return { title: title ?? ranked[0] ?? '', hasFigure: title === undefined };
}

/** Whether a text counts something of its unit, which would be wrong for the whole county. */
export function hasFigureIn(text: string): boolean {
  return TITLE_FIGURE.test(text);
}

/** A count or a share, in either kind of digits: 发展党员14名, 九个村. */
const TITLE_FIGURE =
  /\d|[〇零两二三四五六七八九十百千万亿][余多]?(?:个|名|人|户|项|家|次|件|期|批|万|亿|%|％|成|倍)|百分之/u;
