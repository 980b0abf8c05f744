import { dropTemporaries } from '../disk/temporary-files.ts';
import { EXIT } from './exit-code.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** An interruption leaves no half-written file behind. A command that winds down by itself removes this first. */
export function exitOnSignals(): void {
  for (const signal of SIGNALS) process.on(signal, exitInterrupted);
}

export function leaveSignalsAlone(): void {
  for (const signal of SIGNALS) process.off(signal, exitInterrupted);
}

function exitInterrupted(): void {
  dropTemporaries();
  process.exit(EXIT.interrupted);
}
