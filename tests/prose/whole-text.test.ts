import { describe, expect, it } from 'vitest';
import { Prose } from '../../src/prose/prose.ts';
import { SIGN } from '../../src/prose/signs.ts';
import { wholeText } from '../../src/prose/whole-text.ts';

function textOf(...texts: string[]) {
  const passages = texts.map((text, at) => ({
    path: '',
    paragraph: at,
    role: 'body' as const,
    text,
    offset: 0,
    references: [],
  }));
  return wholeText(new Prose(passages));
}

describe('the whole text of some passages', () => {
  it.each([
    [['共12名', '共12名，其中3名', '', '无'], [SIGN.digit], ['0', '1']],
    [['无', '第3'], [SIGN.digit], ['1']],
    [['3年', '3', '年'], [SIGN.digit, SIGN.dateMark], ['0']],
    [['3', '三', '无'], [SIGN.digit | SIGN.numeral], ['0', '1']],
    [['3', '年'], [SIGN.share, SIGN.digit], []],
    [[], [SIGN.digit], []],
  ] as const)('gives the passages of %j that hold %j', (texts, [sign, other], expected) => {
    const found = textOf(...texts).passagesWith(sign, other);
    expect(found.map(({ paragraph }) => String(paragraph))).toEqual(expected);
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
