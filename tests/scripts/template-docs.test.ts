import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillPage, PAGE } from '../../scripts/generate-template-docs.ts';
import { VOCABULARY } from '../../src/facts/vocabulary.ts';
import { DERIVED_IN_ITEMS, DERIVED_NAMES } from '../../src/template/derived-names.ts';
import { type FactType, typesIn } from '../../src/template-check/fact-type.ts';
import { fullFacts } from '../../src/template-check/full-facts.ts';

const PRINTED = readFileSync(PAGE, 'utf8');

it('docs/templates.md says what the code says (npm run generate)', () => {
  expect(fillPage(PRINTED)).toBe(PRINTED);
});

describe('what is worked out', () => {
  const { members } = typesIn(fullFacts(), {});
  const chinese = new Set(
    [...Object.values(VOCABULARY), ...Object.values(DERIVED_NAMES)].map(({ zh }) => zh),
  );

  it('is described under both of its names', () => {
    const known = new Set([
      ...Object.keys(VOCABULARY),
      ...Object.keys(DERIVED_NAMES),
      ...chinese,
      'headings',
      '小标题',
    ]);
    expect([...members.keys()].filter((name) => !known.has(name))).toEqual([]);
    expect(Object.keys(DERIVED_NAMES).filter((name) => !members.has(name))).toEqual([]);
  });

  it.each(Object.entries(DERIVED_IN_ITEMS))('is described in the items of %s', (list, names) => {
    expect(Object.keys(names).filter((name) => !itemOf(members.get(list)).has(name))).toEqual([]);
  });
});

function itemOf(type: FactType | undefined): ReadonlyMap<string, FactType> {
  return type?.kind === 'list' && type.item.kind === 'record' ? type.item.members : new Map();
}
