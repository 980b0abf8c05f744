import type { IncomingMessage } from 'node:http';
import type { ChangeOrder } from './messages.ts';

/** A request's body that says nothing of use, with the status that it is refused with. */
export class BadOrder extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`status ${status}`);
    this.status = status;
  }
}

/** What a page asks to be changed. BadOrder where the body is too long, no JSON, or says something else. */
export async function readOrder(request: IncomingMessage): Promise<ChangeOrder> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new BadOrder(415);
  const body = parseOrder(await readBody(request));
  const { unit, version, path = '', value = '', isSure = false } = body;
  const isOrder =
    typeof unit === 'string' &&
    typeof version === 'string' &&
    typeof path === 'string' &&
    typeof value === 'string' &&
    typeof isSure === 'boolean';
  if (!isOrder) throw new BadOrder(400);
  return { unit, version, path, value, isSure };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new BadOrder(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseOrder(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // No JSON.
  }
  throw new BadOrder(400);
}

/** A passage of a report has some hundred characters. */
const MOST_BYTES = 256 * 1024;
