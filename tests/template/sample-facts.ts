import type { Facts } from '../../src/facts/facts.ts';
export const MINIMAL: Facts = {
  unit: { name: '青禾县云溪镇', kind: '镇' },
  report: { date: { year: 2023, month: 11, day: 6 } },
  work: [{ title: '强化理论学习' }],
  problems: [{ title: '后备力量不足' }],
};
const m = (o: Record<string, number>) => new Map(Object.entries(o));
export const FULL: Facts = {
  unit: { name: '青禾县云溪镇', kind: '镇', committee: '中共云溪镇委员会', superior: '县委' },
  report: {
    date: { year: 2023, month: 11, day: 6 },
    from: { year: 2022, month: 1 },
    recipient: '市委巡察组',
    signatory: '中共云溪镇委员会',
  },
  overview: {
    villages: 10,
    communities: 2,
    hamlets: 111,
    villagerGroups: 86,
    households: 4940,
    population: 22000,
    farmland: 35160.5,
  },
  branches: {
    total: 14,
    byKind: m({ 村: 10, 机关: 4 }),
    roster: [
      {
        name: '东沟村党支部',
        members: 45,
        secretary: { name: '江知行', born: { year: 1968, month: 5 }, bothPosts: true },
      },
      { name: '机关党支部', members: 25 },
    ],
  },
  members: {
    total: 644,
    full: 626,
    probationary: 18,
    male: 582,
    female: 62,
    minority: 5,
    mobile: 30,
    byAge: m({ '35岁及以下': 100, '36～60岁': 300, '61岁及以上': 244 }),
    byEducation: m({ 大专及以上: 144, 高中及以下: 500 }),
    applicants: 40,
    activists: 21,
    candidates: 8,
    admitted: { total: 14, byKind: m({ 致富带头人: 9, 村干部: 5 }) },
  },
  posts: [
    { category: '行政', authorized: 25, actual: 23, vacant: 2 },
    { category: '事业编制', authorized: 30, actual: 31, vacant: -1 },
  ],
  leadershipPosts: [
    { category: '正科级', authorized: 3, actual: 3, vacant: 0 },
    { category: '副科级领导职数', authorized: 8, actual: 9 },
  ],
  cadres: {
    total: 54,
    byCategory: m({ 公务员: 23, 事业人员: 31 }),
    byAge: m({ '35岁及以下': 20, '36岁及以上': 34 }),
    female: 19,
    team: { total: 9, byAge: m({ '70后': 5, '80后': 3, '90后': 1 }), female: 2 },
  },
  appointments: { batches: 3, promoted: 4, transferred: 2, removed: 1, talks: 20, admonished: 0 },
  villageTeams: { members: 58, bothPosts: 10, secretariesChanged: 4, membersChanged: 6, averageAge: 43.5 },
  economy: { income: 860.5, lastIncome: 766, emptyVillages: 0 },
  training: { sessions: 12, attendances: 1560 },
  indicators: [
    { id: 'dispatched', name: '劳务派遣人员', value: 12, unit: '名', of: '干部.总数' },
    {
      id: 'cases',
      name: '信访事项',
      value: 7,
      unit: '件',
      of: 20,
      byKind: m({ 已办结: 5, 办理中: 2 }),
      year: '2023',
      scope: '不含越级',
    },
    { name: '网格', value: 30, unit: '个' },
  ],
  compliance: [
    { item: '超职数配备', answer: '无' },
    { item: '“一报告两评议”满意率', answer: '98.5%' },
    { item: '借调情况', answer: '借调劳务派遣人员{{指标.dispatched}}名' },
  ],
  work: [
    {
      title: '强化理论学习',
      body: '组织学习20次。\n共有党员{{党员.总数}}名参加',
      points: ['补齐制度', '配强书记，选优派强'],
    },
    { title: '严格程序', points: ['只有一条'] },
  ],
  problems: [
    {
      id: 'p1',
      title: '后备力量不足',
      aspect: '干部工作',
      body: '年轻干部偏少',
      cases: ['东沟村书记空缺三个月', '再如，西沟村无后备人选'],
    },
    { id: 'p2', title: '党员教育不实', aspect: '党员队伍', body: '学习形式单一。' },
    { id: 'p3', title: '培养锻炼不够', aspect: '干部工作' },
  ],
  causes: [
    { title: '重使用轻培养', body: '谋划不够', problems: ['p2', 'p1'] },
    { title: '责任压得不实' },
    { title: '学用脱节', problems: ['p2'] },
  ],
  measures: [
    {
      id: 'm1',
      title: '建立后备库',
      body: '每村储备2名以上。',
      problems: ['p1'],
      leader: '镇党委副书记',
      department: '组织办',
      owner: '江知行',
      deadline: { year: 2023, month: 12 },
      status: '推进中',
      evidence: ['名册', '谈话记录'],
      results: ['新入库12名'],
    },
    {
      id: 'm2',
      title: '开展集中轮训',
      problems: ['p3', 'p2'],
      leader: '镇长',
      deadline: { year: 2023, month: 10, day: 31 },
      status: '已完成',
      evidence: ['轮训通知'],
      results: ['轮训80人次，覆盖各村', '形成教案。'],
      completed: { year: 2023, month: 10, day: 20 },
      closed: true,
    },
    { title: '抓实教育', problems: ['p2'], deadline: '长期坚持', status: '长期坚持', department: '组织办' },
  ],
  plans: [{ title: '办好村干部学历班', body: '明年送学20名' }],
  attachments: ['编制情况表', '问题清单'],
};

/** What only a report on rectification tells, besides everything else. */
export const RECTIFIED: Facts = {
  ...FULL,
  feedback: {
    inspector: '县委第一巡察组',
    from: { year: 2023, month: 3, day: 1 },
    to: { year: 2023, month: 4, day: 30 },
    date: { year: 2023, month: 5, day: 26 },
    total: 3,
  },
  organization: [{ title: '成立领导小组', body: '书记任组长', points: ['每周调度', '每月通报'] }],
};
