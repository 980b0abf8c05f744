import type { RosterKind } from './roster-kind.ts';

/** What a column of a roster holds. */
export interface RosterField {
  /** The header by which `列` and messages call it. */
  readonly name: string;
  /** Other headers that mean the same, whatever else is in the sheet. */
  readonly aliases: readonly string[];
  /** Headers that mean it only where none of the others does. */
  readonly weak?: readonly string[];
  /** How much its being there speaks for a roster being of a kind. */
  readonly speaksFor: Partial<Readonly<Record<RosterKind, number>>>;
}

/** Every column that is read, by its id. */
export const ROSTER_FIELDS = {
  name: {
    name: '姓名',
    aliases: ['党员姓名', '干部姓名', '成员姓名', '人员姓名'],
    weak: ['名字'],
    speaksFor: { 党员: 1, 干部: 1, 村两委: 1 },
  },
  identity: {
    name: '公民身份号码',
    aliases: [
      '身份证号',
      '身份证号码',
      '证件号码',
      '证件号',
      '居民身份证号',
      '居民身份证号码',
      '身份证',
      '身份号码',
      '公民身份证号码',
      '公民身份证号',
    ],
    speaksFor: { 党员: 1, 干部: 1, 村两委: 1 },
  },
  sex: { name: '性别', aliases: [], speaksFor: { 党员: 1, 干部: 1, 村两委: 1 } },
  nation: { name: '民族', aliases: ['族别'], speaksFor: { 党员: 1, 干部: 1, 村两委: 1 } },
  born: {
    name: '出生日期',
    aliases: ['出生年月', '出生时间', '出生年月日', '出生'],
    weak: ['生日'],
    speaksFor: { 党员: 1, 干部: 1, 村两委: 1 },
  },
  education: {
    name: '学历',
    aliases: ['文化程度', '文化', '学历程度', '学历层次', '最高学历'],
    weak: ['全日制学历', '在职学历', '全日制教育', '在职教育', '学历学位'],
    speaksFor: { 党员: 1, 干部: 1, 村两委: 1 },
  },
  status: {
    name: '人员类别',
    aliases: ['党员类别', '党员类型', '党员身份', '正式预备', '是否正式党员', '正式预备党员'],
    weak: ['类别', '党员'],
    speaksFor: { 党员: 4 },
  },
  branch: {
    name: '所在党支部',
    aliases: [
      '所属党支部',
      '党支部',
      '所在支部',
      '所属支部',
      '支部',
      '所在党组织',
      '所属党组织',
      '组织关系所在支部',
      '组织关系所在党支部',
      '所在基层党组织',
    ],
    weak: ['党组织'],
    speaksFor: { 党员: 3 },
  },
  joined: {
    name: '加入党组织日期',
    aliases: [
      '入党日期',
      '入党时间',
      '加入党组织时间',
      '入党年月',
      '加入中国共产党时间',
      '加入中国共产党日期',
      '入党',
    ],
    speaksFor: { 党员: 2, 干部: 1 },
  },
  confirmed: {
    name: '转为正式党员日期',
    aliases: ['转正日期', '转正时间', '转为正式党员时间', '转正年月', '党员转正时间', '党员转正日期', '转正'],
    speaksFor: { 党员: 4 },
  },
  mobile: {
    name: '是否流动党员',
    aliases: ['流动党员', '是否为流动党员', '是否流动', '是否属流动党员', '流动情况'],
    speaksFor: { 党员: 3 },
  },
  duty: {
    name: '现任职务',
    aliases: [
      '职务',
      '现任职务职级',
      '工作单位及职务',
      '现任职务及职级',
      '单位及职务',
      '现任岗位',
      '担任职务',
      '两委职务',
      '村两委职务',
      '现职务',
      '任职',
      '职务名称',
    ],
    weak: ['岗位', '工作岗位'],
    speaksFor: { 干部: 3, 村两委: 2 },
  },
  rank: {
    name: '级别',
    aliases: ['职级', '职务级别', '行政级别', '职务层次', '现任职级', '现职级', '干部级别'],
    speaksFor: { 干部: 3 },
  },
  dutySince: {
    name: '任现职务时间',
    aliases: [
      '任现职时间',
      '任职时间',
      '任现职日期',
      '任现职务日期',
      '现任职务时间',
      '任现职务年月',
      '任现职年月',
    ],
    speaksFor: { 干部: 3, 村两委: 1 },
  },
  category: {
    name: '干部类别',
    aliases: [
      '编制性质',
      '编制类型',
      '编制类别',
      '人员身份',
      '人员性质',
      '干部身份',
      '编制',
      '身份类别',
      '身份性质',
      '用编性质',
    ],
    weak: ['身份', '性质', '类别', '人员类别'],
    speaksFor: { 干部: 2 },
  },
  team: {
    name: '是否班子成员',
    aliases: ['班子成员', '是否领导班子成员', '领导班子成员', '是否为班子成员'],
    speaksFor: { 干部: 3 },
  },
  village: {
    name: '行政村',
    aliases: [
      '村名',
      '所在村',
      '所在行政村',
      '村',
      '村名称',
      '行政村名称',
      '村居',
      '村社区',
      '村（社区）名称',
      '所在村社区',
    ],
    weak: ['单位', '单位名称'],
    speaksFor: { 村两委: 3 },
  },
  bothPosts: {
    name: '是否一肩挑',
    aliases: ['一肩挑', '书记主任一肩挑', '是否书记主任一肩挑', '是否为一肩挑', '是否实现一肩挑'],
    speaksFor: { 村两委: 4, 党支部: 1 },
  },
  branchName: {
    name: '党支部名称',
    aliases: ['支部名称', '党组织名称', '基层党组织名称', '党支部全称', '党组织全称'],
    weak: ['党支部', '支部', '党组织', '名称', '所在党支部'],
    speaksFor: { 党支部: 4 },
  },
  branchKind: {
    name: '支部类别',
    aliases: ['党支部类别', '党组织类别', '支部类型', '党支部类型', '党组织类型', '所属领域', '领域'],
    weak: ['类别', '类型'],
    speaksFor: { 党支部: 3 },
  },
  branchMembers: {
    name: '党员人数',
    aliases: ['党员数', '党员总数', '党员数量', '党员名数', '现有党员', '现有党员数', '支部党员数'],
    weak: ['人数', '党员'],
    speaksFor: { 党支部: 3 },
  },
  secretary: {
    name: '书记姓名',
    aliases: [
      '支部书记',
      '党支部书记',
      '支部书记姓名',
      '党支部书记姓名',
      '党组织书记',
      '书记',
      '党组织书记姓名',
    ],
    weak: ['姓名', '负责人'],
    speaksFor: { 党支部: 3 },
  },
  unit: {
    name: '单位',
    aliases: ['单位名称', '机构名称', '机构', '部门', '内设机构', '站所'],
    speaksFor: { 编制: 1, 职数: 1 },
  },
  postCategory: {
    name: '类别',
    aliases: [
      '编制类别',
      '编制类型',
      '编制性质',
      '编制种类',
      '职数类别',
      '职务层次',
      '职务类别',
      '领导职务',
      '职务级别',
      '级别',
    ],
    weak: ['类型', '性质', '职务', '项目', '层次'],
    speaksFor: { 编制: 1, 职数: 1 },
  },
  authorized: {
    name: '核定',
    aliases: ['核定数', '编制数', '核编', '定编', '职数'],
    speaksFor: { 编制: 3, 职数: 3 },
  },
  actual: {
    name: '实有',
    aliases: ['实有数', '实有人数', '实配', '实配数', '在编', '现有'],
    speaksFor: { 编制: 3, 职数: 3 },
  },
  vacant: { name: '空缺', aliases: ['空缺数', '空编', '缺编', '缺额'], speaksFor: { 编制: 2, 职数: 2 } },
  measureId: {
    name: '编号',
    aliases: ['措施编号', '问题编号', '整改编号'],
    weak: ['序号'],
    speaksFor: {},
  },
  problem: {
    name: '反馈问题',
    aliases: [
      '问题',
      '存在问题',
      '巡察反馈问题',
      '主要问题',
      '反馈的问题',
      '问题清单',
      '存在的问题',
      '整改问题',
    ],
    speaksFor: { 台账: 3 },
  },
  measure: {
    name: '整改措施',
    aliases: ['措施', '具体措施', '整改任务', '整改举措'],
    speaksFor: { 台账: 4 },
  },
  leader: { name: '责任领导', aliases: ['牵头领导', '分管领导', '包抓领导'], speaksFor: { 台账: 2 } },
  department: { name: '责任单位', aliases: ['牵头单位', '责任部门', '责任科室'], speaksFor: { 台账: 2 } },
  owner: { name: '责任人', aliases: ['具体责任人', '直接责任人', '经办人'], speaksFor: { 台账: 2 } },
  deadline: {
    name: '整改时限',
    aliases: ['完成时限', '时限', '整改期限', '完成期限', '计划完成时间', '整改完成时限'],
    speaksFor: { 台账: 3 },
  },
  state: {
    name: '完成情况',
    aliases: ['整改情况', '状态', '进展情况', '整改进展', '整改状态', '完成状态', '整改落实情况'],
    speaksFor: { 台账: 3 },
  },
  results: { name: '整改成效', aliases: ['成效', '取得成效', '整改效果'], speaksFor: { 台账: 1 } },
  evidence: {
    name: '佐证',
    aliases: ['佐证材料', '印证材料', '支撑材料', '佐证资料'],
    speaksFor: { 台账: 2 },
  },
  completed: {
    name: '完成日期',
    aliases: ['完成时间', '实际完成时间', '实际完成日期', '整改完成时间', '整改完成日期'],
    speaksFor: { 台账: 1 },
  },
  closed: { name: '是否销号', aliases: ['销号', '销号情况', '是否已销号'], speaksFor: { 台账: 3 } },
  /** Of a ledger that the program wrote: what it wrote there. */
  stub: { name: '存根', aliases: [], speaksFor: {} },
} as const satisfies Record<string, RosterField>;

