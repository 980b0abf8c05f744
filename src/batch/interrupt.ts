import { dropTemporaries } from '../disk/temporary-files.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether somebody asked the batch to end, and how to stop listening. */
export interface Interruption {
  readonly isAsked: () => boolean;
  dispose(): void;
}

/** At the first signal the batch ends after the files in hand; at the second at once. */
export function listenForInterruption(stop: Int32Array, notify: (text: string) => void): Interruption {
  let asked = 0;
  const onSignal = () => {
    asked += 1;
    Atomics.store(stop, 0, 1);
    if (asked === 1) return notify('收到中断，正在做完手头的文件；再按一次立即退出。\n');
    dropTemporaries();
    process.exit(130);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const dispose = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  return { isAsked: () => asked > 0, dispose };
}
