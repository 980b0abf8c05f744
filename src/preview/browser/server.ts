import type { ChangeReply, FactNote, ListedUnits, PaperNote } from '../messages.ts';

/** What the server answered instead of what was asked for, in the words for people. */
export class RefusedByServer extends Error {
  readonly hint: string;

  constructor(message: string, hint = '') {
    super(message);
    this.hint = hint;
  }
}

export const server = {
  units: () => get<ListedUnits>('units', {}),
  paper: (unit: string, template: string) => get<PaperNote>('paper', { unit, template }),
  fact: (unit: string, path: string) => get<FactNote | null>('fact', { unit, path }),
  change: (order: Order & { readonly path: string; readonly value: string; readonly isSure: boolean }) =>
    postOrder('change', order),
  mend: (order: Order) => postOrder('mend', order),
  undo: (order: Order) => postOrder('undo', order),
  wordAddress: (unit: string, template: string) => `word?${new URLSearchParams({ unit, template })}`,
  events: () => new EventSource('events'),
};

/** Which unit is meant, in view of which content of its file. */
export interface Order {
  readonly unit: string;
  readonly version: string;
}

function get<T>(route: string, query: Readonly<Record<string, string>>): Promise<T> {
  return askServer<T>(`${route}?${new URLSearchParams(query)}`, {});
}

function postOrder(route: string, order: object): Promise<ChangeReply> {
  const headers = { 'Content-Type': 'application/json' };
  return askServer<ChangeReply>(route, { method: 'POST', headers, body: JSON.stringify(order) });
}

async function askServer<T>(address: string, init: RequestInit): Promise<T> {
  const response = await fetch(address, init).catch(() => undefined);
  if (response === undefined)
    throw new RefusedByServer(LOST_CONNECTION, 'report preview 可能已经结束，请再运行一次。');
  if (response.ok) return (await response.json()) as T;
  if (response.status === 422) {
    const { message, hint } = (await response.json()) as { message: string; hint: string };
    throw new RefusedByServer(message, hint);
  }
  throw new RefusedByServer(
    response.status === 404 ? '这一项已经不在文件里了。' : `没有办成（${response.status}）。`,
  );
}

const LOST_CONNECTION = '与预览程序的连接断了。';
