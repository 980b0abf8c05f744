import { expect, test } from 'vitest';
import { typeset } from '../../src/typeset/typeset.ts';
import { savedAgain } from '../edit-docx.ts';
import { buildFitting, PAIRS } from '../fitting-samples.ts';
import { bodyOf, set } from './set.ts';

test.each(PAIRS)('%s with %s, taken apart and set anew, is what it was', async (sample, template) => {
  const bytes = await buildFitting(sample, template);
  expect(typeset('报告.docx', bytes).value).toMatchObject({ isOwn: true, file: bytes });
  expect(bodyOf(set(savedAgain(bytes)).file)).toBe(bodyOf(bytes));
});
