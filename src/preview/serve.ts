import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../diagnostics/user-error.ts';
import { type Asset, readAssets } from './assets.ts';
import { EventStream } from './event-stream.ts';
import { type Admitted, admit, type Guard } from './guard.ts';
import type { ChangeOrder, ChangeReply } from './messages.ts';
import { NotThere } from './not-there.ts';
import { BadOrder, readOrder } from './read-order.ts';
import type { Session } from './session.ts';

export interface ServeOptions {
  /** 0 lets the system choose one that is free. */
  readonly port: number;
  /** The secret of the address. */
  readonly token: string;
  /** Our own mistake while a request was answered. */
  onBug(error: unknown): void;
}

/** A preview that can be looked at. */
export interface Served {
  readonly address: string;
  readonly events: EventStream;
  close(): void;
}

/**
 * Serves a session on this machine alone, 127.0.0.1. Only the paths listed here mean anything; none of them is a path of the disk. UserError
 * where the port is taken.
 */
export async function serve(session: Session, options: ServeOptions): Promise<Served> {
  const assets = readAssets();
  const events = new EventStream();
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000 });
  const port = await listenOnPort(server, options.port);
  const guard: Guard = { host: `${HOST}:${port}`, token: options.token };
  server.on('request', (request, response) => {
    answer(request, response, { session, assets, events, guard }).catch((error: unknown) => {
      if (!(error instanceof BadOrder || error instanceof NotThere || error instanceof UserError))
        options.onBug(error);
      answerError(response, error);
    });
  });
  return {
    address: `http://${guard.host}/${options.token}/`,
    events,
    close: () => {
      events.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

const HOST = '127.0.0.1';

function listenOnPort(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)));
    server.listen({ host: HOST, port, exclusive: true }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  const hint = '请用 --port 换一个号，或不写 --port，由系统挑一个空闲的。';
  if (error.code === 'EADDRINUSE') return new UserError(`端口 ${port} 已经被别的程序占用。`, hint);
  if (error.code === 'EACCES') return new UserError(`没有权限使用端口 ${port}。`, hint);
  return error;
}

interface ServerMeans {
  readonly session: Session;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly events: EventStream;
  readonly guard: Guard;
}

async function answer(request: IncomingMessage, response: ServerResponse, means: ServerMeans): Promise<void> {
  const { method = '', url = '', headers } = request;
  const admitted = admit({ method, url, headers }, means.guard);
  if (typeof admitted === 'number') return end(response, admitted);
  const { route } = admitted;
  const change = CHANGE_ROUTES[route];
  if (change !== undefined) {
    if (method !== 'POST') return end(response, 405, { Allow: 'POST' });
    return json(response, await change(means.session, await readOrder(request)));
  }
  if (method !== 'GET' && method !== 'HEAD') return end(response, 405, { Allow: 'GET' });
  const asset = means.assets.get(route);
  if (asset !== undefined) return send(response, asset.type, asset.bytes);
  if (route === 'events') return openEvents(response, means.events);
  const view = VIEWS[route];
  return view === undefined ? end(response, 404) : view(means.session, admitted, response);
}

/** What changes a file, by its route. */
const CHANGE_ROUTES: Readonly<
  Record<string, (session: Session, order: ChangeOrder) => Promise<ChangeReply>>
> = {
  __proto__: null as never,
  change: (session, order) => session.change(order),
  mend: (session, order) => session.mend(order),
  undo: (session, order) => session.undo(order),
};

type RouteView = (session: Session, asked: Admitted, response: ServerResponse) => Promise<void>;

/** What only looks, by its route. */
const VIEWS: Readonly<Record<string, RouteView>> = {
  __proto__: null as never,
  units: async (session, _, response) => json(response, session.noteUnits()),
  paper: async (session, { query }, response) =>
    json(response, await session.paper(...unitAndTemplate(query))),
  fact: async (session, { query }, response) =>
    json(response, await session.fact(query.get('unit') ?? '', query.get('path') ?? '')),
  word: async (session, { query }, response) => {
    const { name, bytes } = await session.word(...unitAndTemplate(query));
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    send(response, WORD_TYPE, bytes, { 'Content-Disposition': disposition });
  },
};

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function unitAndTemplate(query: URLSearchParams): [unit: string, template: string | undefined] {
  return [query.get('unit') ?? '', query.get('template') || undefined];
}

function openEvents(response: ServerResponse, events: EventStream): void {
  response.writeHead(200, { ...SAFE, 'Content-Type': 'text/event-stream; charset=utf-8' });
  events.add(response);
}

/** What went wrong, in the words for people where there are any. */
function answerError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof UserError) {
    json(response, { message: error.message, hint: error.hint }, 422);
    return;
  }
  const status = error instanceof BadOrder ? error.status : error instanceof NotThere ? 404 : 500;
  // What is left of a body that is too long is not waited for.
  end(response, status, status === 413 ? { Connection: 'close' } : {});
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  send(response, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(value)), {}, status);
}

function send(
  response: ServerResponse,
  type: string,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): void {
  response.writeHead(status, { ...SAFE, ...headers, 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(bytes);
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...SAFE, ...headers, 'Content-Length': 0 });
  response.end();
}

/** On every answer: nothing but the page's own files runs or is loaded, nobody frames it, the address is told to nobody. */
const SAFE = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
} as const;
