import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENDING_SIGNALS } from '../../src/ending-signals.ts';
import { makeFolder } from '../batch/fixture.ts';
import { type Ended, start } from '../batch/program.ts';
import { township } from '../batch/township.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What a shell says: `$?`. */
function shellStatus({ status, signal }: Ended): number | null {
  return status ?? ENDING_SIGNALS[signal as keyof typeof ENDING_SIGNALS];
}

function folderWith(module: string): string {
  return makeFolder({ 'facts/a.yaml': township('青禾县云溪镇'), 'slip.mjs': module });
}

function startWith(folder: string, args: readonly string[]) {
  return start(args, ['--import', join(folder, 'slip.mjs')]);
}

function unfinishedIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((name) => name.endsWith('.tmp'));
}

/** Work without an end, as a rule over a hostile text would be. */
const BUSY = `
import { writeSync } from 'node:fs';
let isMarked = false;
const exec = RegExp.prototype.exec;
RegExp.prototype.exec = function (text) {
  if (String(text).includes('云溪镇')) {
    if (!isMarked) writeSync(2, 'BUSY');
    isMarked = true;
    for (;;);
  }
  return exec.call(this, text);
};
`;

/** The disk takes its time, and the program waits for it. */
const SLOW_DISK = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const fsync = fs.fsyncSync;
fs.fsyncSync = (file) => {
  fs.writeSync(2, 'WRITING');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  return fsync(file);
};
syncBuiltinESMExports();
`;

describe.skipIf(process.platform === 'win32')('an interruption', () => {
  it.each(
    SIGNALS.flatMap((signal) => [['check', signal] as const, ['build', signal] as const]),
  )('ends %s by %s although it has no time to listen', async (command, signal) => {
    const folder = folderWith(BUSY);
    const { process: child, ended } = startWith(folder, [command, join(folder, 'facts/a.yaml')]);
    child.stderr?.on('data', (text) => String(text).includes('BUSY') && child.kill(signal));
    const result = await ended;
    expect(result.err).toContain('BUSY');
    expect(shellStatus(result)).toBe(ENDING_SIGNALS[signal]);
    expect(readdirSync(join(folder, 'facts'))).toEqual(['a.yaml']);
  });

  it.each(SIGNALS)('by %s in the middle of writing leaves a whole file and no other', async (signal) => {
    const folder = folderWith(SLOW_DISK);
    const { process: child, ended } = startWith(folder, ['build', join(folder, 'facts/a.yaml')]);
    child.stderr?.once('data', () => child.kill(signal));
    const result = await ended;
    expect(result.err).toContain('WRITING');
    expect(result.status).toBe(ENDING_SIGNALS[signal]);
    expect(readdirSync(join(folder, 'facts')).sort()).toEqual(['a.docx', 'a.yaml']);
    expect(readFileSync(join(folder, 'facts/a.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it.each(SIGNALS)('ends by %s a batch without threads, which its next run completes', async (signal) => {
    const folder = makeFolder({
      'facts/a.yaml': township('青禾县石桥镇'),
      'facts/b.yaml': township('青禾县云溪镇'),
      'slip.mjs': BUSY,
    });
    const out = join(folder, 'out');
    const args = ['batch', join(folder, 'facts'), '-o', out, '--jobs', '1'];
    const { process: child, ended } = startWith(folder, args);
    child.stderr?.on('data', (text) => String(text).includes('BUSY') && child.kill(signal));
    const result = await ended;
    expect(shellStatus(result)).toBe(ENDING_SIGNALS[signal]);
    expect(unfinishedIn(out)).toEqual([]);
    const next = await start(args).ended;
    expect(next).toMatchObject({ status: 0, err: '' });
    expect(readdirSync(out).sort()).toEqual(['.report', 'a.docx', 'b.docx']);
  });

  it('ends a batch whose threads do not come to an end, and takes away what they left', async () => {
    const folder = makeFolder({
      'facts/a.yaml': township('青禾县云溪镇'),
      'facts/b.yaml': township('青禾县石桥镇'),
      'slip.mjs': BUSY,
    });
    const args = ['batch', join(folder, 'facts'), '-o', join(folder, 'out'), '--jobs', '2'];
    const { process: child, ended } = startWith(folder, args);
    child.stderr?.on('data', (text) => String(text).includes('BUSY') && child.kill('SIGTERM'));
    const result = await ended;
    expect(result.status).toBe(143);
    expect(unfinishedIn(join(folder, 'out'))).toEqual([]);
  });
});
