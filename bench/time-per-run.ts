/** Runs of about this long, in milliseconds, are timed together; shorter ones would measure the clock. */
const SPAN = 150;

/**
 * Milliseconds of processor time that one run takes (all threads: what it costs on one core, whatever else the machine
 * does), over as many runs as fit into a span of so many milliseconds; runs are awaited one after another.
 */
export async function timePerRun(run: () => unknown, span = SPAN): Promise<number> {
  const begun = process.cpuUsage();
  let count = 0;
  let spent = 0;
  while (spent < span) {
    await run();
    count += 1;
    const { user, system } = process.cpuUsage(begun);
    spent = (user + system) / 1000;
  }
  return spent / count;
}
