/** A reader that has seen enough (`report schema | head`) closes the pipe: then there is nothing more to say, and no error. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
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
