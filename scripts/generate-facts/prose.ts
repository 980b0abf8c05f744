import type { Chance } from './chance.ts';

/** What the sentences of a unit are made with. */
export interface Local {
  readonly chance: Chance;
  readonly villages: readonly string[];
  /** The headings that were given already. */
  readonly titles: Set<string>;
}

const WHEN = [
  '今年一季度',
  '年初以来',
  '进入汛期后',
  '换届以后',
  '秋收前后',
  '上半年',
  '第三季度',
  '近几个月',
];
const WHO = ['镇村干部', '包村组', '驻村工作队', '党建办', '组织委员', '支部书记', '网格员', '机关干部'];
const DID = ['走访党员', '核对台账', '梳理诉求', '调解纠纷', '清点资产', '查看阵地', '听取意见', '整理档案'];
const GOAL = [
  '把情况摸清',
  '把底数核准',
  '把责任压实',
  '把短板补上',
  '把规矩立住',
  '把队伍带好',
  '把效果看准',
];
const THING = [
  '会议记录',
  '党费台账',
  '发展党员材料',
  '集体资产合同',
  '值班安排',
  '公示栏',
  '培训计划',
  '考核档案',
];
const LACK = [
  '记得不全',
  '更新不及时',
  '标准不统一',
  '签字不完整',
  '没有专人管理',
  '与实际对不上',
  '归档偏晚',
];
const WHY = ['人手偏紧', '分工不细', '业务不熟', '督促不够', '重视不够', '办法不多', '交接不清'];

/** A sentence of about sixty characters in which figures and villages stand close enough that no two units share a long passage. */
export function deed({ chance, villages }: Local): string {
  const [first, second] = [chance.one(villages), chance.one(villages)];
  const people = chance.between(3, 97);
  const times = chance.between(2, 60);
  return chance.one([
    `${chance.one(WHEN)}，${chance.one(WHO)}到${first}和${second}${chance.one(DID)}${people}户，${chance.one(DID)}${times}次，${chance.one(GOAL)}`,
    `${chance.one(WHO)}在${first}开现场会${times}次，${people}人参加，会后${chance.one(DID)}，${chance.one(GOAL)}`,
    `以${first}为试点${chance.one(DID)}，${people}天内办结${times}件，再推到${second}等地，${chance.one(GOAL)}`,
  ]);
}

export function fault({ chance, villages }: Local): string {
  const count = chance.between(2, 29);
  return chance.one([
    `抽查${chance.one(villages)}等处的${chance.one(THING)}${chance.between(30, 90)}份，有${count}份${chance.one(LACK)}`,
    `${chance.one(villages)}的${chance.one(THING)}${chance.one(LACK)}，${chance.one(WHEN)}催办${count}次才补齐`,
    `${chance.one(villages)}、${chance.one(villages)}的${chance.one(THING)}有${count}处${chance.one(LACK)}`,
  ]);
}

export function cause({ chance, villages }: Local): string {
  return `${chance.one(villages)}等地${chance.one(WHY)}，${chance.between(2, 9)}名经办人兼着${chance.between(2, 9)}项工作，${chance.one(WHY)}`;
}

/** Sentences joined to a paragraph. */
export function paragraph(count: number, make: (local: Local) => string, local: Local): string {
  return Array.from({ length: count }, () => `${make(local)}。`).join('');
}

/** A heading that this unit does not have yet. */
export function title(local: Local, kind: 'work' | 'problem' | 'cause'): string {
  for (;;) {
    const made = makeTitle(local, kind);
    if (local.titles.has(made)) continue;
    local.titles.add(made);
    return made;
  }
}

function makeTitle({ chance }: Local, kind: 'work' | 'problem' | 'cause'): string {
  if (kind === 'work') return `${chance.one(DID)}，${chance.one(GOAL)}`;
  return kind === 'problem' ? `${chance.one(THING)}${chance.one(LACK)}` : chance.one(WHY);
}
