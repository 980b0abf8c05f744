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
