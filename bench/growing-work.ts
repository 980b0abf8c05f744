/** How many times as long the long text of a pair is as the short one. */
export const FACTOR = 4;

/**
 * Whether a run takes more than its text has grown. Where something came between, another try gives a lower time; what grows as the square
 * of its text stays slow at all of them.
 */
export function growsTooFast(run: (text: string) => void, [short, long]: readonly [string, string]): boolean {
  const least = {
    short: Number.POSITIVE_INFINITY,
    long: Number.POSITIVE_INFINITY,
    pass: Number.POSITIVE_INFINITY,
  };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // The long text first: code that V8 has not compiled yet is slow, and would make the short one seem long.
    least.long = Math.min(least.long, timeOf(run, long));
    least.short = Math.min(least.short, timeOf(run, short), timeOf(run, short));
    least.pass = Math.min(least.pass, timeOf(look, long));
    // What takes no longer than a look at each character is too quick to be measured twice alike.
    if (least.long <= LIMIT * Math.max(least.short, least.pass)) return false;
  }
  return true;
}

/** Between the factor, which a single pass takes, and its square. */
const LIMIT = (FACTOR + FACTOR * FACTOR) / 2;
const MOST_TRIES = 20;

function look(text: string): void {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum += text.charCodeAt(index);
  if (sum < 0) throw new Error('never: keeps the loop from being left out');
}

/** Microseconds that this process itself was at work: other processes, which a longer run meets more of, do not count. */
function timeOf(run: (text: string) => void, text: string): number {
  const start = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
