import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samples } from '../sample-size.ts';
import { read } from './reading.ts';

const text = fc.string({ unit: 'binary', maxLength: 200 }).map((any) => Buffer.from(any));
const bytes = fc.uint8Array({ maxLength: 200 });

test('whatever the bytes, reading gives a value or says why not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, bytes), async (content) => {
      const { value, diagnostics } = await read(content);
      expect(value !== undefined || diagnostics.length > 0).toBe(true);
      for (const { message, hint } of diagnostics) expect(`${message}${hint}`).toMatch(/\p{Script=Han}/u);
    }),
    { seed: 9704, numRuns: samples(200) },
  );
});
