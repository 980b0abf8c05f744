import { decodeChunk } from './decode-text.ts';

/** The page of a saved one (MHT): the first part that is HTML, or plain text, decoded. */
export function htmlOfMime(bytes: Buffer): string | undefined {
  const { headers, body } = split(bytes.toString('latin1'));
  return findPart(headers, body, 0);
}

/** Parts in parts are looked into so deep. */
const DEEPEST_PART = 4;

function findPart(headers: string, body: string, depth: number): string | undefined {
  const type = mimeHeader(headers, 'content-type');
  const boundary = /boundary\s*=\s*"?([^"\s;]{1,200})/i.exec(type)?.[1];
  if (boundary === undefined)
    return /^\s*(?:text\/|$)/i.test(type) ? decodeMimeBody(headers, type, body) : undefined;
  if (depth >= DEEPEST_PART) return undefined;
  for (const piece of body.split(`--${boundary}`).slice(1)) {
    if (piece.startsWith('--')) break;
    const part = split(piece.replace(/^\r?\n/, ''));
    const page = findPart(part.headers, part.body, depth + 1);
    if (page !== undefined) return page;
  }
  return undefined;
}

/** Headers end with the first empty line. */
function split(text: string): { readonly headers: string; readonly body: string } {
  const gap = /\r?\n\r?\n/.exec(text);
  if (gap === null) return { headers: text, body: '' };
  return { headers: text.slice(0, gap.index), body: text.slice(gap.index + gap[0].length) };
}

/** A header's value; one that goes on in the next line begins there with a blank. */
function mimeHeader(headers: string, name: string): string {
  const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ');
  const line = unfolded.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1) ?? '';
}

function decodeMimeBody(headers: string, type: string, body: string): string | undefined {
  const encoding = mimeHeader(headers, 'content-transfer-encoding').trim().toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquote(body) : body, 'latin1');
  return decodeChunk(bytes, /charset\s*=\s*"?([\w-]{1,40})/i.exec(type)?.[1]);
}

function unquote(body: string): string {
  return body
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
