/** A way of dividing a whole into parts that exclude each other. */
interface Dimension {
  readonly name: string;
  /** Its parts; a label belongs to the first that fits. */
  readonly classes: readonly RegExp[];
  /** Whether the classes are all that there is: men and women. */
  readonly isClosed?: boolean;
  /** Whether a list of three or more is taken for the whole. */
  readonly isListedWhole?: boolean;
}

const DIMENSIONS: readonly Dimension[] = [
  { name: '性别', classes: [/男/, /女/], isClosed: true },
  { name: '党籍', classes: [/正式/, /预备/], isClosed: true },
  { name: '民族', classes: [/汉族/, /少数民族/], isClosed: true },
  { name: '户口', classes: [/非农/, /农业/], isClosed: true },
  { name: '城乡', classes: [/城镇|城市|城区/, /乡村|农村/], isClosed: true },
  { name: '收入', classes: [/非税/, /税收/], isClosed: true },
  { name: '党组织', classes: [/总支/, /党委|党工委/, /支部/], isListedWhole: true },
  { name: '级次', classes: [/中央/, /省级|省补/, /市级|市补/, /县级|区级/, /乡级|镇级/, /自筹/] },
  { name: '来源', classes: [/上[年期]|去年|结[存转]/, /新[收增受]|本[年期]/], isClosed: true },
  { name: '耕地', classes: [/水田/, /旱地|旱田/] },
  { name: '提案', classes: [/集体/, /个人和联名|个人|联名/], isClosed: true },
  { name: '产业', classes: [/第?一产/, /第?二产/, /第?三产/], isClosed: true },
  { name: '形态', classes: [/第?一种/, /第?二种/, /第?三种/, /第?四种/], isClosed: true },
  {
    name: '领域',
    classes: [
      /机关|直属/,
      /事业单位/,
      /社会组织/,
      /非公|两新|民营/,
      /国有|国企/,
      /社区/,
      /学校|中学|小学/,
      /退休/,
      /农村|行政村|村(?!干部|书记|民)/,
      /企业/,
      /其[他它]/,
    ],
    isListedWhole: true,
  },
  {
    name: '编制',
    classes: [/行政(?!村)|公务员/, /事业/, /工勤/, /参公/, /编外|聘用|派遣/, /其[他它]/],
    isListedWhole: true,
  },
  {
    name: '进度',
    classes: [
      /未启动|未开始|未开工|尚未/,
      /推进|正在|未完成|未整改|未办结|整改中|办理中|进行中|在建/,
      /长期/,
      /基本完成/,
      /立行立改|立即整改/,
      /限期/,
      /分阶段/,
      /已?(?:全部)?(?:完成|整改|办结|销号|解决|完工|竣工|建成)/,
    ],
    isListedWhole: true,
  },
  {
    name: '级别',
    classes: [/县处级|处级/, /乡科级|科级/, /股级/, /一般干部/, /农村|企业|其[他它]/],
    isListedWhole: true,
  },
  {
    name: '考核',
    classes: [/优秀/, /基本(?:称职|合格)/, /不(?:称职|合格)/, /称职|合格/, /不定等次|未定等次/],
    isListedWhole: true,
  },
  { name: '选票', classes: [/无效|废票|弃权/, /有效/], isClosed: true },
  { name: '处置', classes: [/限期改正/, /劝退|劝其退党/, /除名/], isListedWhole: true },
  {
    name: '处分',
    classes: [
      /严重警告/,
      /警告/,
      /撤销党内|撤职/,
      /留党察看/,
      /开除/,
      /记大过/,
      /记过/,
      /降级/,
      /诫勉/,
      /批评教育/,
      /责令检查|书面检查/,
      /通报/,
      /谈话|提醒|约谈/,
    ],
  },
  {
    name: '评价',
    classes: [/不满意/, /基本满意|较满意|比较满意/, /满意/, /弃权/],
    isListedWhole: true,
  },
  {
    name: '职业',
    classes: [/农民|务农/, /职工|工人/, /教师|教职工/, /医[生务]/, /学生/, /个体/],
  },
  { name: '用地', classes: [/永久/, /临时/], isClosed: true },
  { name: '分期', classes: [/一期/, /二期/], isClosed: true },
  { name: '桥梁', classes: [/大桥/, /中桥/, /小桥/], isClosed: true },
  { name: '等次', classes: [/上等/, /中等/, /下等/], isClosed: true },
  { name: '成绩', classes: [/优秀/, /良好/, /不及格/, /及格/], isClosed: true },
  { name: '合法', classes: [/违法/, /合法/], isClosed: true },
  { name: '村委会', classes: [/副主任/, /主任/, /委员/], isClosed: true },
  { name: '支委会', classes: [/副书记/, /书记/, /委员/], isClosed: true },
  { name: '任期', classes: [/连任|连选/, /新任|新当选|新进/], isClosed: true },
  { name: '户别', classes: [/集体户/, /家庭户/], isClosed: true },
  { name: '供养', classes: [/集中/, /分散/], isClosed: true },
  { name: '办学', classes: [/公[办立]/, /民[办营]/], isClosed: true },
  { name: '林种', classes: [/公益林/, /商品林/], isClosed: true },
  { name: '资产', classes: [/非经营性/, /经营性/], isClosed: true },
  { name: '债务', classes: [/一般债/, /专项债/], isClosed: true },
  { name: '转移支付', classes: [/返还性/, /一般性/, /专项/], isClosed: true },
  {
    name: '岗位',
    classes: [/管理(?:岗位|人员)?/, /专业技术(?:岗位|人员)?/, /工勤(?:技能)?(?:岗位|人员)?/],
    isClosed: true,
  },
  { name: '地域', classes: [/省外/, /县外|市外/, /县内/], isClosed: true },
  { name: '线索', classes: [/谈话函询/, /初步核实|初核/, /暂存/, /了结/], isClosed: true },
  {
    name: '信访',
    classes: [/检举|控告/, /批评|建议/, /申诉/, /其[他它]/],
    isListedWhole: true,
  },
  { name: '来件', classes: [/来信/, /来访/, /网上|网络/, /来电|电话/], isListedWhole: true },
  {
    name: '案件',
    classes: [/刑事/, /民商?事/, /行政/, /执行/, /国家赔偿/, /其[他它]/],
    isListedWhole: true,
  },
  { name: '投票', classes: [/委托/, /投票站|大会|会场|票箱/] },
  { name: '三公', classes: [/公务用车/, /公务接待/] },
  {
    name: '卫生机构',
    classes: [/基层医疗/, /公共卫生/, /其[他它]/, /医院/],
    isListedWhole: true,
  },
  {
    name: '经营主体',
    classes: [/企业/, /个体/, /合作社/, /其[他它]/],
    isListedWhole: true,
  },
  { name: '职称', classes: [/高级/, /中级/, /初级/, /未评|无职称/] },
  { name: '星级', classes: [/五星/, /四星/, /三星/, /二星/, /一星/, /无星|未评/] },
  { name: '半年', classes: [/上半年/, /下半年/] },
  { name: '地形', classes: [/山区/, /平原/, /丘陵/] },
  {
    name: '学历',
    classes: [
      /研究生|硕士|博士/,
      /本科|大学(?!生|专)/,
      /大专|专科/,
      /中专|中技/,
      /高中/,
      /初中/,
      /小学/,
      /其[他它]/,
    ],
  },
  {
    name: '学校',
    classes: [
      /幼儿园/,
      /小学/,
      /初级中学|初中/,
      /高级中学|高中/,
      /中学/,
      /九年/,
      /教学点/,
      /特殊教育|特教/,
      /职业|中职/,
    ],
    isListedWhole: true,
  },
];

