import type { Chance } from './chance.ts';

const FIRST = '青云石柳松竹梅兰平安永长金银玉翠碧白清明高远新凤龙鹤鹿雁溪泉'.split('');
const SECOND = '溪河湖泉山岭岗坡坪川湾滩源塘桥林峰谷阳安丰和宁康兴荣泽润'.split('');
const THIRD = '东西南北上下前后中大'.split('');
const KINDS = ['乡', '镇', '镇', '镇', '街道'] as const;

/** The place of one of many units: its county and itself, never the same twice. */
export interface Place {
  readonly county: string;
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  /** Where its facts file lies under the folder, without the ending. */
  readonly path: string;
}

/** Some fourteen townships make a county, as in life. */
const PER_COUNTY = 14;

export function placeOf(index: number): Place {
  const countyIndex = Math.floor(index / PER_COUNTY);
  const county = `${nameOf(countyIndex)}县`;
  const kind = KINDS[index % KINDS.length] ?? '镇';
  const name = `${nameOf(index * 7 + 3)}${kind}`;
  return { county, name, kind, path: `${pad(countyIndex)}${county}/${pad(index)}${name}` };
}

/** Villages of a unit, all different. */
export function villages(chance: Chance, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(`${chance.one(FIRST)}${chance.one(SECOND)}村`);
  return [...names];
}

function nameOf(index: number): string {
  const first = FIRST[index % FIRST.length] ?? '';
  const second = SECOND[Math.floor(index / FIRST.length) % SECOND.length] ?? '';
  const rest = Math.floor(index / FIRST.length / SECOND.length);
  return rest === 0 ? first + second : (THIRD[rest % THIRD.length] ?? '') + first + second + nameTail(rest);
}

function nameTail(rest: number): string {
  const tail = Math.floor(rest / THIRD.length);
  return tail === 0 ? '' : nameOf(tail);
}

function pad(index: number): string {
  return String(index).padStart(5, '0');
}
