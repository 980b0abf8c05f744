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
      /未启动|未开始|尚未/,
      /推进|正在|未完成|未整改|整改中|进行中/,
      /长期/,
      /立行立改|立即整改/,
      /限期/,
      /分阶段/,
      /已?(?:全部)?(?:完成|整改|办结|销号)/,
    ],
    isListedWhole: true,
  },
  {
    name: '职业',
    classes: [/农民|务农/, /职工|工人/, /教师|教职工/, /医[生务]/, /学生/, /个体/],
  },
  { name: '半年', classes: [/上半年/, /下半年/] },
  { name: '地形', classes: [/山区/, /平原/, /丘陵/] },
  {
    name: '学历',
    classes: [/研究生|硕士|博士/, /本科/, /大专|专科/, /中专|高中/, /初中/, /小学/, /其[他它]/],
  },
];

const AGE = /\d{2}(?:周?岁)?(?:[—～~－-]|至|到|及|以|岁)/;
const KIND = /[^的]{1,10}(?:类|型|级|方面|领域|环节|层次)/;

/** How the labels of a list divide their whole; undefined where they may overlap, as 女党员 and 预备党员 do. */
export interface Division {
  readonly isComplete: boolean;
  readonly isListedWhole: boolean;
}

export function divisionOf(labels: readonly string[]): Division | undefined {
  if (labels.length < 2 || isCumulative(labels)) return undefined;
  for (const { classes, isClosed = false, isListedWhole = false } of DIMENSIONS) {
    const found = labels.map((label) => classes.findIndex((pattern) => pattern.test(label)));
    if (found.includes(-1) || new Set(found).size < found.length) continue;
    const isComplete = isClosed && found.length === classes.length && areSaidAlike(labels, classes);
    return { isComplete, isListedWhole };
  }
  const isDistinct = new Set(labels).size === labels.length;
  const isAlike = [AGE, KIND].some((pattern) => labels.every((label) => pattern.test(label)));
  return isDistinct && isAlike ? { isComplete: false, isListedWhole: false } : undefined;
}

/** 男党员 and 女党员, 男 and 女党员; but 女党员 and 男性退役军人 are not all that there is. */
function areSaidAlike(labels: readonly string[], classes: readonly RegExp[]): boolean {
  const rests = labels.map((label) =>
    classes.reduce((rest, pattern) => rest.replace(pattern, ''), label).replace(/^性/, ''),
  );
  return new Set(rests.filter((rest) => rest !== '')).size < 2;
}

/** 35岁以下, 45岁以下 …: each holds the one before. */
function isCumulative(labels: readonly string[]): boolean {
  return ['以上', '以下', '以内'].some((word) => labels.filter((label) => label.includes(word)).length > 1);
}
