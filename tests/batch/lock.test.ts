import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/batch/lock.ts';
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

/** As if somebody had looked at a lock five minutes ago. */
function lookBack(seen: string): void {
  const then = Date.now() / 1000 - 300;
  if (existsSync(seen)) utimesSync(seen, then, then);
}

describe('a folder that another batch holds', () => {
  it('is refused, and the holder named', async () => {
    const folder = makeFolder(FACTS);
    write(join(folder, 'out/.report/lock'), holder({ pid: process.ppid }));
    await expect(batch(folder)).rejects.toThrow(new RegExp(`进程 ${process.ppid}，主机 ${hostname()}.*秒`));
    expect(existsSync(join(folder, 'out/a.docx'))).toBe(false);
  });

  it.each([
    ['an hour behind', -3_600],
    ['an hour ahead', 3_600],
  ])('is refused while a machine whose clock is %s holds it', async (_, ahead) => {
    const folder = makeFolder(FACTS);
    const path = join(folder, 'out/.report/lock');
    write(path, holder({ host: 'another-machine' }));
    const renew = (seconds: number) => utimesSync(path, seconds, seconds);
    const now = Date.now() / 1000 + ahead;
    for (const beat of [0, 10, 20]) {
      renew(now + beat);
      lookBack(`${path}.seen`);
      await expect(batch(folder)).rejects.toThrow(/another-machine.*\n?.*/);
      expect(existsSync(path)).toBe(true);
    }
  });

  it('is taken over from another machine once nothing of it changed for minutes', async () => {
    const folder = makeFolder(FACTS);
    const path = join(folder, 'out/.report/lock');
    write(path, holder({ host: 'another-machine' }));
    await expect(batch(folder)).rejects.toThrow('another-machine');
    await expect(batch(folder)).rejects.toThrow('another-machine');
    lookBack(`${path}.seen`);
    expect((await batch(folder)).status).toBe(0);
    expect(readdirSync(join(folder, 'out/.report')).filter((name) => name.startsWith('lock'))).toEqual([]);
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

it('is not given back by one that lost it', () => {
  const folder = makeFolder();
  const path = join(folder, 'lock');
  const lock = takeLock(folder, undefined);
  expect(lock.isLost()).toBe(false);
  const other = holder({ host: 'another-machine', token: 'other' });
  write(path, other);
  expect(lock.isLost()).toBe(true);
  lock.release();
  expect(readFileSync(path, 'utf8')).toBe(other);
});