/** Ways of dividing from the highest down: complete where the last says 以下. */
const ENDING_BELOW: ReadonlySet<string> = new Set(['学历', '职称', '星级']);

const KIND_ENDING = /[^的]{1,10}(?:类|型|级|方面|领域|环节|层次)/;
/** Names of places: each is another. */
const PLACE_NAME = /^[一-鿿]{0,7}(?:村|社区|居委会|居|镇|乡|街道|县|区|市|旗)$/;
const NO_CLASS_NAME = /[的各每全]|行政|自然|脱贫|山区|示范|先进|文明|^[村镇乡县区市旗]$/;

/** How the labels of a list divide their whole; undefined where they may overlap, as 女党员 and 预备党员 do. */
export interface LabelDivision {
  readonly name: string;
  /** Whether there is no further part. */
  readonly isComplete: boolean;
  /** Whether a list of three or more is the whole unless something says otherwise. */
  readonly isListedWhole: boolean;
  /** Whether parts of other names are known, which the list lacks. */
  readonly hasOthers?: boolean;
}

/** Every class of a dimension in one, and of all dimensions: most labels are of none. */
const DIMENSION_WORDS = DIMENSIONS.map(({ classes }) => unionOf(classes));
const ANY_WORDS = unionOf(DIMENSIONS.flatMap(({ classes }) => classes));

function unionOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}

/** By dimension, the class of a label; -1 for none. */
type Classes = Int8Array;

/** Of the labels of one text: they are asked about again and again. */
const knownClasses = new Map<string, Classes>();
const NO_CLASS: Classes = new Int8Array(DIMENSIONS.length).fill(-1);

/** Lets go of the labels of a text that was read. */
export function forgetLabels(): void {
  knownClasses.clear();
}

function classesOf(label: string): Classes {
  const before = knownClasses.get(label);
  if (before !== undefined) return before;
  const classes = ANY_WORDS.test(label)
    ? NO_CLASS.map((_, index) =>
        DIMENSION_WORDS[index]?.test(label)
          ? (DIMENSIONS[index]?.classes.findIndex((pattern) => pattern.test(label)) ?? -1)
          : -1,
      )
    : NO_CLASS;
  knownClasses.set(label, classes);
  return classes;
}

/** The first dimension of which each label is another class. */
function dimensionOf(
  labels: readonly string[],
): { readonly index: number; readonly found: readonly number[] } | undefined {
  const all: Classes[] = [];
  for (const label of labels) {
    const classes = classesOf(label);
    if (classes === NO_CLASS) return undefined;
    all.push(classes);
  }
  for (let index = 0; index < DIMENSIONS.length; index += 1) {
    if (areDistinctClasses(all, index)) return { index, found: all.map((classes) => classes[index] ?? -1) };
  }
  return undefined;
}

function areDistinctClasses(all: readonly Classes[], index: number): boolean {
  let seen = 0;
  for (const classes of all) {
    const found = classes[index] ?? -1;
    if (found === -1 || (seen & (1 << found)) !== 0) return false;
    seen |= 1 << found;
  }
  return true;
}

export function labelDivision(labels: readonly string[]): LabelDivision | undefined {
  if (labels.length < 2) return undefined;
  const ages = ageDivision(labels);
  if (ages !== undefined) return ages;
  if (isCumulativeList(labels)) return undefined;
  if (areTimes(labels)) return { name: '时间', isComplete: false, isListedWhole: false };
  if (isComplement(labels)) return { name: '是否', isComplete: true, isListedWhole: false };
  const way = dimensionOf(labels);
  const dimension = way && DIMENSIONS[way.index];
  if (way !== undefined && dimension !== undefined) {
    const { name, classes, isClosed = false, isListedWhole = false } = dimension;
    const { found } = way;
    const isAll = isClosed
      ? found.length === classes.length
      : ENDING_BELOW.has(name) && endsBelow(labels, found);
    const hasOthers = found.length < classes.length;
    return { name, isComplete: isAll && areSaidAlike(labels, classes), isListedWhole, hasOthers };
  }
  if (new Set(labels).size < labels.length) return undefined;
  if (labels.every((label) => PLACE_NAME.test(label) && !NO_CLASS_NAME.test(label)))
    return { name: '地名', isComplete: false, isListedWhole: false };
  return labels.every((label) => KIND_ENDING.test(label))
    ? { name: '类别', isComplete: false, isListedWhole: false }
    : undefined;
}

