import { expect, test } from 'vitest';
import { buildFitting, PAIRS } from '../fitting-samples.ts';
import { judged } from './judged.ts';

test.each(PAIRS)('%s with %s is 合 wherever a program can tell', async (sample, template) => {
  const { layout, sheet } = await judged(await buildFitting(sample, template));
  expect(layout).toEqual([]);
  expect(sheet.filter(({ verdict }) => verdict === '不合')).toEqual([]);
  expect(sheet.filter(({ verdict }) => verdict === '合').length).toBeGreaterThan(15);
});
