import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexCharacters } from '../../src/diagnostics/index-characters.ts';

const TEXTS = fc.string({ unit: fc.constantFrom('字', 'a', '𠮷', '\ud842', '\udfb7', '😀'), maxLength: 40 });

it('counts characters between any two offsets, and finds them again, as going through the text would', () => {
  fc.assert(
    fc.property(TEXTS, (text) => {
      const index = indexCharacters(text);
      const offsets = [0];
      for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
      for (const [character, offset] of offsets.entries()) {
        expect(index.offsetOf(character)).toBe(offset);
        for (let end = offset; end <= text.length; end += 1) {
          expect(index.count(offset, end)).toBe([...text.slice(offset, end)].length);
        }
      }
      expect(index.offsetOf(offsets.length + 3)).toBe(text.length);
    }),
    { seed: 11, numRuns: 300 },
  );
});
