import { describe, expect, it } from 'vitest';
import { everyField } from '../../src/facts/every-field.ts';
import { stepsOf } from '../../src/facts/fact-path.ts';
import { type Field, rollUpOf } from '../../src/facts/field.ts';

const ALL = everyField();

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

  it('says of each part what it is part of, by the path of a figure', () => {
    for (const { path, field } of ALL) {
      if (!('partOf' in field) || field.partOf === undefined) continue;
      const wholes = typeof field.partOf === 'string' ? [field.partOf] : field.partOf;
      for (const whole of wholes.flatMap((each) => (typeof each === 'string' ? [each] : each.sumOf))) {
        expect([
          path,
          everyField().some((each) => each.path === whole && each.field.kind !== 'record'),
        ]).toEqual([path, true]);
      }
    }
  });

  it('divides a whole into two parts or more', () => {
    for (const { path, field } of ALL) {
      if (!('division' in field) || field.kind === 'tally') continue;
      const partners = ALL.filter(
        ({ field: other }) =>
          'division' in other && other.division === field.division && other.partOf?.[0] === field.partOf?.[0],
      );
      expect([path, partners.length > 1]).toEqual([path, true]);
    }
  });

  it('names figures of last year by a figure of this year in the same unit', () => {
    const ofLastYear = ALL.filter(({ field }) => 'lastYearOf' in field);
    expect(ofLastYear).not.toEqual([]);
    for (const { field } of ofLastYear) {
      const now = 'lastYearOf' in field ? fieldAt(field.lastYearOf ?? '') : undefined;
      expect(now).toMatchObject({ kind: field.kind, unit: 'unit' in field ? field.unit : '' });
    }
  });

  it('adds up no average, share or rate', () => {
    const added = ALL.filter(({ field }) => rollUpOf(field) === 'sum');
    for (const { path, field } of added) {
      expect([path, /平均|率|比|岁/.test(`${field.zh}${field.label ?? ''}`)]).toEqual([path, false]);
    }
  });
});

function fieldAt(path: string): Field {
  const last = stepsOf(path)?.at(-1);
  if (last?.kind !== 'field') throw new Error(`no field at ${path}`);
  return last.field;
}
