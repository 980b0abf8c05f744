import { describe, expect, it } from 'vitest';
import { judgeFacts } from '../../src/judge/judge-facts.ts';
import { readExample, SETTINGS } from '../rules/read-example.ts';

const FACTS = '党支部: {总数: 8, 分类: {机关: 2, 村: 6}}\n党员: {总数: 300, 女: 62}\n';

async function found(prose: string, severities = {}): Promise<string[]> {
  const text = `${FACTS}${prose}`;
  const diagnostics = await judgeFacts(await readExample(text), { ...SETTINGS, severities });
  return diagnostics
    .filter(({ rule }) => rule.startsWith('prose-'))
    .map(({ rule, start, end }) => {
      const line = text.split('\n')[start.line - 1] ?? '';
      return `${rule} ${line.slice(start.column - 1, end.column - 1)}`;
    });
}

describe('a figure that contradicts a fact', () => {
  it.each([
    ['前言: 全镇共有8个党支部；其中机关2个、村7个。', ['prose-figure 7个']],
    ['前言: 全镇共有9个党支部；其中机关2个、村6个。', ['prose-figure 9个']],
    ['前言: 全镇共有党员300名，其中女党员63名，占20.7%。', ['prose-figure 63名']],
    [
      '前言: 全镇共有8个党支部；其中机关2个、村7个。培训班3期，其中机关2期、村2期。',
      ['prose-figure 7个', 'prose-sum 3期'],
    ],
  ])('is one finding: %s', async (prose, expected) => {
    expect(await found(prose)).toEqual(expected);
  });

  it('does not hide what is graver', async () => {
    const prose = '前言: 全镇共有8个党支部；其中机关2个、村7个。';
    expect(await found(prose, { 'prose-figure': 'warning' })).toEqual(['prose-figure 7个', 'prose-sum 8个']);
    expect(await found(prose, { 'prose-figure': 'off' })).toEqual(['prose-sum 8个']);
  });
});
