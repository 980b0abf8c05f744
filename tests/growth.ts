/** How many times as long the long text of a pair is as the short one. */
export const FACTOR = 4;

/**
 * Whether a run takes more than its text has grown: times are held against each other, never against a clock, so a slow or busy machine changes
 * nothing. Where another process came between, another try gives a lower time; what grows as the square of its text stays slow at all of them.
 */
export function growsTooFast(run: (text: string) => void, [short, long]: readonly [string, string]): boolean {
  const least = {
    short: Number.POSITIVE_INFINITY,
    long: Number.POSITIVE_INFINITY,
    pass: Number.POSITIVE_INFINITY,
  };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    least.pass = Math.min(least.pass, timeOf(look, long));
    least.short = Math.min(least.short, timeOf(run, short), timeOf(run, short));
    least.long = Math.min(least.long, timeOf(run, long));
    // What takes no longer than a look at each character is too quick to be measured twice alike.
    if (least.long <= LIMIT * Math.max(least.short, least.pass)) return false;
  }
  return true;
}

/** Between the factor, which a single pass takes, and its square. */
const LIMIT = (FACTOR + FACTOR * FACTOR) / 2;
const MOST_TRIES = 12;

function look(text: string): void {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum += text.charCodeAt(index);
  if (sum < 0) throw new Error('never: keeps the loop from being left out');
}

function timeOf(run: (text: string) => void, text: string): number {
  const start = performance.now();
  run(text);
  return performance.now() - start;
}
