import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read-facts.ts';
import { READING_RULES } from '../../src/judge/registry.ts';
import { illegalCharacter } from '../../src/rules/reading/illegal-character.ts';
import { lossyValue } from '../../src/rules/reading/lossy-value.ts';
import { schema } from '../../src/rules/reading/schema.ts';
import { yamlSyntax } from '../../src/rules/reading/yaml-syntax.ts';

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

it.each(
  READING_RULES.filter((rule) => rule.severity === 'error' && rule.id !== 'unreadable-document').map(
    ({ id }) => id,
  ),
)('data-samples/invalid/%s.yaml fails with this rule and no other', async (id) => {
  const file = new URL(`../../data-samples/invalid/${id}.yaml`, import.meta.url);
  const { diagnostics } = await readFacts({ file: `${id}.yaml`, bytes: readFileSync(file) });
  expect(diagnostics.map(({ rule }) => rule)).toEqual([id]);
});
