import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read-facts.ts';
import { DraftRecord } from '../../src/intake/facts-draft.ts';
import { fillSkeleton } from '../../src/intake/fill-skeleton.ts';
import { samples } from '../sample-size.ts';

const OPTIONS = { schema: './report.schema.json', template: 'self-review', head: [], keepsPending: false };

async function factsOf(draft: DraftRecord) {
  const text = fillSkeleton(draft, OPTIONS);
  const { value, diagnostics } = await readFacts({ file: 'a.yaml', bytes: new TextEncoder().encode(text) });
  return { text, facts: value?.facts, slips: diagnostics.filter(({ rule }) => rule !== 'schema') };
}

describe('a draft set into the skeleton', () => {
  it('keeps the order and the comments of the skeleton', async () => {
    const draft = new DraftRecord();
    draft.set('members.total', '486', '报告里写的是 485');
    draft.set('members.byAge.35岁及以下', '92');
    draft.set('overview.farmland', '31850');
    draft.set('overview.households', '7812');
    draft.note('work', '原文：一句没有地方放的话');
    draft.set('training.sessions', '6');
    const { text } = await factsOf(draft);
    expect(text).toContain('\n  户数: 7812\n  人口:\n  耕地: 31850   # 亩\n');
    expect(text).toContain('\n  总数: 486   # 报告里写的是 485\n');
    expect(text).toContain('\n  年龄: { 35岁及以下: 92 }\n');
    expect(text).toContain('\n# 原文：一句没有地方放的话\n工作:\n');
    expect(text).toContain('\n培训:\n  期数: 6\n# 指标:');
  });

  it('is read as what it says, whatever the texts are', async () => {
    const piece = fc.constantFrom(
      ...[
        '党',
        '支部',
        '1.10',
        '0512',
        'no',
        ': ',
        ' #',
        '- ',
        '“”',
        '"',
        "'",
        '{',
        '}',
        '[',
        '，',
        '。',
        '\n',
        '\\',
      ],
      ...['&', '*', '!', '|', '>', '%', '@', '\t', '　', '～', '2024年', '是', '待补', '?', '---', '…', '𠮷'],
    );
    const text = fc
      .array(piece, { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join(''))
      .filter((each) => /[\p{L}\d]/u.test(each));
    const item = fc.record({
      title: text,
      body: text,
      points: fc.array(text, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 3 }), text, async (items, note) => {
        const draft = new DraftRecord();
        draft.note('work', note);
        draft.set(
          'work',
          items.map(({ title, body, points }) => {
            const made = new DraftRecord();
            made.set('title', title.replaceAll('\n', ' '));
            made.set('body', body);
            made.set('points', points);
            made.note('body', note);
            return made;
          }),
        );
        const { facts, slips } = await factsOf(draft);
        expect(slips).toEqual([]);
        const plain = (each: string) => each.replace(/\s/gu, '');
        expect(
          facts?.work?.map(({ title = '', body = '', points = [] }) => [title, body, ...points].map(plain)),
        ).toEqual(items.map(({ title, body, points }) => [title, body, ...points].map(plain)));
      }),
      { numRuns: samples(60), seed: 16 },
    );
  });
});
