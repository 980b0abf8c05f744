import fc from 'fast-check';
import { expect, it } from 'vitest';
import { squeezeText } from '../../src/template/squeeze.ts';

it('takes out line breaks with the blanks around them, and leaves a space between Latin words', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', ',', ';', '中', ' ', '\n', '\r', '\t', '<') });
  fc.assert(
    fc.property(text, (written) => {
      const spaced = written.replace(/([a-z,;])\s*\n\s*(?=[a-z])/gi, '$1 ');
      expect(squeezeText(written)).toBe(spaced.replace(/\s*\n\s*/g, ''));
    }),
    { seed: 9704, numRuns: 500 },
  );
});
