import { GRAM, gramHashes } from './rolling-hash.ts';

/** A text of one unit; `unit` tells units apart. */
export interface OwnText {
  readonly unit: string;
  readonly text: string;
}

/** Characters `start` to `end` of the text numbered `text` stand word for word in other units' texts. */
export interface SharedPassage {
  readonly text: number;
  readonly start: number;
  readonly end: number;
  /** The same passage elsewhere, at most {@link MOST_OTHERS}. */
  readonly others: readonly SharedStretch[];
}

export interface SharedStretch {
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

/** About this many characters and more are a passage; fewer, and two clerks may have written them alike. */
export const SHORTEST_PASSAGE = 60;
const MOST_OTHERS = 8;

/**
 * Every longest stretch that texts of several units share, in the order of the texts; overlapping ones are one. Linear in the
 * length of the texts: each is indexed at every GRAM-th character, and looked up at each.
 */
export function findSharedPassages(
  texts: readonly OwnText[],
  doesCount: (passage: string) => boolean,
): SharedPassage[] {
  const hashes = texts.map(({ text }) => gramHashes(text));
  const index = indexGrams(texts, hashes);
  return texts.flatMap((_, at) =>
    mergeMatches(at, matchesOf(at, texts, hashes[at] ?? new Int32Array(0), index), texts, doesCount),
  );
}

type SharedPlace = Pick<SharedStretch, 'text' | 'start'>;
type GramIndex = ReadonlyMap<number, readonly SharedPlace[]>;

/** A passage that everybody has copied is shown with the first of its places only. */
function indexGrams(texts: readonly OwnText[], hashes: readonly Int32Array[]): GramIndex {
  const index = new Map<number, SharedPlace[]>();
  for (const [text, grams] of hashes.entries()) {
    for (let start = 0; start < grams.length; start += GRAM) {
      const hash = grams[start] ?? 0;
      const places = index.get(hash);
      if (places === undefined) index.set(hash, [{ text, start }]);
      else if (isNew(places, texts, text)) places.push({ text, start });
    }
  }
  return index;
}

/** One place more than is shown, for the text itself is among them. */
function isNew(places: readonly SharedPlace[], texts: readonly OwnText[], text: number): boolean {
  return (
    places.length <= MOST_OTHERS && places.every((place) => texts[place.text]?.unit !== texts[text]?.unit)
  );
}

interface GramMatch {
  readonly start: number;
  readonly end: number;
  readonly other: SharedStretch;
}

function matchesOf(at: number, texts: readonly OwnText[], grams: Int32Array, index: GramIndex): GramMatch[] {
  const matches: GramMatch[] = [];
  /** Up to where each other text has been compared already. */
  const done = new Map<number, number>();
  for (let start = 0; start < grams.length; start += 1) {
    for (const place of index.get(grams[start] ?? 0) ?? []) {
      if (texts[place.text]?.unit === texts[at]?.unit || start < (done.get(place.text) ?? 0)) continue;
      const match = extend(texts[at]?.text ?? '', start, texts[place.text]?.text ?? '', place);
      if (match === undefined) continue;
      done.set(place.text, match.end);
      if (match.end - match.start >= SHORTEST_PASSAGE) matches.push(match);
    }
  }
  return matches;
}

/** The longest stretch around two equal grams; undefined where only their hashes are equal. */
function extend(text: string, at: number, other: string, place: SharedPlace): GramMatch | undefined {
  let length = 0;
  while (at + length < text.length && text[at + length] === other[place.start + length]) length += 1;
  if (length < GRAM) return undefined;
  let back = 0;
  while (back < GRAM && at > back && text[at - back - 1] === other[place.start - back - 1]) back += 1;
  const from = place.start - back;
  return {
    start: at - back,
    end: at + length,
    other: { text: place.text, start: from, end: place.start + length },
  };
}

function mergeMatches(
  at: number,
  matches: readonly GramMatch[],
  texts: readonly OwnText[],
  doesCount: (passage: string) => boolean,
): SharedPassage[] {
  const passages: { text: number; start: number; end: number; others: SharedStretch[] }[] = [];
  for (const { start, end, other } of [...matches].sort((a, b) => a.start - b.start)) {
    if (!doesCount(texts[at]?.text.slice(start, end) ?? '')) continue;
    const last = passages.at(-1);
    if (last === undefined || start >= last.end) passages.push({ text: at, start, end, others: [other] });
    else {
      last.end = Math.max(last.end, end);
      if (last.others.length < MOST_OTHERS) last.others.push(other);
    }
  }
  return passages;
}
