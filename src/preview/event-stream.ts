import type { ServerResponse } from 'node:http';

/** The pages that are open, each told of what changes (server-sent events). */
export class EventStream {
  readonly #open = new Set<ServerResponse>();

  /** Keeps a response open; UserAgents that lose it ask again after a second. */
  add(response: ServerResponse): void {
    response.write('retry: 1000\n\n');
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  /** Tells all pages; `data` is JSON, and so has no line breaks. */
  send(event: string, data: unknown): void {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const response of this.#open) response.write(text);
  }

  close(): void {
    for (const response of this.#open) response.end();
  }
}
