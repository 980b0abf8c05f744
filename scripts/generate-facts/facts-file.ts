import { stringify } from 'yaml';
import { Chance } from './chance.ts';
import { placeOf, villages } from './names.ts';
import { cause, deed, fault, type Local, paragraph, title } from './prose.ts';

/** Templates in the order in which units take them in turn; most name none. */
const TEMPLATES = ['inspection-briefing', 'half-year-summary', 'special-report', 'grassroots-briefing'];

/** The facts file of one unit: about 7.6 kB, figures that add up, prose of its own. The same seed and index, the same text. */
export function factsFile(index: number, seed: number): { readonly path: string; readonly text: string } {
  const chance = new Chance(seed * 1_000_003 + index);
  const { county, name, kind, path } = placeOf(index);
  const count = chance.between(8, 24);
  const local: Local = { chance, villages: villages(chance, count), titles: new Set() };
  const template = index % 5 === 4 ? TEMPLATES[Math.floor(index / 5) % TEMPLATES.length] : undefined;
  const facts = {
    版本: 1,
    单位: {
      名称: `${county}${name}`,
      类型: kind,
      党组织: `中共${name}委员会`,
      自称: '党委',
      上级: `${county}委`,
    },
    报告: {
      ...(template !== undefined && { 模板: template }),
      主送: `${county}委巡察组`,
      起: '2023-01',
      止: '2023-10',
      日期: '2023-10-20',
      落款: `中共${name}委员会`,
    },
    概况: {
      行政村: count,
      自然村: count * 4,
      村民小组: count * 9,
      户数: chance.between(3000, 9000),
      人口: chance.between(10_000, 40_000),
    },
    ...figures(chance, count),
    前言: `${name}党委对照要求逐项自查，走访${count}个村，${paragraph(1, deed, local)}现将情况报告如下。`,
    工作: items(6, () => ({
      标题: title(local, 'work'),
      内容: paragraph(3, deed, local),
      要点: [deed(local), deed(local)],
    })),
    ...problems(local),
  };
  return { path: `${path}.yaml`, text: stringify(facts, { lineWidth: 0 }) };
}

function figures(chance: Chance, villageCount: number) {
  const total = chance.between(300, 1500);
  const probationary = chance.between(3, 20);
  const female = chance.between(60, 250);
  const branches = villageCount + 3;
  return {
    党支部: { 总数: branches, 分类: { 村: villageCount, 机关: 2, 非公企业: 1 } },
    党员: {
      总数: total,
      正式: total - probationary,
      预备: probationary,
      男: total - female,
      女: female,
      年龄: tally(chance, total, ['35岁及以下', '36至45岁', '46至60岁', '61岁及以上']),
      学历: tally(chance, total, ['大专及以上', '高中和中专', '初中及以下']),
    },
    编制: [post(chance, '行政编制'), post(chance, '事业编制')],
    任免: {
      批次: chance.between(1, 5),
      提拔: chance.between(1, 9),
      交流: chance.between(1, 9),
      谈话: chance.between(20, 90),
    },
    培训: { 期数: chance.between(2, 12), 人次: chance.between(200, 900) },
  };
}

function tally(chance: Chance, total: number, names: readonly string[]) {
  const parts = chance.parts(total, names.length);
  return Object.fromEntries(names.map((name, index) => [name, parts[index] ?? 0]));
}

function post(chance: Chance, category: string) {
  const authorized = chance.between(20, 60);
  const vacant = chance.between(0, 6);
  return { 类别: category, 核定: authorized, 实有: authorized - vacant, 空缺: vacant };
}

function problems(local: Local) {
  const ids = ['W1', 'W2', 'W3', 'W4'];
  return {
    问题: ids.map((id) => ({
      编号: id,
      标题: title(local, 'problem'),
      表现: paragraph(2, fault, local),
      事例: [fault(local)],
    })),
    原因: ids.map((id) => ({ 标题: title(local, 'cause'), 分析: paragraph(2, cause, local), 对应问题: id })),
    措施: ids.map((id, index) => ({
      编号: `C${index + 1}`,
      标题: title(local, 'work'),
      内容: paragraph(2, deed, local),
      对应问题: [id],
      责任单位: '党建工作办公室',
      时限: `2023-1${index % 3}-2${index}`,
      状态: '推进中',
    })),
  };
}

function items<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
