import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromLines, readLine, readLines, toLine } from '../../src/batch/records/record-lines.ts';
import { batch, makeFolder, read, write } from './fixture.ts';
import { township } from './township.ts';

const THREE = {
  'facts/a.yaml': township('青禾县云溪镇'),
  'facts/b.yaml': township('青禾县石桥镇'),
  'facts/c.yaml': township('青禾县平田镇'),
};

it('reads whole lines back and no damaged one', () => {
  const property = fc.property(fc.array(fc.jsonValue()), fc.nat(), fc.nat(255), (values, at, byte) => {
    const bytes = Buffer.from(values.map(toLine).join(''));
    expect([...fromLines(bytes)].map(({ value }) => value)).toEqual(JSON.parse(JSON.stringify(values)));
    if (bytes.length === 0) return;
    const offset = at % bytes.length;
    if (bytes[offset] === byte) return;
    bytes[offset] = byte;
    expect([...fromLines(bytes)].map(({ value }) => value)).toContain(undefined);
  });
  fc.assert(property, { seed: 4 });
});

it('finds every line of a file again, however long, by its place', () => {
  const path = join(makeFolder(), 'lines');
  const texts = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.constantFrom(1, 20, 9000)), {
    maxLength: 12,
  });
  const property = fc.property(texts, (pairs) => {
    const values = pairs.map(([text, times]) => text.repeat(times));
    write(path, values.map(toLine).join(''));
    const lines = [...readLines(path)];
    expect(lines.map(({ value }) => value)).toEqual(values);
    expect(lines.map((line) => readLine(path, line))).toEqual(values);
  });
  fc.assert(property, { seed: 4, numRuns: 25 });
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
