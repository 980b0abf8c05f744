import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '../../src/ledger/ledger.ts';
import { RowStore } from '../../src/ledger/row-store.ts';

const row = (number: number): LedgerRow => ({
  unit: '青禾县云溪镇',
  number,
  problem: `第${number}个问题`,
  signs: '台账不全。'.repeat(20),
  index: 0,
  count: 1,
});

describe('the rows of a ledger', () => {
  it.each([0, 7, 20_000])('come out as they went in, as often as wanted: %i', (count) => {
    const store = new RowStore<LedgerRow>();
    const rows = Array.from({ length: count }, (_, at) => row(at + 1));
    for (let at = 0; at < count; at += 3) store.push(rows.slice(at, at + 3));
    expect(store.length).toBe(count);
    expect([...store]).toEqual(rows);
    expect([...store]).toEqual(rows);
  });
});