/** 2022年发展党员 and 2023年发展党员. */
function areTimes(labels: readonly string[]): boolean {
  if (!/\d/.test(labels[0] ?? '')) return false;
  const kinds = new Set(labels.map((label) => label.replace(/\d+/g, '')));
  const [kind = ''] = kinds;
  return (
    kinds.size === 1 &&
    /[年月日]/.test(kind) &&
    new Set(labels).size === labels.length &&
    /\d/.test(labels[0] ?? '')
  );
}

/** 中共党员 and 非中共党员, 已消除 and 未消除. */
function isComplement(labels: readonly string[]): boolean {
  const [a = '', b = ''] = labels;
  if (labels.length !== 2 || a === '') return false;
  const done = /已([一-鿿]{2,4})的?$/.exec(a)?.[1];
  const isNotDone = done !== undefined && b.replace(/的$/, '').endsWith(`未${done}`);
  const isNot = b.startsWith('非') && b.length > 2 && a.includes(b.slice(1));
  return isNotDone || isNot || b === `非${a}` || a === `非${b}`;
}

/** 研究生, 大学, 大专, 中专, 高中以下: from the highest down to all that is below. */
function endsBelow(labels: readonly string[], found: readonly number[]): boolean {
  const last = labels.at(-1) ?? '';
  const isHigh = Math.min(...found) <= 1 || /以上/.test(labels[0] ?? '');
  return labels.length > 2 && /以下/.test(last) && isHigh && found.at(-1) === Math.max(...found);
}

/** 男党员 and 女党员, 男 and 女党员; but 女党员 and 男性退役军人 are not all that there is. */
function areSaidAlike(labels: readonly string[], classes: readonly RegExp[]): boolean {
  const rests = labels.map((label) =>
    classes
      .reduce((rest, pattern) => rest.replace(pattern, ''), label)
      .replace(/^性|[及和]?以[上下]|学历|文化程度|的/g, ''),
  );
  return new Set(rests.filter((rest) => rest !== '')).size < 2;
}

const BOUNDS = ['以上', '以下', '以内'];

/** 35岁以下, 45岁以下 …: each holds the one before. */
function isCumulativeList(labels: readonly string[]): boolean {
  return BOUNDS.some((word) => labels.filter((label) => label.includes(word)).length > 1);
}

const BAND =
  /(?:(\d{1,3})(?:周?岁)?(?:[—～~－-]+|[至到])(\d{1,3})周?岁?|(\d{1,3})周?岁?(?:及|\(含\)|（含）)?(以下|以上))/;

/** Bands of age: each year is in one of them alone; complete where they run without a gap from below to above. */
function ageDivision(labels: readonly string[]): LabelDivision | undefined {
  if (!labels.every((label) => /\d/.test(label))) return undefined;
  const bands: { low: number; high: number }[] = [];
  for (const label of labels) {
    const [, from, to, end, way] = BAND.exec(label) ?? [];
    if (from !== undefined) bands.push({ low: Number(from), high: Number(to) });
    else if (way === '以下') bands.push({ low: Number.NEGATIVE_INFINITY, high: Number(end) });
    else if (way === '以上') bands.push({ low: Number(end), high: Number.POSITIVE_INFINITY });
    else return undefined;
  }
  bands.sort((a, b) => a.low - b.low);
  const steps = bands.slice(1).map(({ low }, index) => low - (bands[index]?.high ?? low));
  if (steps.some((step) => step < 0 || Number.isNaN(step))) return undefined;
  const isComplete =
    (bands[0]?.low ?? 1) <= 0 &&
    bands.at(-1)?.high === Number.POSITIVE_INFINITY &&
    steps.every((step) => step <= 1);
  return { name: '年龄', isComplete, isListedWhole: false };
}
