import type { Facts, TallyValue } from '../../facts/facts.ts';

/** How officials call a fact's figure in prose, and which counting words they give it. */
export interface FigureNoun {
  readonly path: string;
  readonly nouns: readonly string[];
  /** Counting words, the base of 万元 being 元. */
  readonly units: readonly string[];
  /** What a figure of the facts counts in prose' units: 万元 are 10000 元. */
  readonly factor?: number;
  /** Only where the text says that it is all: 全镇共发展党员14名. The bare noun is said of parts too. */
  readonly isOnlyPlain?: boolean;
  /** The counting word that needs no noun: 全镇共有7812户. */
  readonly ownUnit?: string;
  /** The fact that says what it was before. */
  readonly previous?: string;
}

export const PERSONS: readonly string[] = ['名', '人', '位', '个'];

/** The facts whose figures are looked for in prose. Paths are the vocabulary's. */
export const FIGURE_NOUNS: readonly FigureNoun[] = [
  { path: 'overview.villages', nouns: ['行政村', '建制村'], units: ['个'] },
  { path: 'overview.communities', nouns: ['社区', '城市社区'], units: ['个'] },
  { path: 'overview.hamlets', nouns: ['自然村', '自然屯'], units: ['个'] },
  { path: 'overview.villagerGroups', nouns: ['村民小组', '村民组'], units: ['个'] },
  {
    path: 'overview.households',
    nouns: ['农户', '总户数', '户数', '住户'],
    units: ['户', '个'],
    ownUnit: '户',
  },
  { path: 'overview.population', nouns: ['总人口', '人口', '人口总数'], units: ['人'] },
  { path: 'overview.farmland', nouns: ['耕地', '耕地面积'], units: ['亩'] },
  { path: 'branches.total', nouns: ['党支部', '基层党支部'], units: ['个'] },
  { path: 'members.total', nouns: ['党员', '中共党员'], units: PERSONS },
  { path: 'members.full', nouns: ['正式党员'], units: PERSONS },
  { path: 'members.probationary', nouns: ['预备党员'], units: PERSONS },
  { path: 'members.male', nouns: ['男党员', '男性党员'], units: PERSONS },
  { path: 'members.female', nouns: ['女党员', '女性党员'], units: PERSONS },
  { path: 'members.minority', nouns: ['少数民族党员'], units: PERSONS },
  { path: 'members.mobile', nouns: ['流动党员'], units: PERSONS },
  { path: 'members.applicants', nouns: ['入党申请人'], units: PERSONS },
  { path: 'members.activists', nouns: ['入党积极分子'], units: PERSONS, isOnlyPlain: true },
  { path: 'members.candidates', nouns: ['发展对象'], units: PERSONS },
  {
    path: 'members.admitted.total',
    nouns: ['发展党员', '新发展党员', '发展新党员'],
    units: PERSONS,
    isOnlyPlain: true,
  },
  { path: 'cadres.total', nouns: ['干部', '机关干部'], units: PERSONS, isOnlyPlain: true },
  { path: 'cadres.female', nouns: ['女干部'], units: PERSONS },
  { path: 'cadres.team.total', nouns: ['班子成员', '领导班子成员'], units: PERSONS },
  { path: 'appointments.promoted', nouns: ['提拔干部', '提拔使用干部'], units: PERSONS, isOnlyPlain: true },
  {
    path: 'appointments.transferred',
    nouns: ['交流干部', '交流轮岗干部'],
    units: PERSONS,
    isOnlyPlain: true,
  },
  { path: 'appointments.talks', nouns: ['谈心谈话', '谈话'], units: ['人次'], isOnlyPlain: true },
  { path: 'villageTeams.members', nouns: ['村“两委”成员', '村两委成员', '村“两委”干部'], units: PERSONS },
  {
    path: 'villageTeams.averageAge',
    nouns: ['村“两委”成员平均年龄', '村两委成员平均年龄', '村“两委”班子平均年龄'],
    units: ['岁'],
  },
  {
    path: 'economy.income',
    nouns: [
      '集体经济收入',
      '集体经济总收入',
      '村级集体经济收入',
      '村级集体经济总收入',
      '村集体经济收入',
      '村集体经济总收入',
    ],
    units: ['元'],
    factor: 10_000,
    previous: 'economy.lastIncome',
  },
  { path: 'economy.emptyVillages', nouns: ['空壳村', '集体经济空壳村'], units: ['个'] },
  { path: 'training.sessions', nouns: ['培训班', '培训'], units: ['期'], isOnlyPlain: true },
  { path: 'training.attendances', nouns: ['培训', '培训党员干部'], units: ['人次'], isOnlyPlain: true },
];

/** What else prose calls a branch's field; the keys are those that the facts file proposes. */
const FIELD_ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['村', ['行政村', '农村']],
  ['非公企业', ['非公', '非公企', '非公有制企业']],
]);

/** Figures by free keys: 机关党支部3个 is the fact 党支部.分类.机关, 35岁以下48名 behind 其中 党员.年龄.35岁以下. */
export const TALLY_NOUNS: readonly {
  readonly path: string;
  readonly tallyOf: (facts: Facts) => TallyValue | undefined;
  readonly noun: string;
  readonly units: readonly string[];
  /** By a key, what prose calls it instead. */
  readonly aliases?: ReadonlyMap<string, readonly string[]>;
}[] = [
  {
    path: 'branches.byKind',
    tallyOf: ({ branches }) => branches?.byKind,
    noun: '党支部',
    units: ['个'],
    aliases: FIELD_ALIASES,
  },
  { path: 'members.byAge', tallyOf: ({ members }) => members?.byAge, noun: '党员', units: PERSONS },
  {
    path: 'members.byEducation',
    tallyOf: ({ members }) => members?.byEducation,
    noun: '党员',
    units: PERSONS,
  },
  { path: 'cadres.byCategory', tallyOf: ({ cadres }) => cadres?.byCategory, noun: '干部', units: PERSONS },
  { path: 'cadres.byAge', tallyOf: ({ cadres }) => cadres?.byAge, noun: '干部', units: PERSONS },
];

const POST_FIELDS = [
  { field: 'authorized', word: '核定' },
  { field: 'actual', word: '实有' },
] as const;

/** Posts are named by their category: 行政编制核定20名, 股级职数实有12名. */
export const POST_NOUNS = [
  { list: 'posts', suffix: '编制', fields: POST_FIELDS },
  { list: 'leadershipPosts', suffix: '职数', fields: POST_FIELDS },
] as const;
