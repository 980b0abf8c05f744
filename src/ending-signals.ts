/** The signals that ask the program to end, each with the exit status that a shell gives for it. */
export const ENDING_SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export type EndingSignal = keyof typeof ENDING_SIGNALS;

export function listenForEnd(listener: (signal: EndingSignal) => void): void {
  for (const signal of names()) process.on(signal, listener);
}

export function stopListening(listener: (signal: EndingSignal) => void): void {
  for (const signal of names()) process.off(signal, listener);
}

function names(): EndingSignal[] {
  return Object.keys(ENDING_SIGNALS) as EndingSignal[];
}
