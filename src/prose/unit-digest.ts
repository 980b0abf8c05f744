import type { CollectedUnit } from './collected-unit.ts';
import { ownTexts } from './own-texts.ts';
import { GRAM, gramHashes } from './rolling-hash.ts';
import { SHORTEST_PASSAGE } from './shared-passages.ts';

/**
 * What has to be remembered of a unit to tell which others it must be compared with: plain data, some two kilobytes, so
 * that a collection of any size fits in memory or on disk.
 */
export interface UnitDigest {
  readonly file: string;
  readonly name: string;
  readonly own: readonly string[];
  /** Stretches of prose that end as units' names do. */
  readonly mentions: readonly string[];
  /** Fingerprints of the prose: whole numbers under 2^52. Two texts that share a passage share one of them. */
  readonly grams: Iterable<number> & { readonly length: number };
}

export function digestUnit({ file, facts, passages }: CollectedUnit): UnitDigest {
  const mentions = new Set<string>();
  const grams = new Set<number>();
  for (const { text } of passages) {
    for (const mention of mentionsIn(text)) mentions.add(mention);
    for (const gram of fingerprints(text)) grams.add(gram);
  }
  return {
    file,
    name: facts.unit?.name?.trim() ?? '',
    own: ownTexts(facts),
    mentions: [...mentions],
    grams: [...grams],
  };
}

/** The characters up to the end of what may be a unit's name, with the one that follows. */
function* mentionsIn(text: string): Generator<string> {
  for (const match of text.matchAll(UNIT_NAME_ENDING)) {
    const end = match.index + match[0].length;
    const run = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, end - LONGEST_DIGEST_NAME), end))?.[0] ?? '';
    if (run.length > match[0].length + 1) yield run + (text[end] ?? '');
  }
}

const LONGEST_DIGEST_NAME = 24;
const UNIT_NAME_ENDING =
  /(?<![我全本各该每])(?:乡(?!村)|(?<!乡)镇|街道|(?<!社)区|县|开发区|苏木|场|园|委员会|管委会|办事处|政府|(?<![干支全内])部|局|院|办)/gu;

/**
 * The least hash of every window of grams (winnowing: Schleimer, Wilkerson and Aiken 2003), so that any SHORTEST_PASSAGE
 * characters have one that depends on nothing around them.
 */
function* fingerprints(text: string): Generator<number> {
  const hashes = gramHashes(text);
  const window = SHORTEST_PASSAGE - GRAM + 1;
  let least = -1;
  for (let end = window; end <= hashes.length; end += 1) {
    const previous = least;
    if (least < end - window) least = leastIn(hashes, end - window, end);
    else if ((hashes[end - 1] ?? 0) <= (hashes[least] ?? 0)) least = end - 1;
    if (least !== previous) yield widenHash(hashes[least] ?? 0, text.slice(least, least + GRAM));
  }
}

function leastIn(hashes: Int32Array, from: number, to: number): number {
  let least = from;
  for (let at = from + 1; at < to; at += 1) if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at;
  return least;
}

/** Twenty bits more, so that grams of a whole country do not meet by chance. */
function widenHash(hash: number, gram: string): number {
  let more = 0;
  for (let at = 0; at < gram.length; at += 1) more = (Math.imul(more, 31) + gram.charCodeAt(at)) >>> 0;
  return (hash >>> 0) * 2 ** 20 + (more >>> 12);
}
