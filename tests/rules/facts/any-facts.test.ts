import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Facts } from '../../../src/facts/facts.ts';
import type { Field, Fields } from '../../../src/facts/field.ts';
import { passagesOf } from '../../../src/facts/read-passages.ts';
import { VOCABULARY } from '../../../src/facts/vocabulary.ts';
import { runFactsRules } from '../../../src/judge/run.ts';
import { samples } from '../../sample-size.ts';
import { SETTINGS } from '../read-example.ts';

const figure = fc.oneof(fc.nat(60), fc.constant('待补'), fc.double({ noNaN: true }));
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('合计', 'P1', '35岁以下', '{{党员.总数}}', '110101'),
);
const date = fc.record(
  {
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  },
  { requiredKeys: ['year', 'month'] },
);

/** Any value that reading could make of a field. */
function anyValue(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'record') return anyRecord(field.fields);
  if (field.kind === 'list')
    return fc.array(field.item === 'text' ? text : anyRecord(field.item), { maxLength: 4 });
  if (field.kind === 'tally')
    return fc.array(fc.tuple(text, figure), { maxLength: 4 }).map((parts) => new Map(parts));
  if (field.kind === 'date') return date;
  if (field.kind === 'deadline') return fc.oneof(date, fc.constant('长期坚持'));
  if (field.kind === 'yesno') return fc.boolean();
  if (field.kind === 'texts' || field.kind === 'proses') return fc.array(text, { maxLength: 3 });
  if (field.kind === 'choice') return fc.constantFrom(...(field.choices ?? []));
  const isFigure = ['count', 'difference', 'amount', 'denominator', 'version'].includes(field.kind);
  return isFigure ? figure : text;
}

function anyRecord(fields: Fields): fc.Arbitrary<unknown> {
  const values = Object.entries(fields).map(([name, field]) => [name, anyValue(field)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys: [] });
}

describe('the facts rules', () => {
  it('never throw, whatever the facts', () => {
    fc.assert(
      fc.property(anyRecord(VOCABULARY), (facts) => {
        const any = facts as Facts;
        runFactsRules({ facts: any, ...passagesOf(any, new Map()) }, SETTINGS);
      }),
      { seed: 11, numRuns: samples(80) },
    );
  });
});
