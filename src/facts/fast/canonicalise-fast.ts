import { type Canonical, canonicalise } from '../canonicalise.ts';
import { hasIllegalCharacter } from '../illegal-characters.ts';
import { decline, unlessDeclined } from './decline.ts';
import { readFastTree } from './read-fast-tree.ts';

/** What a plain file without any slip says; undefined where anything at all has to be said of it, or might have to be. */
export function canonicaliseFast(text: string): Canonical | undefined {
  const root = hasIllegalCharacter(text) ? undefined : readFastTree(text);
  return root === undefined ? undefined : unlessDeclined(() => canonicalise(root, { problem: decline }));
}
