import { dropTemporaries } from '../disk/temporary-files.ts';
import { ENDING_SIGNALS, type EndingSignal, listenForEnd, stopListening } from '../ending-signals.ts';
import type { Unheard } from './work/process-chunk.ts';

/** Whether somebody asked the batch to end, and how to stop listening. */
export interface Interruption {
  readonly isAsked: () => boolean;
  /** The exit status for it; 0 if nobody asked. */
  readonly status: () => number;
  /** Leaves signals to the system while the main thread is at work, and hears of none: the system ends the program at once. */
  readonly unheard: Unheard;
  dispose(): void;
}

/** What listening needs of the batch. */
export interface Interruptible {
  /** Becomes 1 when the batch is to end. */
  readonly stop: Int32Array;
  notify(text: string): void;
  /** Removes what the threads left half written. */
  sweep(): void;
}

/** At the first signal the batch ends after the files in hand, or after a second without them; at the second at once. */
export function listenForInterruption({ stop, notify, sweep }: Interruptible): Interruption {
  let asked: EndingSignal | undefined;
  let timer: NodeJS.Timeout | undefined;
  const leave = () => {
    dropTemporaries();
    sweep();
    process.exit(ENDING_SIGNALS[asked ?? 'SIGINT']);
  };
  const onSignal = (signal: EndingSignal) => {
    Atomics.store(stop, 0, 1);
    if (asked !== undefined) return leave();
    asked = signal;
    timer = setTimeout(leave, STOPPING_PATIENCE).unref();
    notify('收到中断，正在做完手头的文件；再按一次立即退出。\n');
  };
  listenForEnd(onSignal);
  const dispose = () => {
    clearTimeout(timer);
    stopListening(onSignal);
  };
  return {
    isAsked: () => asked !== undefined,
    status: () => (asked === undefined ? 0 : ENDING_SIGNALS[asked]),
    async unheard(work) {
      // One that came before is heard first: the loop looks for signals between the two turns.
      await new Promise((settle) => setImmediate(setImmediate, settle));
      // The first process of a container is one that the system does not end.
      if (process.pid === 1 || asked !== undefined) return work();
      stopListening(onSignal);
      try {
        return await work();
      } finally {
        listenForEnd(onSignal);
      }
    },
    dispose,
  };
}

/** Milliseconds. A file in hand takes a few; one that takes longer is made by the next run. */
const STOPPING_PATIENCE = 800;
