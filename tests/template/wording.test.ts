import { describe, expect, it } from 'vitest';
import { readMarkup } from '../../src/document/read-markup.ts';
import type { Facts } from '../../src/facts/facts.ts';
import { propertiesOf } from '../../src/write/properties.ts';
import { WRITERS } from '../../src/write/writers.ts';
import { IDS, print, textOf } from './print.ts';
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
    expect(text).toContain('行政编制核定20名、实有22名、超编2名；事业编制核定30名、实有31名、超编1名。');
    expect(text).toContain('领导职数方面，副职核定8名、实有9名、超职数1名。');
    expect(text).not.toContain('编制编制');
  });

  it('say of a real 0 that there is none', async () => {
    const facts: Facts = {
      overview: { villages: 3, communities: 0 },
      members: { total: 69, full: 69, probationary: 0, applicants: 3, candidates: 0, admitted: { total: 0 } },
      posts: [{ category: '工勤', authorized: 4, actual: 4, vacant: 0 }],
      appointments: { promoted: 1, transferred: 0, removed: 0, admonished: 0 },
      villageTeams: { secretariesChanged: 0, membersChanged: 1 },
      economy: { income: 20, emptyVillages: 0 },
      indicators: [{ name: '劳务派遣人员', value: 0, unit: '名' }],
    };
    const text = await say(facts);
    for (const words of [
      '辖行政村3个，无社区。',
      '全镇共有党员69名，均为正式党员。',
      '现有入党申请人3名，无发展对象。',
      '工勤编制核定、实有均为4名。',
      '提拔干部1名；调整村“两委”成员1名；无交流、免职、诫勉、村党组织书记调整和党员发展情况。',
      '收入20万元，无集体经济空壳村。',
      '此外，无劳务派遣人员。',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/(?<!\d)0[名个]/);
    const markup = await print('self-review', { ...MINIMAL, ...facts });
    expect(markup).toContain('<data value="economy.emptyVillages">无集体经济空壳村</data>');
    expect(await say({ economy: { income: 20 } })).not.toContain('空壳村');
  });

  it('say 调整 of each body that was not changed', async () => {
    const villageTeams = { secretariesChanged: 0, membersChanged: 0 };
    expect(await say({ appointments: { admonished: 0 }, villageTeams })).toContain(
      '无诫勉、村党组织书记调整和村“两委”成员调整情况。',
    );
  });

  it.each([
    'half-year-summary',
    'county-summary',
  ])('tell of the flow of members beside them in %s', async (id) => {
    const members = { total: 60, flow: { last: 58, in: 2 } };
    expect(await say({ members, cadres: { total: 30 }, units: [{ name: '甲镇' }] }, id)).toContain(
      '共有党员60名。上期末有党员58名，本期转入2名。现有干部30名。',
    );
  });

  it('lead to one plan with a colon, and to the cause of one problem as such', async () => {
    const plans = [{ title: '抓换届' }];
    expect(await say({ plans }, 'grassroots-briefing')).toContain('还要抓好以下工作：抓换届。');
    const two = [...plans, { title: '抓培训' }];
    expect(await say({ plans: two }, 'grassroots-briefing')).toContain('还要抓好以下工作。抓换届。抓培训。');
    const causes = [{ title: '认识不足' }];
    for (const id of ['inspection-briefing', 'rectification-report']) {
      expect(await say({ causes }, id)).toContain('分析产生这一问题的原因，主要是认识不足。');
      const problems = [{ title: '甲不够' }, { title: '乙不够' }];
      expect(await say({ causes, problems }, id)).toContain('分析产生上述问题的共性原因，主要是认识不足。');
    }
  });

  it('do not say of a measure that has not begun that it is not closed', async () => {
    const measures = [{ title: '谈话', body: '人人谈', status: '未开始', closed: false }] as const;
    const text = await say({ measures });
    expect(text).toContain('目前尚未开始。');
    expect(text).not.toContain('销号');
    expect(await say({ measures: [{ ...measures[0], status: '推进中' }] })).toContain(
      '目前正在推进，尚未销号。',
    );
  });

  it('join a lone part to its whole', async () => {
    expect(await say({ members: { total: 644, female: 62 } })).toContain(
      '全镇共有党员644名，其中女党员62名。',
    );
    expect(await say({ members: { total: 9, full: 8, female: 2 } })).toContain(
      '其中正式党员8名。党员中，女党员2名。',
    );
    const branches = (total: number, kind: string) =>
      say({ branches: { total, byKind: new Map([[kind, total]]) } });
    expect(await branches(1, '机关')).toContain('全镇共有党支部1个，为机关党支部。');
    expect(await branches(6, '村')).toContain('全镇共有党支部6个，均为村党支部。');
  });

  it('tell of branch secretaries in numbers, never by name or birth', async () => {
    const roster = [
      {
        name: '东沟村党支部',
        members: 45,
        secretary: { name: '江知行', born: { year: 1968, month: 5 }, bothPosts: true },
      },
      { name: '西沟村党支部', secretary: { name: '白春雪', born: { year: 1989, month: 11, day: 7 } } },
    ];
    const text = await say({ branches: { roster } });
    expect(text).toContain('全镇共有党支部2个。党支部书记平均年龄44岁，其中35岁及以下1名、“一肩挑”1名。');
    expect(text).not.toMatch(/江知行|白春雪|出生/);
    const some = await say({ branches: { roster: [...roster, { name: '机关党支部' }] } });
    expect(some).toContain('2名党支部书记平均年龄44岁');
    const unborn = roster.map(({ name }, index) => ({
      name,
      secretary: { name: '某', bothPosts: index === 0 },
    }));
    expect(await say({ branches: { roster: unborn } })).toContain('党支部书记中“一肩挑”1名。');
    const teams = { villageTeams: { bothPosts: 1 } };
    expect(await say({ branches: { roster }, ...teams })).toContain('其中35岁及以下1名。');
  });

  it('say categories of cadres with their total', async () => {
    const cadres = {
      total: 58,
      byCategory: new Map([
        ['公务员', 25],
        ['事业人员', 33],
      ]),
    };
    expect(await say({ cadres })).toContain('现有干部58名，其中公务员25名、事业人员33名。');
    expect(await say({ cadres: { ...cadres, female: 19 } })).toContain('事业人员33名；女干部19名。');
    expect(await say({ cadres: { total: 58, female: 19 } })).toContain('现有干部58名，其中女干部19名。');
    const byAge = new Map([
      ['35岁及以下', 20],
      ['36岁及以上', 38],
    ]);
    expect(await say({ cadres: { ...cadres, byAge, female: 19 } })).toContain(
      '事业人员33名。干部中，女干部19名；35岁及以下20名、36岁及以上38名。',
    );
  });

  it('do not repeat an item that its answer names', async () => {
    const compliance = [{ item: '事业编制超编', answer: '事业编制超编1名，待自然减员后消化' }];
    expect(await say({ compliance })).toContain('有关事项说明事业编制超编1名，待自然减员后消化。');
  });

  it('name an item no second time where its answer says what it is of', async () => {
    const compliance = [{ item: '事业编制超编', answer: '事业编制实有47名，比核定数多1名' }];
    expect(await say({ compliance })).toContain('有关事项说明事业编制实有47名，比核定数多1名。');
  });

  it('lead on to a problem or a cause that stands alone', async () => {
    for (const id of ['self-review', 'half-year-summary', 'grassroots-briefing']) {
      expect(await say({ problems: [{ title: '储备不足', aspect: '干部工作' }] }, id)).toContain(
        '，主要是储备不足。',
      );
    }
    const causes = [{ title: '谋划不够' }];
    for (const id of ['inspection-briefing', 'half-year-summary', 'special-report', 'grassroots-briefing']) {
      expect(await say({ causes }, id)).toMatch(/原因，主要是谋划不够。/);
    }
  });

  it('set the problems of one aspect apart', async () => {
    const problems = ['甲不够', '乙不够', '丙不够'].map((title) => ({ title, aspect: '干部工作' }));
    expect(await say({ problems: [...problems, { title: '丁不够' }] }, 'half-year-summary')).toContain(
      '从干部工作来看，甲不够。同时，乙不够。此外，丙不够。',
    );
  });

  it('go on from a title that leads on', async () => {
    const problems = [{ title: '从干部工作来看', body: '干部的素质培养不够。' }];
    expect(await say({ problems }, 'half-year-summary')).toContain('从干部工作来看，干部的素质培养不够。');
  });

  it('announce the report last, the overview ahead of it', async () => {
    const facts = { indicators: [{ name: '公寓', value: 60, unit: '套' }] };
    for (const id of ['half-year-summary', 'rectification-report']) {
      expect(await say(facts, id)).toMatch(/此外，公寓60套。.*报告如下。/);
      expect(await say({ ...facts, preamble: '开展了工作。\n现将情况汇报如下' }, id)).toMatch(
        /开展了工作。此外，公寓60套。现将情况汇报如下。/,
      );
    }
  });

  it('name one body in title and signature', async () => {
    const report = { ...MINIMAL.report, signatory: '中共柳河乡委员会' };
    for (const id of IDS) expect(await say({ report }, id)).toMatch(/^中共柳河乡委员会/);
  });

  it('speak of a department as a department', async () => {
    const of = (name: string, facts: Facts = {}) =>
      say({ unit: { name, kind: '县' }, members: { total: 12 }, ...facts });
    expect(await of('青禾县水利局')).toContain('全局共有党员12名');
    expect(await of('青禾县水利局')).toContain('局党组坚持');
    expect(await of('青禾县委组织部')).toMatch(/(?<!全县)共有党员12名/);
    expect(await of('青禾县委组织部', { overview: { villages: 9 } })).toContain('全县共有党员12名');
    expect(await of('中共青禾县委员会')).toContain('全县共有党员12名');
  });

  it('leave 其中 out where there is no whole', async () => {
    expect(await say({ members: { full: 290, probationary: 10 } })).toContain(
      '现有正式党员290名、预备党员10名。',
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
    expect(text).toContain('乙完成时限为2023年9月30日，已完成。佐证材料有会议记录。');
    expect(text).toContain('丙2023年12月底前完成，目前尚未开始。');
  });

  it('say of a measure that is overdue that it is', async () => {
    const measures = [
      { title: '甲', deadline: { year: 2023, month: 10 }, status: '推进中', leader: '书记' },
      { title: '乙', deadline: { year: 2023, month: 11, day: 6 }, status: '推进中', leader: '书记' },
    ];
    const text = await say({ measures });
    expect(text).toContain('甲责任领导为书记；完成时限为2023年10月，已逾期，目前正在推进。');
    expect(text).toContain('乙责任领导为书记；2023年11月6日前完成，目前正在推进。');
    const problems = [{ id: 'a', title: '问题' }];
    const linked = measures.map((measure) => ({ ...measure, problems: ['a'] }));
    expect(await say({ problems, measures: linked }, 'rectification-report')).toContain(
      '完成时限为2023年10月，已逾期。',
    );
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
      '选拔任用纪实率为100%。近亲属回避方面，1名干部已调整。没有超职数配备、借调、混编混岗情况。',
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

describe('a summary of half a year', () => {
  const done = { title: '建台账', body: '逐村登记', status: '已完成', leader: '书记' };
  const open = { title: '严考核', status: '推进中', leader: '镇长' };
  const HALF = {
    date: { year: 2023, month: 7 },
    from: { year: 2023, month: 1 },
    to: { year: 2023, month: 6 },
  };
  const half = (facts: Facts) => say({ measures: [done, open], report: HALF, ...facts }, 'half-year-summary');

  it('plans from the measures that are not done', async () => {
    expect(await half({})).toMatch(
      /以下措施已经落实：建台账。逐村登记。.*下半年工作思路严考核责任领导为镇长/,
    );
  });

  it('tells of all measures before the plans', async () => {
    const text = await half({ plans: [{ title: '办好夜校' }] });
    expect(text).toMatch(
      /抓好整改落实。建台账。.*严考核（责任领导为镇长；目前正在推进）。下半年工作思路办好夜校/,
    );
    expect(text.split('严考核')).toHaveLength(2);
  });

  it('keeps the year of a whole year in its title', async () => {
    const titled = async (from: number, to: number, toYear = 2023) =>
      half({
        report: {
          date: { year: 2024, month: 1 },
          from: { year: 2023, month: from },
          to: { year: toYear, month: to },
        },
      });
    expect(await titled(1, 12)).toMatch(/^青禾县云溪镇2023年工作总结和2024年工作思路/);
    expect(await titled(1, 10)).toMatch(/^青禾县云溪镇2023年1月至10月工作总结和下一步工作思路/);
  });
});

describe('texts of several paragraphs', () => {
  it('keep the marks that announce and list', async () => {
    const work: Facts['work'] = [{ title: '学习', body: '做法如下：\n1.抓学习；\n2.抓落实；\n' }];
    const markup = await print('self-review', { ...MINIMAL, work, preamble: '甲：\n乙；\n丙' });
    for (const paragraph of [
      '做法如下：',
      '<p>1.抓学习；</p>',
      '<p>2.抓落实。</p>',
      '<p>甲：</p>',
      '<p>丙。</p>',
    ]) {
      expect(markup).toContain(paragraph);
    }
  });
});

it('a blank line makes a paragraph in every prose', async () => {
  const two = '讲认识。\n\n讲行动';
  const facts: Facts = {
    problems: [{ id: 'a', title: '甲', body: two, cases: [two] }],
    causes: [{ title: '乙', body: two, problems: ['a'] }],
    measures: [{ title: '丙', body: two, problems: ['a'], results: [two] }],
    plans: [{ title: '丁', body: two }],
    work: [{ title: '戊', body: two, points: [two, '己'] }],
    compliance: [{ item: '庚', answer: two }],
    leadIns: { problems: two, causes: two, measures: two },
  };
  for (const id of IDS) {
    const markup = await print(id, { ...MINIMAL, ...facts });
    const { document, problems } = readMarkup(markup, { isDraft: false });
    expect(problems).toEqual([]);
    const text = new TextDecoder().decode(WRITERS.txt(document, propertiesOf({}, '0')));
    expect(text).not.toMatch(/讲认识。(?:讲行动|.)/);
  }
});

describe('other reports', () => {
  it('leave a special report’s own overview out where the facts say it all', async () => {
    const own = { preamble: '自写的前言', leadIns: { work: '自写的工作引语' } };
    expect(await say(own, 'special-report')).not.toContain('事业为上');
    expect(await say({ preamble: '自写的前言' }, 'special-report')).toContain('事业为上');
  });

  it('join a measure without a body to who answers for it', async () => {
    const measures: Facts['measures'] = [{ title: '整改。', department: '党建办', deadline: '长期坚持' }];
    expect(await say({ measures }, 'grassroots-briefing')).toContain(
      '着力抓好以下整改：整改（责任单位为党建办；长期坚持）。',
    );
  });
});
