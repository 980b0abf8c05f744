import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read-facts.ts';
import { VOCABULARY } from '../../src/facts/vocabulary.ts';
import { skeleton } from '../../src/intake/skeleton.ts';

const TEXT = skeleton({ schema: './$1.json', template: 'self-review' });
const read = (text: string) => readFacts({ file: 'a.yaml', bytes: new TextEncoder().encode(text) });

describe('the facts file of init', () => {
  it('begins with the line that editors look for', () => {
    expect(TEXT.split('\n')[0]).toBe('# yaml-language-server: $schema=./$1.json');
  });

  it('holds every part of the vocabulary', () => {
    const keys = Object.values(VOCABULARY).map(({ zh }) => zh);
    expect(keys.filter((key) => !new RegExp(`^(# )?${key}:`, 'm').test(TEXT))).toEqual([]);
  });

  it('can be read as it is, and lacks only what is needed', async () => {
    const { value, diagnostics } = await read(TEXT);
    expect(diagnostics).toEqual([]);
    expect(value?.missing.map(({ at }) => at.path)).toEqual([
      'unit.name',
      'unit.kind',
      'report.date',
      'work.0.title',
      'problems.0.title',
    ]);
  });

  it('can be read with every example switched on', async () => {
    const examples = TEXT.slice(TEXT.indexOf('\n版本')).replace(
      /^( *)# (?= *(?:- )?[^ #：]+:(?: |$)| *- )/gm,
      '$1',
    );
    expect((await read(examples)).diagnostics).toEqual([]);
  });
});
