import { type Fault, insertSentence, onlyWhere, replaceLine, replaceProse } from './plant.ts';
import { between } from './random.ts';

/** Faults of figures, dates and links, and of the file itself. */
export const FACTS_FAULTS: readonly Fault[] = [
  replaceLine('tally-sum', /(?<=\n(?:党员|党支部|干部):\n {2}总数: )\d+/g, ([total]) =>
    String(Number(total) + 1),
  ),
  replaceLine('post-vacancy', /(?<=空缺: )-?\d+/g, ([vacant]) => String(Number(vacant) + 1)),
  replaceLine('subset-total', /(?<=\n {2}(?:少数民族|流动): )\d+/g, () => '99999'),
  replaceLine('date-order', /(?<=\n {2}止: ).+/g, () => '2031-01'),
  replaceLine('measure-deadline', /(?<=时限: )\d{4}.+(?=\n +状态: (?:推进中|未开始))/g, () => '2011-01-31'),
  replaceLine('pending-value', /(?<=\n {2}(?:人口|户数|申请人|空壳村): )\d+/g, () => '待补'),
  replaceProse('unknown-reference', /。(?=.)/g, () => '{{党员.总书}}。'),
  replaceLine('roster-total', /(?<=党支部, 类别: .{1,6}, 党员: )\d+/g, ([members]) =>
    String(Number(members) + 1),
  ),
  replaceLine('measure-evidence', /(?<=状态: )推进中/g, () => '已完成'),
  replaceLine('lossy-value', /(?<=\n {2}(?:人口|户数|行政村|社区): )\d+/g, ([value]) => `0${value}`),
  replaceLine('yaml-syntax', /(?<=\n {2}(?:名称|日期|类型|总数)): /g, () => '：'),
  replaceLine('schema', /(?<=\n {2})(?:名称|人口|落款)(?=: )/g, ([key]) => `${key}表`),
  insertSentence('prose-figure', (random) => `全镇共有党员${between(100000, 900000, random)}名。`),
  onlyWhere(
    /\n {2}行政村: \d/,
    insertSentence('prose-figure', (random) => `下辖行政村${between(900, 9000, random)}个。`),
  ),
  insertSentence('sensitive-data', () => '联系人证件号码为11010519491231002X。'),
];
