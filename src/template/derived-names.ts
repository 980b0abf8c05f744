/** What is worked out from the facts, under the names by which templates know it. */
export interface DerivedName {
  readonly zh: string;
  /** One sentence for template authors. */
  readonly about: string;
}

/** Names beside those of the facts file, at the outermost level. */
export const DERIVED_NAMES: Readonly<Record<string, DerivedName>> = {
  self: { zh: '自称', about: '单位怎样称呼自己，如 镇党委；事实文件写了自称就用它。' },
  whole: { zh: '全域', about: '全乡、全镇、全街道等。' },
  area: { zh: '辖区', about: '数村、数户的范围：单位名称，县级部门是 全县。' },
  period: { zh: '期间', about: '报告所说的时期，如 2022年以来、今年上半年；没有写起止的是空的。' },
  inspectionPeriod: {
    zh: '巡察期间',
    about: '巡察的起止，如 2024年4月8日至5月31日；反馈里没有写齐起和止的是空的。',
  },
  term: { zh: '标题期间', about: '标题里用的时期，年份写全，如 2023年。' },
  year: { zh: '年度', about: '报告所说的年份，如 2023年。' },
  nextYear: { zh: '下一年度', about: '报告说的是整年时，下一年，如 2024年。' },
  half: { zh: '半年', about: '上半年是 1，下半年是 2，其余是空的；用 {{#is half "1"}} 来问。' },
  aspects: { zh: '各方面问题', about: '清单：按方面归在一起的问题，每条有 name 和 problems。' },
  problemGroups: { zh: '分方面问题', about: '清单：同上，没有写方面的合成最后一条；都没有写方面的是空的。' },
  generalCauses: { zh: '共性原因', about: '清单：没有对应到某个问题的原因。' },
  generalMeasures: { zh: '共性措施', about: '清单：没有对应到某个问题的措施。' },
  openMeasures: { zh: '未完成措施', about: '清单：还没有完成的措施。' },
  doneMeasures: { zh: '已完成措施', about: '清单：已经完成的措施。' },
  measureProgress: {
    zh: '措施进展',
    about: '整改措施的 total（条数）、byStage（各阶段几条）和 common（都在同一阶段时是哪一阶段）。',
  },
  problemProgress: {
    zh: '问题进展',
    about:
      '反馈问题的 total（个数）、byStage（各阶段几个）、common（都在同一阶段时是哪一阶段）和 listed（所列问题与反馈的问题数不同时，所列几个）。',
  },
  secretaries: {
    zh: '书记汇总',
    about:
      '名册里书记的汇总：branches（支部数）、listed（有的支部没有写书记时，写了的几名）、averageAge（平均年龄）、young（35岁及以下几名）、bothPosts（“一肩挑”几名）。',
  },
  unitGroups: {
    zh: '分类型所辖单位',
    about: '清单：县里所辖的单位按类型归在一起，每条有 name（乡、镇、街道）和 units。',
  },
  otherIndicators: { zh: '其他指标', about: '清单：文字里没有引用过的指标。' },
  workGap: { zh: '缺工作', about: '一条工作也没有时用来占位，草稿里是【待补：工作】。' },
  problemsGap: { zh: '缺问题', about: '一个问题也没有时用来占位。' },
  postsGap: { zh: '缺编制', about: '没有编制数时用来占位。' },
};

/** Names in the items of a list, beside those of the facts file. */
export const DERIVED_IN_ITEMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  problems: {
    causes: '清单：对应这个问题的原因',
    measures: '清单：对应这个问题的措施（对应几个问题的，归在第一个）',
    answers: '清单：写明对应这个问题的全部措施',
    shared: '清单：其中归在前面问题的措施',
    progress: '这个问题的措施进展：total、byStage、common（都在同一步时是哪一步）',
    stage: '这个问题整改到哪一步',
  },
  measures: { overdue: '到报告日期超期几天；没有超期的是空的' },
  posts: { short: '空缺几名，不会是负数', excess: '超出几名，不会是负数' },
  leadershipPosts: { short: '空缺几名，不会是负数', excess: '超出几名，不会是负数' },
};
