import type { WriteStream } from 'node:tty';
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
  say(process.stdout, text);
}

/** Progress, diagnostics, and what went wrong. */
export function printNotice(text: string): void {
  say(process.stderr, text);
}

type StreamText = string | Uint8Array;

/** What has to wait for the other stream. */
const waiting: { readonly stream: WriteStream; readonly text: StreamText }[] = [];

/**
 * Both may lead into one pipe (`report check … 2>&1 | less`), which takes no more than 64 kB at a time: what one stream still holds goes
 * before what is said later on the other, or it would be torn apart.
 */
function say(stream: WriteStream, text: StreamText): void {
  waiting.push({ stream, text });
  if (waiting.length === 1) sayOn();
}

function sayOn(): void {
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    const other = next.stream === process.stdout ? process.stderr : process.stdout;
    if (other.writableLength > 0 && !other.destroyed) {
      // An empty text comes after what is held.
      other.write('', sayOn);
      return;
    }
    next.stream.write(next.text);
    waiting.shift();
  }
}
