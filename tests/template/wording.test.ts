import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import { print, textOf } from './print.ts';
import { FULL, MINIMAL } from './sample-facts.ts';

async function say(facts: Facts, id = 'self-review'): Promise<string> {
  return textOf(await print(id, { ...MINIMAL, ...facts }));
}

describe('sentences', () => {
  it('say that there are more people than posts', async () => {
    const text = await say({
      posts: [
        { category: '行政编制', authorized: 20, actual: 22, vacant: -2 },
        { category: '事业编', authorized: 30, actual: 31 },
      ],
      leadershipPosts: [{ category: '副职', authorized: 8, actual: 9, vacant: -1 }],
    });
    expect(text).toContain('行政编制核定20名、实有22名，超编2名；事业编制核定30名、实有31名，超编1名。');
    expect(text).toContain('副职职数核定8名、实有9名，超职数1名。');
    expect(text).not.toContain('编制编制');
  });

  it('print a real 0', async () => {
    const text = await say({ economy: { income: 20, emptyVillages: 0 }, appointments: { admonished: 0 } });
    expect(text).toContain('集体经济空壳村0个');
    expect(text).toContain('诫勉干部0名');
  });

  it('leave 其中 out where there is no whole', async () => {
    expect(await say({ members: { full: 290, probationary: 10 } })).toContain(
      '正式党员290名、预备党员10名。',
    );
    expect(await say({ members: { full: 290 } })).not.toContain('其中');
  });

  it('say 持平, 增长 or 下降', async () => {
    const grown = (income: number) => say({ economy: { income, lastIncome: 80 } });
    expect(await grown(90)).toContain('同比增长12.5%');
    expect(await grown(80)).toContain('同比持平');
    expect(await grown(60)).toContain('同比下降25%');
    expect(await say({ economy: { income: 5, lastIncome: 0 } })).not.toContain('同比');
  });

  it.each([
    ['乡', '乡党委', '全乡'],
    ['镇', '镇党委', '全镇'],
    ['街道', '街道党工委', '全街道'],
    ['园区', '园区党工委', '全区'],
    ['县', '县委', '全县'],
  ])('call a %s by its name', async (kind, self, whole) => {
    const text = await say({ unit: { name: '甲地', kind }, members: { total: 3 } });
    expect(text).toContain(`${self}坚持`);
    expect(text).toContain(`${whole}共有党员3名`);
    expect(await say({ unit: { name: '甲地', kind, selfName: '机关党委' } })).toContain('机关党委坚持');
  });

  it('tell a measure’s state once', async () => {
    const text = await say({
      measures: [
        { title: '甲', deadline: '长期坚持', status: '长期坚持', leader: '书记' },
        {
          title: '乙',
          deadline: { year: 2023, month: 9, day: 30 },
          status: '已完成',
          evidence: ['会议记录'],
        },
        { title: '丙', deadline: { year: 2023, month: 12 }, status: '未开始' },
      ],
    });
    expect(text).toContain('甲责任领导为书记；长期坚持。');
    expect(text).toContain('乙完成时限为2023年9月30日，目前已完成。佐证材料有会议记录。');
    expect(text).toContain('丙2023年12月底前完成，目前尚未开始。');
  });

  it('state compliance even where the answer is 无', async () => {
    const text = await say({
      compliance: [
        { item: '超职数配备', answer: '无' },
        { item: '借调、混编混岗情况', answer: '无。' },
        { item: '选拔任用纪实率', answer: '100%' },
        { item: '近亲属回避', answer: '1名干部已调整' },
      ],
    });
    expect(text).toContain(
      '超职数配备方面，无需要说明的情况。无借调、混编混岗情况。选拔任用纪实率为100%。近亲属回避方面，1名干部已调整。',
    );
  });
});

describe('indicators', () => {
  it('print in the overview unless prose refers to them', async () => {
    const text = await say({
      indicators: [
        { id: 'a', name: '网格', value: 30, unit: '个', of: '党支部.总数' },
        { id: 'b', name: '信访事项', value: 7, unit: '件', of: 20, year: '2023' },
      ],
      branches: { total: 60 },
      preamble: '本年办理信访{{指标.信访事项}}件。',
    });
    expect(text).toContain('网格30个，占党支部总数的50%。');
    expect(text).toContain('本年办理信访7件。');
    expect(text).not.toContain('2023年信访事项');
  });
});

describe('problems', () => {
  it('stand with the causes that name them first, general causes at the end', async () => {
    const text = await say(
      { problems: FULL.problems ?? [], causes: FULL.causes ?? [] },
      'inspection-briefing',
    );
    const order = [
      '后备力量不足',
      '重使用轻培养',
      '党员教育不实',
      '学用脱节',
      '培养锻炼不够',
      '责任压得不实',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('are told by aspect in a half-year summary', async () => {
    const markup = await print('half-year-summary', { ...MINIMAL, problems: FULL.problems ?? [] });
    expect(markup.match(/<li>从[^，]*来看，/g)).toEqual(['<li>从干部工作来看，', '<li>从党员队伍来看，']);
  });
});
