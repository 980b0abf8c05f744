import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, it } from 'vitest';
import { buildProgram } from '../built-program.ts';
import { runCase } from './run-case.ts';

const CASES = fileURLToPath(new URL('./cases', import.meta.url));

let program: string;

beforeAll(async () => {
  program = await buildProgram();
});

describe.concurrent('the command line', () => {
  it.for(readdirSync(CASES).sort())('%s', async (name, { expect }) => {
    const folder = join(CASES, name);
    const { stdout, stderr, status } = await runCase(folder, program);
    await expect(stdout).toMatchFileSnapshot(join(folder, 'stdout.txt'));
    await expect(stderr).toMatchFileSnapshot(join(folder, 'stderr.txt'));
    await expect(`${status}\n`).toMatchFileSnapshot(join(folder, 'status.txt'));
  });
});
