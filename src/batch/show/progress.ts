/** How far a round has come. */
export interface Progress {
  advance(units: number, failures: number): void;
  /** Clears the line, so that something else can be printed. */
  clear(): void;
}

/** Nothing is drawn where there is no terminal. */
export const NO_PROGRESS: Progress = { advance: () => {}, clear: () => {} };

/** A line on the terminal: bar, units done, rate, time left, failures so far; redrawn a few times a second. */
export function drawProgress(label: string, total: number, write: (text: string) => void): Progress {
  const began = performance.now();
  let [done, failed, drawn] = [0, 0, 0];
  return {
    advance(units, failures) {
      done += units;
      failed += failures;
      const now = performance.now();
      if (now - drawn < REDRAW_MS && done < total) return;
      drawn = now;
      write(`\r${progressLine(label, { done, total, failed, seconds: (now - began) / 1000 })}\x1b[K`);
    },
    clear: () => write('\r\x1b[K'),
  };
}

const REDRAW_MS = 100;
const PROGRESS_WIDTH = 20;

interface ProgressState {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly seconds: number;
}

/** `检查 ███████░░░░░ 1234/38602 每秒 512 份 剩余 1分13秒 失败 3` */
export function progressLine(label: string, { done, total, failed, seconds }: ProgressState): string {
  const filled = total === 0 ? PROGRESS_WIDTH : Math.floor((done / total) * PROGRESS_WIDTH);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? ` 剩余 ${duration((total - done) / rate)}` : '';
  const failures = failed > 0 ? ` 失败 ${failed}` : '';
  const bar = '█'.repeat(filled) + '░'.repeat(PROGRESS_WIDTH - filled);
  return `${label} ${bar} ${done}/${total} 每秒 ${Math.round(rate)} 份${left}${failures}`;
}

/** Seconds as people say them. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole}秒` : `${Math.floor(whole / 60)}分${whole % 60}秒`;
}
