import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BatchOptions } from '../../src/batch/options.ts';
import { runBatch } from '../../src/batch/run-batch.ts';
import { PLAIN_STYLE } from '../../src/diagnostics/style.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A folder of its own for a test. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
  return folder;
}

export function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function read(path: string): Buffer {
  return readFileSync(path);
}

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a batch of `<folder>/facts` into `<folder>/out` in this thread. */
export async function batch(
  folder: string,
  options: Partial<BatchOptions> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  let [out, err] = ['', ''];
  const status = await runBatch(
    { folders: [join(folder, 'facts')], output: join(folder, 'out'), jobs: 1, ...options },
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      isTerminal: false,
      isOutTerminal: false,
      outStyle: PLAIN_STYLE,
      errStyle: PLAIN_STYLE,
      env,
      desk: {
        async save(path, bytes) {
          writeFileSync(path, bytes);
          return 0;
        },
        schema: async () => '{}\n',
        epoch: undefined,
      },
    },
  );
  const plain = (text: string) => text.replaceAll(`${folder}/`, '');
  return { status, out: plain(out), err: plain(err) };
}
