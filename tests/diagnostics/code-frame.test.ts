import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame, frameLine } from '../../src/diagnostics/code-frame.ts';
import { displayWidth } from '../../src/diagnostics/display-width.ts';

const at = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});

describe('codeFrame', () => {
  it.each([
    ['党员总数: 300', 7, 10, '          ^^^'],
    ['a: 1', 4, 5, '   ^'],
    ['\t总数: 3', 2, 4, '    ^^^^'],
    ['𠮷：3', 2, 3, '  ^^'],
    ['e\u0301: 3', 5, 6, '   ^'],
    ['末', 2, 2, '  ^'],
  ])('puts the caret under the place in %j', (text, from, to, marker) => {
    expect(codeFrame(frameLine(text), at(1, from, to), { width: 80 })?.marker).toBe(marker);
  });

  it('underlines to the end of the line what goes on in the next', () => {
    const range = { start: { line: 1, column: 4 }, end: { line: 2, column: 2 } };
    expect(codeFrame(frameLine('甲: 乙丙'), range, { width: 80 })?.marker).toBe('    ^^^^');
  });

  it('cuts a long line around the place', () => {
    const text = `${'前'.repeat(100)}错${'后'.repeat(100)}`;
    const frame = codeFrame(frameLine(text), at(1, 101, 102), { width: 20 });
    expect(frame).toEqual({ line: '…前前前前错后后后后…', marker: '         ^^' });
  });

  it('cuts a line as long as a whole file just as one of a thousand characters', () => {
    const frames = [1000, 1_000_000].map((length) => {
      const text = `${'𠮷'.repeat(length)}错误${'后𠮷'.repeat(length)}`;
      return codeFrame(frameLine(text), at(1, length + 1, length + 3), { width: 20 });
    });
    expect(frames[0]).toEqual({ line: '…𠮷𠮷𠮷𠮷错误后𠮷后…', marker: '         ^^^^' });
    expect(frames[1]).toEqual(frames[0]);
  });

  it('shows control characters as pictures', () => {
    expect(codeFrame(frameLine('a\u001b[31mb\u202e'), at(1, 1, 2), { width: 80 })?.line).toBe(
      'a␛[31mb\ufffd',
    );
  });

  it.each(['', ' \t'])('has nothing to quote of %j', (line) => {
    expect(codeFrame(frameLine(line), at(2, 1, 1), { width: 80 })).toBeUndefined();
  });

  it('never exceeds its width and always points at something', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '党', '𠮷', '\t', '\u0301', '…'), maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 12, max: 40 }),
        (line, from, length, width) => {
          const frame = codeFrame(frameLine(line), at(1, from + 1, from + length + 1), { width });
          expect(displayWidth(frame?.line ?? '')).toBeLessThanOrEqual(width);
          expect(frame?.marker ?? '^').toMatch(/^ *\^+$/);
        },
      ),
      { seed: 9704 },
    );
  });
});
