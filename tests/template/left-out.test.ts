import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import { samples } from '../sample-size.ts';
import { IDS, print, textOf } from './print.ts';
import { RECTIFIED } from './sample-facts.ts';

/** What a sentence leaves behind when something is taken out of its middle. */
const LEFT_OVERS = [
  /[，、；：（“][，。、；：）”]/,
  /[。；，、：]{2}/,
  /（）|“”|《》/,
  /undefined|null|NaN|\[object/,
  /^[，。；、：]/,
  /其中[。，；、]|方面，[；。]/,
];

it.each(IDS)('%s leaves nothing behind of facts that are left out', async (id) => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(9)), fc.integer({ min: 1, max: 9 }), async (dice, share) => {
      const facts = { ...thinOut(RECTIFIED, () => Number(dice.next().value) >= share), ...NEEDED };
      const markup = await print(id, facts, { isDraft: true });
      for (const text of markup.split(/<\/?(?:p|li|h[1-4]|ol|title|time|section|footer|address|header)>/)) {
        for (const pattern of LEFT_OVERS) expect(textOf(text)).not.toMatch(pattern);
      }
      expect(markup).not.toMatch(/<(\w+)>\s*<\/\1>/);
      expect(markup).not.toMatch(/<h1>(?!强化理论学习)[^<]*<\/h1>(?:<h1>|<footer>|$)/);
      expect(markup).not.toContain('待补');
      expect(count(textOf(markup), '（')).toBe(count(textOf(markup), '）'));
    }),
    { seed: 9704, numRuns: samples(30) },
  );
});

const NEEDED = {
  unit: { name: '青禾县云溪镇', kind: '镇' },
  report: { date: { year: 2023, month: 11, day: 6 } },
  work: [{ title: '强化理论学习' }],
  problems: [{ title: '后备力量不足', aspect: '干部工作' }],
} satisfies Facts;

/** Facts without some of their values; items of lists keep what they cannot be without, and no prose refers to what is gone. */
function thinOut<T>(value: T, keep: () => boolean): T {
  if (Array.isArray(value)) return value.filter(keep).map((item) => thinOut(item, keep)) as T;
  if (value instanceof Map) return new Map([...value].filter(keep)) as T;
  if (typeof value !== 'object' || value === null || 'year' in value) return value;
  const entries = Object.entries(value).filter(
    ([name, inner]) => REQUIRED.has(name) || (keep() && !String(inner).includes('{{')),
  );
  return Object.fromEntries(entries.map(([name, inner]) => [name, thinOut(inner, keep)])) as T;
}

const REQUIRED = new Set(['title', 'name', 'category', 'item']);

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
