/**
 * Gives memory back now and then, to be asked after every few units. V8 looks for garbage by itself when a heap has grown; but the main
 * thread of a large batch, which holds little and makes little, would keep until the end what planning took and what came from the workers.
 */
export function givingBack(units: number): () => void {
  if (units < LARGE) return () => {};
  let next = 0;
  return () => {
    if (performance.now() < next) return;
    next = performance.now() + PAUSE;
    void lookForGarbage();
  };
}

/** Units below which there is nothing to give back. */
const LARGE = 5000;
/** Milliseconds: a look takes some thirty. */
const PAUSE = 5000;

async function lookForGarbage(): Promise<void> {
  try {
    const { Session } = await import('node:inspector');
    const session = new Session();
    session.connect();
    await new Promise((settle) => session.post('HeapProfiler.collectGarbage', settle));
    session.disconnect();
  } catch {
    // A Node that was built without its inspector: the heap grows as V8 lets it.
  }
}
