import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read-facts.ts';
import { judgeFacts } from '../../src/judge/judge-facts.ts';
import { READING_RULES } from '../../src/judge/registry.ts';
import { cutText } from '../../src/rules/reading/cut-text.ts';
import { illegalCharacter } from '../../src/rules/reading/illegal-character.ts';
import { lossyValue } from '../../src/rules/reading/lossy-value.ts';
import { schema } from '../../src/rules/reading/schema.ts';
import { yamlSyntax } from '../../src/rules/reading/yaml-syntax.ts';
import { readExample, SETTINGS } from './read-example.ts';

describe.each([yamlSyntax, schema, lossyValue, illegalCharacter])('$id', ({ id, severity, examples }) => {
  it.each(examples)('$input', async ({ input, reports }) => {
    const { diagnostics } = await readFacts({ file: 'a.yaml', bytes: new TextEncoder().encode(input) });
    const lines = input.split('\n').map((line) => [...line]);
    const found = diagnostics.map(({ start, end }) =>
      lines[start.line - 1]?.slice(start.column - 1, end.column - 1).join(''),
    );
    expect(found).toEqual(reports);
    expect(diagnostics.every((each) => each.rule === id && each.severity === severity)).toBe(true);
  });
});

describe('cut-text', () => {
  it.each([
    ...cutText.examples,
    { input: '工作:\n  - {标题: 甲, 内容: 乙}\n  - 标题: 加强学习 # 1月改过\n    内容: 乙', reports: [] },
    { input: '工作:\n  - 标题: 加强学习 #忽略 heading-period：不改\n    内容: 乙', reports: [] },
    { input: '报告:\n  日期: 2023-11-06 #成文\n措施:\n  - 标题: 甲\n    状态: 推进中 #2项', reports: [] },
    {
      input: '工作:\n  - 标题: 甲\n    内容: |\n      第一句 #1，不是注释。\n      第二句 #2，也不是。',
      reports: [],
    },
    { input: '前言: 一句话\n  再一句 #1，还有', reports: ['#1，还有'] },
    { input: "前言: '一句话' #1，还有", reports: [] },
  ])('$input', async ({ input, reports }) => {
    const lines = input.split('\n').map((line) => [...line]);
    const found = await judgeFacts(await readExample(input), SETTINGS);
    const cut = found.filter(({ rule }) => rule === cutText.id);
    expect(
      cut.map(({ start, end }) => lines[start.line - 1]?.slice(start.column - 1, end.column - 1).join('')),
    ).toEqual(reports);
  });
});

it.each(
  READING_RULES.filter((rule) => rule.severity === 'error' && rule.id !== 'unreadable-document').map(
    ({ id }) => id,
  ),
)('data-samples/invalid/%s.yaml fails with this rule and no other', async (id) => {
  const file = new URL(`../../data-samples/invalid/${id}.yaml`, import.meta.url);
  const { diagnostics } = await readFacts({ file: `${id}.yaml`, bytes: readFileSync(file) });
  expect(diagnostics.map(({ rule }) => rule)).toEqual([id]);
});
