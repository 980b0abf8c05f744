import { dropTemporaries, isWriting, watchTemporaries } from '../../disk/temporary-files.ts';
import { ENDING_SIGNALS, type EndingSignal, listenForEnd, stopListening } from '../../ending-signals.ts';

let isListening = false;
let waits = 0;

/**
 * An interruption ends the program at once and leaves no half-written file behind. Node hears of a signal only between two pieces of
 * work, and a piece may take seconds: so the system itself ends the program, as it does with one that does not listen, and we listen only
 * while there is a file to remove. For the shell the status is the same. The first process of a container is one that the system does not
 * end: there we always listen.
 */
export function exitOnSignals(): void {
  if (process.pid === 1) waitForSignals();
  else watchTemporaries((isBegun) => (isBegun ? listenOnce() : leaveSoon()));
}

/** For a command that waits for ever: whoever ends it finds an exit status, not a killed process. */
export function waitForSignals(): void {
  waits += 1;
  listenOnce();
}

/** The same for a while: for input that may be long in coming. */
export async function listenWhile<T>(wait: Promise<T>): Promise<T> {
  waitForSignals();
  try {
    return await wait;
  } finally {
    waits -= 1;
    leaveSoon();
  }
}

/** For a command that ends by itself when it is asked to. */
export function leaveSignalsAlone(): void {
  watchTemporaries(() => {});
  leave();
}

function listenOnce(): void {
  if (!isListening) listenForEnd(exitInterrupted);
  isListening = true;
}

/** One that came before is heard first: the loop looks for signals between the two turns that this waits for. */
function leaveSoon(): void {
  setImmediate(setImmediate, () => {
    if (waits === 0 && !isWriting()) leave();
  });
}

function leave(): void {
  stopListening(exitInterrupted);
  isListening = false;
}

function exitInterrupted(signal: EndingSignal): void {
  dropTemporaries();
  process.exit(ENDING_SIGNALS[signal]);
}
