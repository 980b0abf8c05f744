import { nameBeforeBracket, type ProseFigure } from './figure.ts';
import { type FigurePassage, holdsOne } from './reader.ts';

export const AVERAGED = ['均', '每', '性别比'];

/** What an average divides by. */
export interface Per {
  /** The counting words of what it divides by. */
  readonly units: readonly string[];
  /** What that is called, where its counting word does not tell. */
  readonly noun: RegExp | undefined;
  /** What is divided, as far as the average says so: 床位数. */
  readonly what: string;
  /** Of a hundred, of a thousand; what it may be multiplied by, the likeliest first. */
  readonly factors: readonly number[];
  /** Not of what the text counts, but of a time: 日均. */
  readonly days: readonly number[] | undefined;
  /** 每亩90元 says a price; 平均 says that it was reckoned. */
  readonly isReckoned: boolean;
}

const AVERAGE =
  /(人次|[站组队园]|[人户村场期次件案亩日生校企店班座镇乡])均(?![衡等])([一-鿿]{0,12}?)(?:为|达到?|约|是)*$|(亩)产(?:量)?(?:为|达到?|约|是)*$|单产(?:为|达到?|约|是)*$/;
const PER_EACH =
  /(平均)?每一?(百|千|万)?(人次|[家户批件]次|平方公里|公里|公斤|斤|吨|人口|团队|网格|支部|[站组队馆厂园室校班]|[笔个名位支座处家户场期次件亩辆台人村天日株所间套批栋条项份头只羽])([一-鿿]{0,14}?)(?:为|达到?|约|是|有)*$/;
/** What is no quotient of figures that a report gives. */
const NO_QUOTIENT =
  /可支配|纯收入|寿命|生产总值|消费|年龄|受教育|预期|最低|最高|标准|不低于|不少于|至少|增长|递增/;
export const PER_PERSON_WORDS = ['人', '名', '位', '人次'];
const UNITS_OF: Readonly<Record<string, readonly string[]>> = {
  ...{
    人: PER_PERSON_WORDS,
    名: PER_PERSON_WORDS,
    位: PER_PERSON_WORDS,
    生: PER_PERSON_WORDS,
    人口: PER_PERSON_WORDS,
  },
  ...{
    村: ['个'],
    ...{ 镇: ['个'], 站: ['个'], 组: ['个'], 网格: ['个'], 支部: ['个'], 室: ['个', '间'] },
    ...{ 队: ['支', '个'], 团队: ['支', '个'], 馆: ['个', '座'], 厂: ['个', '家'], 园: ['个', '所'] },
    乡: ['个'],
    案: ['件'],
    场: ['场', '个'],
    校: ['所'],
    企: ['家'],
    店: ['家'],
    班: ['个'],
    次: ['次', '人次'],
  },
};
const NOUNS: Readonly<Record<string, RegExp>> = {
  ...{ 站: /站/, 组: /组/, 网格: /网格/, 支部: /支部/, 室: /室/, 队: /队/, 团队: /团队/ },
  ...{ 馆: /馆/, 厂: /厂/, 园: /园/ },
  ...{ 村: /村/, 镇: /镇|乡|街道/, 乡: /乡|镇/, 班: /班/, 人口: /人口/, 生: /学生|在校|在园/ },
};
/** 平均每个家庭户的人口. */
const HOUSEHOLD: Per = {
  ...{ units: ['户'], noun: /家庭户/, what: '家庭户人口', factors: [1], days: undefined, isReckoned: true },
};
const AVERAGE_SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };

/** What a figure is an average of; undefined for one that is none. */
export function perOf({ clauses }: FigurePassage, figure: ProseFigure): Per | undefined {
  const { quantity, role, clause, at } = figure;
  if (SEX_RATIO.test(clause.text + (clauses[at - 2]?.text ?? '')))
    return quantity.unit === '' &&
      quantity.value > 60 &&
      quantity.value !== 100 &&
      !/[:：∶]/.test(clause.before)
      ? {
          units: PER_PERSON_WORDS,
          noun: /女/,
          what: '男性',
          factors: [100],
          days: undefined,
          isReckoned: true,
        }
      : undefined;
  if (role !== 'level' && quantity.unit !== '') return undefined;
  if (quantity.isApproximate && !isToldFinely(figure)) return undefined;
  const ahead = /[）)]/.test(clause.before) ? nameBeforeBracket(clauses, at) + figure.ahead : figure.ahead;
  if (!holdsOne(ahead, AVERAGED) || (NO_QUOTIENT.test(ahead) && !isReckonedBy(clauses, figure)))
    return undefined;
  const average = AVERAGE.exec(ahead);
  if (average !== null) {
    const [, per = average[3] ?? '亩', what = ''] = average;
    const isOfMonth = ahead.charAt(average.index - 1) === '月';
    return perUnit({ per, what: isOfMonth ? `月${what}` : what, isReckoned: true, scale: 1 });
  }
  const [, reckoned, scale = '', each = '', rest = ''] = PER_EACH.exec(ahead) ?? [];
  if (each === '') return undefined;
  if (rest.startsWith('家庭户')) return HOUSEHOLD;
  return perUnit({
    per: each,
    what: rest,
    isReckoned: reckoned !== undefined || scale !== '' || each === '平方公里' || each === '人口',
    scale: AVERAGE_SCALES[scale] ?? 1,
  });
}

/** 约57.5万元: said with 约, and to three digits nevertheless. */
function isToldFinely({ ahead, quantity: { value, step } }: ProseFigure): boolean {
  return ahead.endsWith('约') && value / step >= 100;
}

/** 按年平均常住人口31.35万人计算，人均地区生产总值: the text says by what it was divided. */
function isReckonedBy(clauses: FigurePassage['clauses'], { ahead, at }: ProseFigure): boolean {
  return /生产总值$/.test(ahead) && /^按.*计算$/.test(clauses[at - 1]?.text.trim() ?? '');
}

const SEX_RATIO = /^(?!.*出生).*性别比/;

interface AverageUnit {
  readonly per: string;
  readonly what: string;
  readonly isReckoned: boolean;
  readonly scale: number;
}

function perUnit({ per, what, isReckoned, scale }: AverageUnit): Per {
  const isOfTime = per === '日' || per === '天';
  const noun = NOUNS[per] ?? (per === '个' || scale > 1 ? nounOf(what) : undefined);
  return {
    units: UNITS_OF[per] ?? [per],
    noun: per === '人' && scale > 1 ? /人口/ : noun,
    what,
    factors: what.startsWith('月') || what.includes('每月') ? [scale / 12, scale] : [scale],
    days: isOfTime ? [] : undefined,
    isReckoned,
  };
}

/** 每个项目投资: 项目. */
function nounOf(what: string): RegExp | undefined {
  return what.length < 2 ? undefined : new RegExp(what.slice(0, 2));
}
