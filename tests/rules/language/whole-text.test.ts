import { describe, expect, it } from 'vitest';
import { wholeText } from '../../../src/rules/language/whole-text.ts';

function textOf(...texts: string[]) {
  const passages = texts.map((text, at) => ({
    path: String(at),
    role: 'body' as const,
    text,
    offset: 0,
    references: [],
  }));
  return wholeText(passages);
}

describe('the whole text of some passages', () => {
  it.each([
    [['共12名', '共12名，其中3名', '', '无'], /\d+名/g, ['0', '1']],
    [['无', '第3'], /\d/g, ['1']],
    [['3', '名'], /\d名/g, []],
    [['名', '3'], /(?<!名)\d/g, ['1']],
    [[], /\d/g, []],
  ])('gives the passages of %j that hold %s', (texts, sign, expected) => {
    const found = textOf(...texts).passagesWith(sign);
    expect(found.map(({ path }) => path)).toEqual(expected);
  });

  it.each([
    ['台帐', true],
    ['台', true],
    ['帐台', false],
    ['账', false],
  ])('says %s: %s', (word, expected) => {
    expect(textOf('建立台', '台帐').says(word)).toBe(expected);
  });
});
