import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LAYOUT_RULES } from '../../src/judge/registry.ts';
import { judged } from './judged.ts';
import { makeReport } from './make-report.ts';

describe.each(LAYOUT_RULES)('$id', ({ id, examples }) => {
  test.each(examples)('$input', async ({ input, reports }) => {
    const { layout, sheet } = await judged(makeReport(input));
    const found = layout.map(({ rule, message }) => `${rule} ${message}`);
    expect(found).toEqual(reports.map((message) => expect.stringMatching(`^${id} ${message}`)));
    const broken = sheet.filter(({ verdict }) => verdict === '不合');
    expect(broken.length).toBe(new Set(reports).size);
    expect(broken.every(({ rule }) => rule === id)).toBe(true);
  });

  test('has an example that reports and one that does not', () => {
    expect(examples.some(({ reports }) => reports.length > 0)).toBe(true);
    expect(examples.some(({ reports }) => reports.length === 0)).toBe(true);
  });
});

test('a right report is right throughout', async () => {
  const { layout, sheet } = await judged(makeReport(''));
  expect(layout).toEqual([]);
  expect(sheet.filter(({ verdict }) => verdict === '不合' || verdict === '需人看')).toEqual([]);
});

test('a page number that a tab puts in its place is for the eye', async () => {
  const files = unzipSync(makeReport(''));
  const footer = strFromU8(files['word/footer.xml'] ?? new Uint8Array());
  const tabbed = strToU8(footer.replace('<w:fldSimple', '<w:r><w:tab/></w:r><w:fldSimple'));
  const { sheet } = await judged(zipSync({ ...files, 'word/footer.xml': tabbed }));
  expect(sheet.find(({ item }) => item === '页码位置')).toMatchObject({
    verdict: '需人看',
    found: '页码用制表位排的，位置请看版面',
  });
});
