import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import { headings, print, textOf } from './print.ts';
import { MINIMAL, RECTIFIED } from './sample-facts.ts';

const text = async (facts: Facts) => textOf(await print('rectification-report', facts));

/** One problem, and the measures that answer it. */
function answered(...measures: readonly NonNullable<Facts['measures']>[number][]): Facts {
  const problems = [{ id: 'a', title: '督办不到位' }];
  return { ...MINIMAL, problems, measures: measures.map((measure) => ({ problems: ['a'], ...measure })) };
}

describe('a report on rectification', () => {
  it('tells of the inspection and its feedback', async () => {
    expect(await text(RECTIFIED)).toContain(
      '2023年3月1日至4月30日，县委第一巡察组对青禾县云溪镇开展了巡察，2023年5月26日反馈了巡察意见，共指出问题3个。',
    );
  });

  it('says how far problems and measures have come, in figures that add up', async () => {
    expect(await text(RECTIFIED)).toContain(
      '巡察反馈问题3个，其中已整改完成1个、正在整改1个、需长期坚持1个；制定整改措施3条，其中已完成1条、正在推进1条、需长期坚持1条。',
    );
  });

  it('gives no breakdown where a status is not stated', async () => {
    const said = await text(answered({ title: '建台账', status: '已完成' }, { title: '严考核' }));
    expect(said).toContain('巡察反馈问题1个；制定整改措施2条。');
    expect(said).not.toContain('已完成1');
  });

  it('puts problems under their aspects, and those without one last', async () => {
    const problems = [
      { title: '甲' },
      { title: '乙', aspect: '作风' },
      { title: '丙', aspect: '作风建设方面' },
    ];
    const markup = await print('rectification-report', { ...MINIMAL, problems });
    expect(headings(markup, 2).slice(-3)).toEqual(['作风方面', '作风建设方面', '其他方面']);
    expect(headings(markup, 3)).toEqual(['乙', '丙', '甲']);
  });

  it('puts problems under the section itself where none has an aspect', async () => {
    const markup = await print('rectification-report', { ...MINIMAL, problems: [{ title: '甲' }] });
    expect(headings(markup, 2).at(-1)).toBe('甲');
    expect(headings(markup, 3)).toEqual([]);
  });

  it.each([
    [
      { status: '已完成', completed: { year: 2023, month: 10, day: 8 }, closed: true, evidence: ['通报'] },
      '完成情况：已于2023年10月8日完成并销号。佐证材料有通报。',
    ],
    [{ status: '已完成', evidence: ['通报'] }, '完成情况：已完成。佐证材料有通报。'],
    [{ status: '未开始' }, '完成情况：尚未开始。'],
    [{ status: '未开始', closed: false }, '完成情况：尚未开始。'],
    [{ deadline: '长期坚持' }, '完成情况：属长期任务，正在持续推进。'],
    [{ status: '推进中', closed: false }, '完成情况：正在推进，尚未销号。'],
  ] as const)('tells of one measure %j', async (measure, said) => {
    expect(await text(answered({ title: '建台账', ...measure }))).toContain(said);
  });

  it('says of a problem without measures of its own which ones answer it', async () => {
    const facts: Facts = {
      ...MINIMAL,
      problems: [
        { id: 'a', title: '甲' },
        { id: 'b', title: '乙' },
      ],
      measures: [{ title: '建台账', problems: ['a', 'b'], status: '推进中' }],
    };
    expect(await text(facts)).toContain(
      '整改措施：与前面的问题一并整改，落实“建台账”这项措施。完成情况：正在推进。',
    );
  });

  it('plans what is not done where the facts give no plans', async () => {
    const facts = answered({ title: '建台账', status: '已完成' }, { title: '严考核', status: '推进中' });
    expect(await text(facts)).toMatch(/下一步打算.*对“严考核”这项措施，紧盯时限抓好落实，直至完成销号。/);
  });
});
