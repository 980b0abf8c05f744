import type { UnitDigest } from './unit-digest.ts';

/** Groups of files whose prose shares a fingerprint, directly or through others. */
export function sharedGrams(digests: () => Iterable<UnitDigest>): string[][] {
  const isRepeated = repeatedGrams(digests);
  const files: string[] = [];
  const groups = new Groups();
  const bearers = new Map<number, number>();
  for (const { file, grams } of digests()) {
    const at = files.push(file) - 1;
    for (const gram of grams) {
      if (!isRepeated(gram)) continue;
      const bearer = bearers.get(gram);
      if (bearer === undefined) bearers.set(gram, at);
      else groups.join(bearer, at);
    }
  }
  return groups.list().map((group) => group.map((at) => files[at] ?? ''));
}

/** A first look that a few bits a gram are enough for: what it lets through is nearly all repeated. */
function repeatedGrams(digests: () => Iterable<UnitDigest>): (gram: number) => boolean {
  let count = 0;
  for (const { grams } of digests()) count += grams.length;
  const size = 2 ** Math.min(31, Math.ceil(Math.log2(count * 8 + 8)));
  const once = new Uint8Array(size / 8);
  const twice = new Uint8Array(size / 8);
  for (const { grams } of digests()) {
    for (const gram of grams) {
      const slot = slotOf(gram, size);
      const bit = 1 << (slot & 7);
      if ((once[slot >>> 3] ?? 0) & bit) twice[slot >>> 3] = (twice[slot >>> 3] ?? 0) | bit;
      else once[slot >>> 3] = (once[slot >>> 3] ?? 0) | bit;
    }
  }
  return (gram) => {
    const slot = slotOf(gram, size);
    return (((twice[slot >>> 3] ?? 0) >> (slot & 7)) & 1) === 1;
  };
}

/** The gram's upper bits, folded into `size`, a power of two up to 2^31. */
function slotOf(gram: number, size: number): number {
  return Math.floor(gram / 2 ** 20) & (size - 1);
}

/** Sets that are joined pair by pair (union and find). */
class Groups {
  readonly #parents = new Map<number, number>();

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.#rootOf(a), this.#rootOf(b)];
    if (rootA !== rootB) this.#parents.set(rootB, rootA);
  }

  /** Each set's members in their order, the sets by their first. */
  list(): number[][] {
    const groups = new Map<number, number[]>();
    for (const member of [...this.#parents.keys()].sort((a, b) => a - b)) {
      const root = this.#rootOf(member);
      const group = groups.get(root);
      if (group) group.push(member);
      else groups.set(root, [member]);
    }
    return [...groups.values()];
  }

  #rootOf(member: number): number {
    let root = member;
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root; ) {
      root = parent;
      parent = this.#parents.get(root);
    }
    this.#parents.set(member, root);
    return root;
  }
}
