import { describe, expect, it } from 'vitest';
import { type Field, type Fields, rollUpOf } from '../../src/facts/field.ts';
import { stepsOf } from '../../src/facts/labels.ts';
import { VOCABULARY } from '../../src/facts/vocabulary.ts';

/** Every field of the vocabulary with its path without indexes, and the fields beside it. */
const ALL = allFields(VOCABULARY, '');

describe('the vocabulary', () => {
  it('weights an average by a figure that is itself added up', () => {
    const bases = ALL.flatMap(({ field }) => {
      const way = rollUpOf(field);
      return typeof way === 'object' && 'meanBy' in way ? [way.meanBy] : [];
    });
    expect(bases).not.toEqual([]);
    for (const base of bases) expect([base, rollUpOf(fieldAt(base))]).toEqual([base, 'sum']);
  });

  it('names items that are united or listed by a text of theirs', () => {
    for (const { path, field } of ALL) {
      const way = rollUpOf(field);
      if (field.kind !== 'list' || typeof way !== 'object') continue;
      const name = 'unionBy' in way ? way.unionBy : 'listBy' in way ? way.listBy : '';
      const kind = typeof field.item === 'string' ? undefined : field.item[name]?.kind;
      expect([path, kind]).toEqual([path, expect.stringMatching(/^(?:text|prose)$/)]);
    }
  });

  it('adds up no average, share or rate', () => {
    const added = ALL.filter(({ field }) => rollUpOf(field) === 'sum');
    for (const { path, field } of added) {
      expect([path, /平均|率|比|岁/.test(`${field.zh}${field.label ?? ''}`)]).toEqual([path, false]);
    }
  });
});

function allFields(fields: Fields, path: string): { readonly path: string; readonly field: Field }[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const own = path === '' ? name : `${path}.${name}`;
    const inner = field.kind === 'record' ? field.fields : field.kind === 'list' ? field.item : 'text';
    return [{ path: own, field }, ...(inner === 'text' ? [] : allFields(inner, own))];
  });
}

function fieldAt(path: string): Field {
  const last = stepsOf(path)?.at(-1);
  if (last?.kind !== 'field') throw new Error(`no field at ${path}`);
  return last.field;
}
