import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ChangeReply, FactNote, ListedUnits, PaperNote } from '../../src/preview/messages.ts';

/** A request as any program can make it; what is not said is as the page has it. */
export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** `report preview` as users start it, asked over HTTP. */
export class RunningPreview {
  readonly child: ChildProcess;
  readonly address: URL;

  private constructor(child: ChildProcess, address: URL) {
    this.child = child;
    this.address = address;
  }

  /** Rejected with what it says where it ends at once. */
  static async start(program: string, args: readonly string[], folder: string): Promise<RunningPreview> {
    const child = spawn(process.execPath, [program, 'preview', ...args, '--no-open'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const complaint = text(child.stderr);
    for await (const said of child.stdout) {
      const [address] = /http:\S+/.exec(String(said)) ?? [];
      if (address !== undefined) return new RunningPreview(child, new URL(address));
    }
    throw new Error(await complaint);
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  /** The path is sent as it stands, `..` and all. */
  ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
    const { port, host } = this.address;
    return new Promise((resolve, reject) => {
      const asking = request(
        { host: '127.0.0.1', port, path, method, headers: { host, ...headers } },
        async (response) => {
          const { statusCode = 0, headers: answered } = response;
          resolve({ status: statusCode, headers: answered, body: await text(response) });
        },
      );
      asking.on('error', reject);
      asking.end(body);
    });
  }

  /** A route behind the token. */
  route(route: string, query: Readonly<Record<string, string>> = {}): string {
    return `${this.address.pathname}${route}?${new URLSearchParams(query)}`;
  }

  async units(): Promise<ListedUnits> {
    return this.#json(this.route('units'));
  }

  async paper(unit = 'u1', template = ''): Promise<PaperNote> {
    return this.#json(this.route('paper', { unit, template }));
  }

  async fact(path: string, unit = 'u1'): Promise<FactNote> {
    return this.#json(this.route('fact', { unit, path }));
  }

  /** As the page sends it. */
  async post(route: string, order: object): Promise<ChangeReply> {
    const { status, body } = await this.ask(this.route(route), this.posting(JSON.stringify(order)));
    if (status !== 200) throw new Error(`${status} ${body}`);
    return JSON.parse(body) as ChangeReply;
  }

  posting(body: string): Asking {
    const headers = { 'content-type': 'application/json', origin: this.address.origin };
    return { method: 'POST', headers, body };
  }

  /** Changes a fact in view of what the paper is now. */
  async change(path: string, value: string, isSure = false): Promise<ChangeReply> {
    const { unit, version } = await this.paper();
    return this.post('change', { unit, version, path, value, isSure });
  }

  /** The names of the events that come, as they come. */
  async *events(): AsyncGenerator<string> {
    const response = await fetch(new URL('events', this.address));
    let said = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      said += chunk;
      const blocks = said.split('\n\n');
      said = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, name] = /^event: (.*)$/m.exec(block) ?? ['', 'open'];
        if (name !== undefined) yield name;
      }
    }
  }

  async #json<T>(path: string): Promise<T> {
    const { status, body } = await this.ask(path);
    if (status !== 200) throw new Error(`${status} ${body}`);
    return JSON.parse(body) as T;
  }
}
