/** Gives a text up to the exact lane: it is wrong, unusual, or might be taken otherwise there. `readFastTree` catches it. */
export function decline(): never {
  throw DECLINED;
}

/** Made once: what is thrown needs no stack of its own, since nobody is ever shown it. */
export const DECLINED = new Error('left to the exact lane');
