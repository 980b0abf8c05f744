import { type Canonical, canonicalise } from '../canonicalise.ts';
import { hasIllegalCharacter } from '../illegal-characters.ts';
import { readFastTree } from './read-fast-tree.ts';

/** What a plain file without any slip says; undefined where anything at all has to be said of it, or might have to be. */
export function canonicaliseFast(text: string): Canonical | undefined {
  if (hasIllegalCharacter(text)) return undefined;
  const root = readFastTree(text);
  if (root === undefined) return undefined;
  let isClean = true;
  const canonical = canonicalise(root, { problem: () => (isClean = false) });
  return isClean ? canonical : undefined;
}
