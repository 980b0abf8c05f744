/** Gives a text up to the exact lane: it is wrong, unusual, or might be taken otherwise there. */
export function decline(): never {
  throw DECLINED;
}

/** What was read; undefined where that was given up. */
export function unlessDeclined<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error === DECLINED) return undefined;
    throw error;
  }
}

/** Made once: what is thrown needs no stack of its own, since nobody is ever shown it. */
const DECLINED = new Error('left to the exact lane');
