import { existsSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/batch/lock/lock.ts';
import { batch, makeFolder, write } from './fixture.ts';
import { township } from './township.ts';

const FACTS = { 'facts/a.yaml': township('青禾县云溪镇') };
/** No process has it: above the largest number that Linux gives. */
const DEAD = 4_194_400;

function holder(values: object): string {
  return JSON.stringify({
    pid: DEAD,
    host: hostname(),
    born: '',
    since: new Date().toISOString(),
    ...values,
  });
}

describe('a folder that another batch holds', () => {
  it('is refused, and the holder named', async () => {
    const folder = makeFolder(FACTS);
    write(join(folder, 'out/.report/lock'), holder({ pid: process.ppid }));
    await expect(batch(folder)).rejects.toThrow(new RegExp(`进程 ${process.ppid}，主机 ${hostname()}.*秒`));
    expect(existsSync(join(folder, 'out/a.docx'))).toBe(false);
  });

  it('is refused while a holder on another machine renews it', async () => {
    const folder = makeFolder(FACTS);
    const path = join(folder, 'out/.report/lock');
    write(path, holder({ host: 'another-machine' }));
    await expect(batch(folder)).rejects.toThrow('another-machine');
    utimesSync(path, Date.now() / 1000 - 300, Date.now() / 1000 - 300);
    expect((await batch(folder)).status).toBe(0);
  });

  it('is taken over from a process that is dead', async () => {
    const folder = makeFolder(FACTS);
    write(join(folder, 'out/.report/lock'), holder({}));
    write(join(folder, `out/.report-${DEAD}-0123456789ab-0.tmp`), 'half');
    expect((await batch(folder)).status).toBe(0);
    expect(existsSync(join(folder, 'out/.report/lock'))).toBe(false);
    expect(existsSync(join(folder, `out/.report-${DEAD}-0123456789ab-0.tmp`))).toBe(false);
  });

  it('is taken over where the number belongs to another process now', async () => {
    const folder = makeFolder(FACTS);
    write(join(folder, 'out/.report/lock'), holder({ pid: process.ppid, born: '1' }));
    expect((await batch(folder)).status).toBe(0);
  });
});

it('lets shards work side by side, but not with the whole, nor with another division', () => {
  const folder = makeFolder();
  const first = takeLock(folder, '1-of-2');
  const second = takeLock(folder, '2-of-2');
  expect(() => takeLock(folder, '1-of-2')).toThrow('正被占用');
  expect(() => takeLock(folder, undefined)).toThrow('正被占用');
  expect(() => takeLock(folder, '3-of-3')).toThrow('正被占用');
  first.release();
  second.release();
  takeLock(folder, undefined).release();
});
