import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position } from '../../src/diagnostics/diagnostic.ts';
import { hasIllegalCharacter } from '../../src/facts/illegal-characters.ts';
import { passagesOf } from '../../src/facts/read-passages.ts';
import { samples } from '../sample-size.ts';
import { read } from './reading.ts';
import { anyFile } from './yaml-files.ts';

describe('a place', () => {
  test.each([
    ['党员:\n  总数: 300 # 注', 'members.total', 'value', undefined, '300'],
    ['党员:\n  总数: 300', 'members.total', 'key', undefined, '总数'],
    ['党员: {总数: "300"}', 'members.total', 'value', undefined, '"300"'],
    ['党员: {年龄: {35岁以下: 3}}', 'members.byAge.35岁以下', 'key', undefined, '35岁以下'],
    ['党员: {年龄: {3.5万: 3}}', 'members.byAge.3.5万', 'value', undefined, '3'],
    ['党员:\n  女: 3', 'members.total', 'key', undefined, '党员'],
    ['党员:\n  总数:', 'members.total', 'value', undefined, '总数'],
    ['工作:\n  - 标题: 甲\n  - 标题: 乙', 'work.1.title', 'value', undefined, '乙'],
    ['工作:\n  - 标题: 甲\n    内容: 乙', 'work.0', 'value', undefined, '标题: 甲'],
    ['工作:\n  - 标题: 甲\n    要点: 乙', 'work.0.points.0', 'value', undefined, '乙'],
    ['前言: 𠮷甲乙', 'preamble', 'value', [2, 3], '甲'],
    ["前言: '甲''乙丙'", 'preamble', 'value', [1, 3], "''乙"],
    ['前言: "甲\\u4e59丙"', 'preamble', 'value', [1, 3], '\\u4e59丙'],
    ['前言: |\n  甲乙\n  丙丁', 'preamble', 'value', [3, 5], '丙丁'],
    ['前言: >\n  甲乙\n  丙丁', 'preamble', 'value', [2, 4], '丙丁'],
    ['前言: 甲乙\n  丙丁', 'preamble', 'value', [3, 4], '丁'],
    ['前言: 甲\u200b乙', 'preamble', 'value', [1, 2], '乙'],
    ['前言：甲乙', 'preamble', 'value', [1, 2], '乙'],
  ] as const)('in %j of %s, its %s %j', async (text, path, part, span, expected) => {
    for (const whole of [text, text.replaceAll('\n', '\r\n')]) {
      const places = await (await read(whole)).value?.places();
      const range = places?.rangeOf({ path, part, ...(span !== undefined && { span }) });
      expect(range && under(whole, range.start, range.end)).toBe(expected);
    }
  });

  test('of what the file does not have at all is its beginning', async () => {
    const places = await (await read('党员: {总数: 3}')).value?.places();
    expect(places?.rangeOf({ path: 'unit.name', part: 'key' }).start).toEqual({ line: 1, column: 1 });
  });
});

test('whatever the file, reading does not throw and everything stands inside the file', async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, async (text) => {
      const { value, diagnostics } = await read(text);
      const ranges = diagnostics.flatMap((diagnostic) => [diagnostic, ...diagnostic.related]);
      const places = await value?.places();
      if (value !== undefined && places !== undefined) {
        for (const { path, text: printed, offset } of passagesOf(value.facts, value.written).passages) {
          const range = places.rangeOf({ path, span: [offset, offset + 1] });
          expect(under(text, range.start, range.end)).not.toBe('');
          ranges.push(range as (typeof ranges)[number]);
          expect(printed).not.toBe('');
        }
      }
      for (const { start, end } of ranges)
        expect(offsetOf(text, start)).toBeLessThanOrEqual(offsetOf(text, end));
    }),
    { seed: 9704, numRuns: samples(150) },
  );
});

test('every character of a plain passage is found again in the file', async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, async (text) => {
      const { value } = await read(text);
      const places = await value?.places();
      // One that is illegal is left out of the text and belongs to its neighbour's place.
      if (value === undefined || places === undefined || /["\\]/.test(text) || hasIllegalCharacter(text))
        return;
      for (const { path, text: printed, offset, references } of passagesOf(value.facts, value.written)
        .passages) {
        if (references.length > 0) continue;
        for (const [at, character] of [...printed].entries()) {
          if (character === ' ' || character === '\n' || character === "'") continue;
          const start = offset + [...printed].slice(0, at).join('').length;
          const range = places.rangeOf({ path, span: [start, start + character.length] });
          expect(under(text, range.start, range.end)).toBe(character);
        }
      }
    }),
    { seed: 9704, numRuns: samples(80) },
  );
});

/** The text between two positions; positions outside the text throw. */
function under(text: string, start: Position, end: Position): string {
  return text.replace(/^\ufeff/, '').slice(offsetOf(text, start), offsetOf(text, end));
}

function offsetOf(text: string, { line, column }: Position): number {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const characters = [...(lines[line - 1] ?? '')];
  if (line > lines.length || column > characters.length + 1) throw new Error(`${line}:${column} is outside`);
  return (
    lines.slice(0, line - 1).join('\n').length +
    (line > 1 ? 1 : 0) +
    characters.slice(0, column - 1).join('').length
  );
}
