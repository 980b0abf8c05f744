import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { samples } from '../sample-size.ts';
import { read } from './reading.ts';

const piece = fc.constantFrom(
  'a',
  'b c',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n  ',
  "''",
  '\\n',
  '\\\n',
  '\\x41',
  '\\"',
  '#',
  ': ',
  '-',
);
const content = fc.array(piece, { minLength: 1, maxLength: 10 }).map((pieces) => pieces.join(''));
const indented = (text: string) => text.replaceAll('\n', '\n    ');
const scalar = fc.oneof(
  content.map(indented),
  content.map((text) => `"${indented(text)}"`),
  content.map((text) => `'${indented(text)}'`),
  fc
    .tuple(fc.constantFrom('|', '>', '|-', '>+', '|2', '>1-'), content)
    .map(([header, text]) => `${header}\n    ${indented(text)}`),
);

test('without Chinese, texts are what the YAML parser makes of them, but for blanks around them and the number of empty lines', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(scalar, async (written) => {
      const text = `preamble: ${written}\nclosing: x\n`;
      const expected = parseText(text);
      const { value, diagnostics } = await read(text);
      // An escaped break ahead of an empty line: parsers differ, YAML 1.2.2 §7.3.1 is followed.
      if (expected === undefined || diagnostics.length > 0 || /\\\n\s*\n/.test(written)) return;
      compared++;
      expect(plain(value?.facts.preamble ?? '')).toBe(plain(expected));
    }),
    { seed: 9704, numRuns: samples(1000) },
  );
  expect(compared).toBeGreaterThan(500);
});

function parseText(text: string): string | undefined {
  try {
    const { preamble } = parse(text, { schema: 'failsafe', logLevel: 'silent' }) as {
      readonly preamble: unknown;
    };
    return typeof preamble === 'string' ? preamble : undefined;
  } catch {
    return undefined;
  }
}

function plain(text: string): string {
  return text
    .replaceAll(/[ \t]*\n\s*\n/g, '\n')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/^\s+|\s+$/g, '');
}
