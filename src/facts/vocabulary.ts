import type { Fields } from './field.ts';

/** A total that says of its parts whether they are the whole. */
const partial = {
  kind: 'yesno',
  zh: '不完整',
  about: '写“是”表示分类、年龄、学历没有列全，只核对分项之和不超过总数。',
} as const;

const post = {
  category: { kind: 'text', zh: '类别', isRequired: true, about: '例如 行政、事业、工勤。' },
  authorized: { kind: 'count', zh: '核定', unit: '名' },
  actual: { kind: 'count', zh: '实有', unit: '名' },
  vacant: { kind: 'difference', zh: '空缺', unit: '名', about: '核定减实有；超编时为负数。' },
} as const satisfies Fields;

/** Everything that a facts file may say, with both names of every key. */
export const VOCABULARY = {
  version: { kind: 'version', zh: '版本', about: '事实文件格式的版本，目前是 1。' },
  unit: {
    kind: 'record',
    zh: '单位',
    isRequired: true,
    fields: {
      name: {
        kind: 'text',
        zh: '名称',
        isRequired: true,
        label: '单位名称',
        about: '全称，例如 青禾县云溪镇。',
      },
      kind: {
        kind: 'choice',
        zh: '类型',
        isRequired: true,
        label: '单位类型',
        choices: ['乡', '镇', '街道', '园区', '县'],
      },
      committee: { kind: 'text', zh: '党组织', label: '党组织名称', about: '全称，例如 中共云溪镇委员会。' },
      selfName: { kind: 'text', zh: '自称', label: '单位自称', about: '行文中的自称，例如 镇党委。' },
      superior: { kind: 'text', zh: '上级', label: '上级名称', about: '例如 县委。' },
    },
  },
  report: {
    kind: 'record',
    zh: '报告',
    isRequired: true,
    fields: {
      template: { kind: 'text', zh: '模板', isPrinted: false },
      title: { kind: 'prose', zh: '标题', label: '报告标题' },
      recipient: { kind: 'prose', zh: '主送', about: '主送机关或称谓，不写末尾的冒号。' },
      from: { kind: 'date', zh: '起', label: '报告起始日期' },
      to: { kind: 'date', zh: '止', label: '报告截止日期' },
      date: { kind: 'date', zh: '日期', isRequired: true, label: '报告日期', about: '成文日期。' },
      signatory: { kind: 'text', zh: '落款', about: '署名的单位。' },
      attach: {
        kind: 'texts',
        zh: '附表',
        isPrinted: false,
        about: '随报告附上的表：编制表、党员表、问题清单、责任清单、整改清单、台账。',
      },
    },
  },
  overview: {
    kind: 'record',
    zh: '概况',
    fields: {
      villages: { kind: 'count', zh: '行政村', unit: '个', label: '行政村数' },
      communities: { kind: 'count', zh: '社区', unit: '个', label: '社区数' },
      hamlets: { kind: 'count', zh: '自然村', unit: '个', label: '自然村数' },
      villagerGroups: { kind: 'count', zh: '村民小组', unit: '个', label: '村民小组数' },
      households: { kind: 'count', zh: '户数', unit: '户', label: '户数' },
      population: { kind: 'count', zh: '人口', unit: '人', label: '人口数' },
      farmland: { kind: 'amount', zh: '耕地', unit: '亩', label: '耕地面积' },
    },
  },
  branches: {
    kind: 'record',
    zh: '党支部',
    fields: {
      total: { kind: 'count', zh: '总数', unit: '个', label: '党支部总数' },
      byKind: {
        kind: 'tally',
        part: 'count',
        zh: '分类',
        unit: '个',
        about: '机关、村、社区、非公企业、社会组织、事业单位、其他。',
      },
      partial,
      roster: {
        kind: 'list',
        zh: '名册',
        item: {
          name: { kind: 'text', zh: '名称', isRequired: true, label: '党支部名称' },
          kind: { kind: 'text', zh: '类别' },
          members: { kind: 'count', zh: '党员', unit: '名', label: '支部党员数' },
          secretary: {
            kind: 'record',
            zh: '书记',
            fields: {
              name: { kind: 'text', zh: '姓名', label: '书记姓名' },
              born: { kind: 'date', zh: '出生', label: '书记出生年月' },
              bothPosts: { kind: 'yesno', zh: '一肩挑' },
            },
          },
        },
      },
    },
  },
  members: {
    kind: 'record',
    zh: '党员',
    fields: {
      total: { kind: 'count', zh: '总数', unit: '名', label: '党员总数' },
      full: { kind: 'count', zh: '正式', unit: '名', label: '正式党员数' },
      probationary: { kind: 'count', zh: '预备', unit: '名', label: '预备党员数' },
      male: { kind: 'count', zh: '男', unit: '名', label: '男党员数' },
      female: { kind: 'count', zh: '女', unit: '名', label: '女党员数' },
      minority: { kind: 'count', zh: '少数民族', unit: '名', label: '少数民族党员数' },
      mobile: { kind: 'count', zh: '流动', unit: '名', label: '流动党员数' },
      byAge: { kind: 'tally', zh: '年龄', unit: '名', part: 'count' },
      byEducation: { kind: 'tally', zh: '学历', unit: '名', part: 'count' },
      partial,
      applicants: { kind: 'count', zh: '申请人', unit: '名', label: '入党申请人数' },
      activists: { kind: 'count', zh: '积极分子', unit: '名', label: '入党积极分子数' },
      candidates: { kind: 'count', zh: '发展对象', unit: '名', label: '发展对象数' },
      admitted: {
        kind: 'record',
        zh: '本期发展',
        fields: {
          total: { kind: 'count', zh: '总数', unit: '名', label: '本期发展党员数' },
          byKind: { kind: 'tally', zh: '分类', unit: '名', part: 'count' },
          partial,
        },
      },
    },
  },
  posts: { kind: 'list', zh: '编制', item: post },
  leadershipPosts: { kind: 'list', zh: '职数', item: post },
  cadres: {
    kind: 'record',
    zh: '干部',
    fields: {
      total: { kind: 'count', zh: '总数', unit: '名', label: '干部总数' },
      byCategory: { kind: 'tally', zh: '分类', unit: '名', part: 'count' },
      byAge: { kind: 'tally', zh: '年龄', unit: '名', part: 'count' },
      female: { kind: 'count', zh: '女', unit: '名', label: '女干部数' },
      partial,
      team: {
        kind: 'record',
        zh: '班子',
        fields: {
          total: { kind: 'count', zh: '总数', unit: '名', label: '班子成员数' },
          byAge: { kind: 'tally', zh: '年龄', unit: '名', part: 'count' },
          female: { kind: 'count', zh: '女', unit: '名', label: '班子女成员数' },
          partial,
        },
      },
    },
  },
  appointments: {
    kind: 'record',
    zh: '任免',
    fields: {
      batches: { kind: 'count', zh: '批次', unit: '批', label: '任免批次' },
      promoted: { kind: 'count', zh: '提拔', unit: '名', label: '提拔干部数' },
      transferred: { kind: 'count', zh: '交流', unit: '名', label: '交流干部数' },
      removed: { kind: 'count', zh: '免职', unit: '名', label: '免职干部数' },
      talks: { kind: 'count', zh: '谈话', unit: '人次', label: '谈话人次' },
      admonished: { kind: 'count', zh: '诫勉', unit: '名', label: '诫勉干部数' },
    },
  },
  villageTeams: {
    kind: 'record',
    zh: '村两委',
    fields: {
      members: { kind: 'count', zh: '成员', unit: '名', label: '村“两委”成员数' },
      bothPosts: { kind: 'count', zh: '一肩挑', unit: '个', label: '书记主任一肩挑村数' },
      secretariesChanged: { kind: 'count', zh: '调整书记', unit: '名', label: '调整村党组织书记数' },
      membersChanged: { kind: 'count', zh: '调整成员', unit: '名', label: '调整村“两委”成员数' },
      averageAge: { kind: 'amount', zh: '平均年龄', unit: '岁', label: '村“两委”成员平均年龄' },
    },
  },
  economy: {
    kind: 'record',
    zh: '集体经济',
    fields: {
      income: { kind: 'amount', zh: '收入', unit: '万元', label: '村级集体经济收入' },
      lastIncome: { kind: 'amount', zh: '上年收入', unit: '万元', label: '上年村级集体经济收入' },
      emptyVillages: { kind: 'count', zh: '空壳村', unit: '个', label: '集体经济空壳村数' },
    },
  },
  training: {
    kind: 'record',
    zh: '培训',
    fields: {
      sessions: { kind: 'count', zh: '期数', unit: '期', label: '培训期数' },
      attendances: { kind: 'count', zh: '人次', unit: '人次', label: '培训人次' },
    },
  },
  indicators: {
    kind: 'list',
    zh: '指标',
    item: {
      id: { kind: 'text', zh: '编号', isPrinted: false },
      name: { kind: 'text', zh: '名称', isRequired: true, label: '指标名称' },
      value: { kind: 'amount', zh: '数值', label: '指标数值' },
      unit: { kind: 'text', zh: '计量单位' },
      of: { kind: 'denominator', zh: '分母', about: '比例的分母：一个数，或一个数的路径，例如 党员.总数。' },
      byKind: { kind: 'tally', zh: '分类', unit: '', part: 'amount' },
      partial,
      year: { kind: 'text', zh: '年份' },
      scope: { kind: 'text', zh: '口径' },
    },
  },
  compliance: {
    kind: 'list',
    zh: '应说明事项',
    item: {
      item: { kind: 'prose', zh: '事项', isRequired: true },
      answer: {
        kind: 'prose',
        zh: '情况',
        isRequired: true,
        label: '应说明事项情况',
        about: '没有的写“无”。',
      },
    },
  },
  preamble: { kind: 'prose', zh: '前言' },
  closing: { kind: 'prose', zh: '结语' },
  leadIns: {
    kind: 'record',
    zh: '引语',
    fields: {
      overview: { kind: 'prose', zh: '概况' },
      work: { kind: 'prose', zh: '工作' },
      problems: { kind: 'prose', zh: '问题' },
      causes: { kind: 'prose', zh: '原因' },
      measures: { kind: 'prose', zh: '措施' },
      organization: { kind: 'prose', zh: '组织落实' },
      plans: { kind: 'prose', zh: '打算' },
    },
  },
  feedback: {
    kind: 'record',
    zh: '反馈',
    about: '巡察反馈的情况，用于整改报告。',
    fields: {
      inspector: { kind: 'text', zh: '巡察机构', about: '例如 县委第二巡察组。' },
      date: { kind: 'date', zh: '日期', label: '反馈日期' },
      from: { kind: 'date', zh: '起', label: '巡察开始日期' },
      to: { kind: 'date', zh: '止', label: '巡察结束日期' },
      total: { kind: 'count', zh: '问题数', unit: '个', label: '反馈问题数' },
    },
  },
  organization: {
    kind: 'list',
    zh: '组织落实',
    about: '整改的组织领导，用于整改报告。',
    item: {
      title: { kind: 'prose', zh: '标题', isRequired: true, label: '组织落实标题' },
      body: { kind: 'prose', zh: '内容' },
      points: { kind: 'proses', zh: '要点' },
    },
  },
  work: {
    kind: 'list',
    zh: '工作',
    isRequired: true,
    item: {
      title: { kind: 'prose', zh: '标题', isRequired: true, label: '工作标题' },
      body: { kind: 'prose', zh: '内容' },
      points: { kind: 'proses', zh: '要点' },
    },
  },
  problems: {
    kind: 'list',
    zh: '问题',
    isRequired: true,
    item: {
      id: { kind: 'text', zh: '编号', isPrinted: false },
      title: { kind: 'prose', zh: '标题', isRequired: true, label: '问题标题' },
      aspect: { kind: 'text', zh: '方面' },
      body: { kind: 'prose', zh: '表现' },
      cases: { kind: 'proses', zh: '事例' },
    },
  },
  causes: {
    kind: 'list',
    zh: '原因',
    item: {
      title: { kind: 'prose', zh: '标题', isRequired: true, label: '原因标题' },
      body: { kind: 'prose', zh: '分析' },
      problems: { kind: 'texts', zh: '对应问题', isPrinted: false, about: '问题的编号或标题。' },
    },
  },
  measures: {
    kind: 'list',
    zh: '措施',
    item: {
      id: { kind: 'text', zh: '编号', isPrinted: false },
      title: { kind: 'prose', zh: '标题', isRequired: true, label: '措施标题' },
      body: { kind: 'prose', zh: '内容' },
      problems: { kind: 'texts', zh: '对应问题', isPrinted: false, about: '问题的编号或标题。' },
      leader: { kind: 'text', zh: '责任领导' },
      department: { kind: 'text', zh: '责任单位' },
      owner: { kind: 'text', zh: '责任人' },
      deadline: { kind: 'deadline', zh: '时限' },
      status: { kind: 'choice', zh: '状态', choices: ['未开始', '推进中', '已完成', '长期坚持'] },
      evidence: { kind: 'proses', zh: '佐证' },
      results: { kind: 'proses', zh: '成效', about: '整改取得的成效，用于整改报告和台账。' },
      completed: { kind: 'date', zh: '完成日期' },
      closed: { kind: 'yesno', zh: '销号', about: '反馈问题是否已经销号。' },
    },
  },
  plans: {
    kind: 'list',
    zh: '打算',
    item: {
      title: { kind: 'prose', zh: '标题', isRequired: true, label: '打算标题' },
      body: { kind: 'prose', zh: '内容' },
    },
  },
  attachments: { kind: 'list', zh: '附件', item: 'text' },
} as const satisfies Fields;