export type FieldId = keyof typeof ROSTER_FIELDS;

/** The columns of each kind: without the first of them, or those of `needs`, a sheet is no roster of that kind. */
export const ROSTER_COLUMNS: Readonly<
  Record<RosterKind, { readonly fields: readonly FieldId[]; readonly needs: readonly FieldId[] }>
> = {
  党员: {
    fields: [
      'name',
      'identity',
      'sex',
      'nation',
      'born',
      'education',
      'status',
      'branch',
      'joined',
      'confirmed',
      'mobile',
    ],
    needs: ['name'],
  },
  干部: {
    fields: [
      'name',
      'identity',
      'sex',
      'nation',
      'born',
      'education',
      'duty',
      'rank',
      'dutySince',
      'category',
      'team',
      'joined',
    ],
    needs: ['name'],
  },
  编制: {
    fields: ['unit', 'postCategory', 'authorized', 'actual', 'vacant'],
    needs: ['authorized', 'actual'],
  },
  职数: {
    fields: ['unit', 'postCategory', 'authorized', 'actual', 'vacant'],
    needs: ['authorized', 'actual'],
  },
  村两委: {
    fields: [
      'name',
      'identity',
      'sex',
      'nation',
      'born',
      'education',
      'village',
      'duty',
      'bothPosts',
      'dutySince',
    ],
    needs: ['name'],
  },
  党支部: {
    fields: ['branchName', 'branchKind', 'branchMembers', 'secretary', 'bothPosts'],
    needs: ['branchName'],
  },
  台账: {
    fields: [
      'unit',
      'measureId',
      'problem',
      'measure',
      'leader',
      'department',
      'owner',
      'deadline',
      'state',
      'results',
      'evidence',
      'completed',
      'closed',
      'stub',
    ],
    needs: ['measure'],
  },
};
