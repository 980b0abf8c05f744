import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryLine, toLine } from '../../src/batch/records/log-line.ts';
import { type KeyedLine, RecordLog } from '../../src/batch/records/record-log.ts';
import { batch, makeFolder, read, write } from './fixture.ts';
import { township } from './township.ts';

const THREE = {
  'facts/a.yaml': township('青禾县云溪镇'),
  'facts/b.yaml': township('青禾县石桥镇'),
  'facts/c.yaml': township('青禾县平田镇'),
};

/** Short and long texts, so that lines lie in one piece that is read at once and in several. */
const VALUES = fc.array(
  fc
    .tuple(fc.nat(5), fc.string({ unit: 'binary' }), fc.constantFrom(1, 20, 9000))
    .map(([key, text, times]): Added => [`单位${key}\t"`, text.repeat(times)]),
  { maxLength: 12 },
);

type Added = readonly [key: string, value: string];

function lineOf([key, value]: Added): KeyedLine {
  return [key, entryLine(key, `of ${key}`, value)];
}

function valuesIn(log: RecordLog<string>): Record<string, string> {
  return Object.fromEntries([...log.entries()].map(({ key, value }) => [key, value]));
}

it('says again what was added last, before and after it is written anew', () => {
  const path = join(makeFolder(), 'log');
  const property = fc.property(VALUES, VALUES, (first, second) => {
    rmSync(path, { force: true });
    new RecordLog<string>([path], path).add(first.map(lineOf));
    const log = new RecordLog<string>([path], path);
    log.add(second.map(lineOf));
    const expected = Object.fromEntries([...first, ...second]);
    const keys = Object.keys(expected).sort();
    for (const each of [log, new RecordLog<string>([path])]) {
      expect(valuesIn(each)).toEqual(expected);
      expect(keys.map((key) => each.get(key))).toEqual(keys.map((key) => expected[key]));
    }
    log.recompact(keys);
    for (const each of [log, new RecordLog<string>([path])]) {
      expect([...each.entries()].map(({ key }) => key)).toEqual(keys);
      expect(valuesIn(each)).toEqual(expected);
      expect(keys.map((key) => each.stampOf(key))).toEqual(keys.map((key) => `of ${key}`));
      expect([each.damaged, each.isClosed]).toEqual([0, true]);
    }
  });
  fc.assert(property, { seed: 4, numRuns: 25 });
});

it('keeps each whole line of a log that was torn anywhere, and goes on after it', () => {
  const path = join(makeFolder(), 'log');
  const property = fc.property(VALUES, fc.nat(), (values, at) => {
    const distinct = [...new Map(values)];
    rmSync(path, { force: true });
    new RecordLog<string>([path], path).add(distinct.map(lineOf));
    const bytes = distinct.length === 0 ? Buffer.alloc(0) : read(path);
    const torn = bytes.subarray(0, at % (bytes.length + 1));
    write(path, torn);
    const whole = Math.max(0, torn.toString('latin1').split('\n').length - 2);
    const expected = Object.fromEntries(distinct.slice(0, whole));
    expect(valuesIn(new RecordLog([path]))).toEqual(expected);
    new RecordLog<string>([path], path).add([lineOf(['next', 'one'])]);
    expect(valuesIn(new RecordLog([path]))).toEqual({ ...expected, next: 'one' });
  });
  fc.assert(property, { seed: 4, numRuns: 25 });
});

it('gives no value that was changed', () => {
  const path = join(makeFolder(), 'log');
  const property = fc.property(VALUES, fc.nat(), fc.nat(255), (values, at, byte) => {
    const distinct = [...new Map(values)];
    rmSync(path, { force: true });
    new RecordLog<string>([path], path).add(distinct.map(lineOf));
    if (distinct.length === 0) return;
    const bytes = read(path);
    const offset = at % bytes.length;
    if (bytes[offset] === byte) return;
    bytes[offset] = byte;
    write(path, bytes);
    const log = new RecordLog<string>([path]);
    expect(Object.fromEntries(distinct)).toMatchObject(valuesIn(log));
    expect([log.damaged > 0, log.isClosed]).toEqual([true, false]);
  });
  fc.assert(property, { seed: 4 });
});

it('says nothing of records in another form, and makes all anew', async () => {
  const folder = makeFolder(THREE);
  await batch(folder);
  const former = '{"form":1,"records":0}';
  const path = join(folder, 'out/.report/records.ndjson');
  write(path, toLine(former));
  write(join(folder, 'out/.report/digests.ndjson'), toLine('{"output":"a.docx","facts":"0"}'));
  const { out, err } = await batch(folder);
  expect(out).toContain('已生成 3');
  expect(err).not.toContain('损坏');
  expect(read(path).toString()).not.toContain(former);
});

it('takes up what a killed run has written down', async () => {
  const folder = makeFolder(THREE);
  await batch(folder);
  const path = join(folder, 'out/.report/records.ndjson');
  appendFileSync(path, '0badc0de {"output":"torn');
  const { out, err } = await batch(folder);
  expect(out).toContain('未变 3');
  expect(err).toContain('记录有 1 行损坏');
  expect((await batch(folder)).err).toBe('');
});

it('does not trust records that were tampered with', async () => {
  const folder = makeFolder(THREE);
  await batch(folder);
  const path = join(folder, 'out/.report/records.ndjson');
  write(path, read(path).toString().replace('"b.docx"', '"x.docx"'));
  expect((await batch(folder)).out).toContain('已生成 facts/b.yaml');
});

it.each(['', 'nonsense', '{}\n', '\0\0\0'])('starts afresh from records that are %j', async (text) => {
  const folder = makeFolder(THREE);
  await batch(folder);
  write(join(folder, 'out/.report/records.ndjson'), text);
  const { out, status } = await batch(folder);
  expect(out).toContain('已生成 3');
  expect(status).toBe(0);
  expect((await batch(folder)).out).toContain('未变 3');
});
