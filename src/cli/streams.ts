import { EXIT } from './exit-code.ts';

/**
 * A reader that has seen enough (`report schema | head`) closes the pipe: then there is nothing more to say, and no error. Any other
 * failure of a stream (a full disk) ends the program.
 */
export function watchStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.stderr.write(`错误：输出没有写完（${error.code}）。\n`);
      process.exit(EXIT.usage);
    });
  }
}

/** Results. */
export function printResult(text: string | Uint8Array): void {
  process.stdout.write(text);
}

/** Progress, diagnostics, and what went wrong. */
export function printNotice(text: string): void {
  process.stderr.write(text);
}
