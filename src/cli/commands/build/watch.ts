import { setTimeout } from 'node:timers/promises';
import { printable } from '../../../diagnostics/printable.ts';
import { explainFailure } from '../../terminal/explain-failure.ts';
import { waitForSignals } from '../../terminal/signals.ts';
import { printNotice } from '../../terminal/streams.ts';
import { changedFiles, takeSnapshot, type Watched } from './snapshot.ts';

/** What is done again after each change, and what it depends on; asked anew each time, because a configuration may change it. */
export interface Watching {
  run(): Promise<number>;
  watched(): Promise<Watched>;
}

/**
 * Does something now and after every change of what it depends on, until the program is interrupted; nothing that goes wrong ends it.
 * It looks at the files instead of asking the system to be told: that also sees shared drives, and editors that put a new file in the place
 * of the old one.
 */
export async function watch(watching: Watching): Promise<never> {
  waitForSignals();
  for (;;) {
    const watched = await survive(() => watching.watched(), { files: [], folders: [] });
    const before = takeSnapshot(watched);
    await survive(() => watching.run(), 0);
    printNotice(`正在监视 ${before.size} 个文件的改动，按 Ctrl-C 结束。\n`);
    const changed = await nextChange(watched, before);
    printNotice(`\n有改动：${changed.map(printable).join('、')}\n`);
  }
}

/** In milliseconds; a file is taken as written once it stays the same for so long. */
const WATCH_INTERVAL = 150;

async function nextChange(watched: Watched, before: ReturnType<typeof takeSnapshot>): Promise<string[]> {
  let last = before;
  for (;;) {
    await setTimeout(WATCH_INTERVAL);
    const now = takeSnapshot(watched);
    const isSettled = changedFiles(last, now).length === 0;
    last = now;
    const changed = changedFiles(before, now);
    if (isSettled && changed.length > 0) return changed;
  }
}

async function survive<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    explainFailure(error);
    return otherwise;
  }
}
