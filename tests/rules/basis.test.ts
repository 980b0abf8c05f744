import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/cli/terminal/rule-list.ts';
import { describeBasis } from '../../src/rules/describe-basis.ts';

describe.each(ALL_RULES)('$id', ({ severity, docs: { basis } }) => {
  test('says what it rests on', () => {
    expect(basis.source).not.toBe('');
    expect(['规定', '通常', '建议']).toContain(basis.rank);
  });

  test.runIf(severity === 'error')(
    'is an error by a regulation, or by what the text or the facts themselves prove',
    () => {
      expect(basis.rank === '规定' || basis.proof !== undefined).toBe(true);
    },
  );
});

test('a basis is told in one line, with its clause and its proof where it has them', () => {
  expect(describeBasis({ source: '《标点符号用法》', clause: '4.8', rank: '规定' })).toBe(
    '《标点符号用法》，4.8（规定）',
  );
  expect(describeBasis({ source: '《标点符号用法》', clause: '4.8', isUnchecked: true, rank: '规定' })).toBe(
    '《标点符号用法》，4.8（规定，条号未与原文核对）',
  );
  expect(describeBasis({ source: '整体等于部分之和', rank: '通常', proof: '四则运算' })).toBe(
    '整体等于部分之和（通常）；本身可证：四则运算',
  );
});
