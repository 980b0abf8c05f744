import { describe, expect, it } from 'vitest';
import { PackedList } from '../../src/bytes/packed-list.ts';

const item = (number: number) => ({ number, text: `第${number}个问题，台账不全。`.repeat(8), list: [] });

describe('a packed list', () => {
  it.each([0, 7, 20_000])('gives back what it was given, as often as wanted: %i', (count) => {
    const list = new PackedList<ReturnType<typeof item>>();
    const items = Array.from({ length: count }, (_, at) => item(at + 1));
    for (let at = 0; at < count; at += 3) list.push(items.slice(at, at + 3));
    expect(list.length).toBe(count);
    expect([...list]).toEqual(items);
    expect([...list]).toEqual(items);
  });
});
