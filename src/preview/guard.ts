import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a request has to show before anything is done for it. */
export interface Guard {
  /** `127.0.0.1:49152` */
  readonly host: string;
  /** The first part of every path; whoever does not know it is told nothing. */
  readonly token: string;
}

/** A request as far as the guard looks at it. */
export interface GuardedRequest {
  readonly method: string;
  /** As it came: path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** A request that may go on, by what follows the token in its path. */
export interface Admitted {
  readonly route: string;
  readonly query: URLSearchParams;
}

/**
 * Lets a request through, or says with which status it is refused. The name of the host tells a page of another origin that has its name point
 * to this machine; the origin tells one that sends a form or a script's request here; the token, any other program that does not know the address.
 */
export function admit({ method, url, headers }: GuardedRequest, { host, token }: Guard): Admitted | number {
  if (headers.host !== host) return 421;
  const [path = '', query = ''] = url.split('?', 2);
  const [, given = '', route = '', ...rest] = path.split('/');
  if (!isSameToken(given, token) || rest.length > 0) return 404;
  if (!comesFromHere(headers, `http://${host}`, method)) return 403;
  return { route, query: new URLSearchParams(query) };
}

/** Browsers say of a page's request where it comes from; one that changes something has to say so. */
function comesFromHere(headers: IncomingHttpHeaders, origin: string, method: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined ? method !== 'POST' : headers.origin === origin;
}

/** Takes as long for a wrong token as for one that is nearly right. */
function isSameToken(a: string, b: string): boolean {
  return timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'));
}
