import type { ProseFigure } from './figure.ts';

/** By a rate's name, what its numerator is called besides the name's own words. */
const ALSO_CALLED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/到会|出席|参会|出勤/, ['实到', '到会', '参会', '出席', '出勤']],
  [/参选|投票/, ['参选', '投票', '参加']],
  [/参学|参训|参评|参加|参与/, ['参学', '参训', '参评', '参加', '实到']],
  [/整改|完成|销号/, ['整改', '完成', '销号']],
  [/办结|办理|结案|审结|执结/, ['办结', '结案', '办理', '审结', '执结']],
  [/回收|收回/, ['收回', '回收']],
  [/满意/, ['满意']],
  [/覆盖/, ['覆盖']],
  [/贫困发生/, ['贫困']],
  [/空编|缺编/, ['空编', '缺编', '空缺']],
  [/满编|用编|编制使用|配备/, ['实有', '实配', '在编', '实际']],
];
const RATE_PREFIX = /^(?:.*[的，]|按.{1,8}?计算)?(?:全部|总体|综合|平均|总|实际|全[镇乡县市区省]|问题|任务)*/;

/** What a rate's numerator is called. */
export function stemsOf(name: string): readonly string[] {
  const stem = name.replace(RATE_PREFIX, '');
  const also = ALSO_CALLED.find(([words]) => words.test(stem))?.[1];
  return also ?? (stem.length >= 2 ? [stem.slice(-4), stem.slice(-2)] : []);
}

/** 完成整改42个, 实到104名; not 未完成3个, 应到120名. */
export function isDoneCount(
  figure: ProseFigure,
  stems: readonly string[],
  figures: readonly ProseFigure[],
): boolean {
  const { behind, index, clause } = figure;
  const before = figures[index - 1];
  const ahead = figure.ahead === '' && before?.clause === clause ? before.ahead : figure.ahead;
  const words = behind.includes('率') ? ahead : `${ahead}${behind}`;
  return stems.some((stem) => words.includes(stem)) && !NOT_DONE.test(words);
}

const NOT_DONE = /未|不|正在|应|需|待|拟|计划|反馈|中$|基本|比较|较/;

/** By a rate's name, what its denominator is called. */
const BASES: readonly (readonly [RegExp, RegExp])[] = [
  [/到期/, /到期|应于|限期/],
  [/整改|销号/, /反馈|指出|反映|查出|查摆|发现|排查|涉及|交办|[梳清]理/],
  [/满编|用编|编制使用|配备|空编|缺编/, /核定|编制总|编制数|应配/],
  [/到会|出席|参会|出勤|到课|到岗/, /应到|应出席|应参|应出勤/],
  [/有效票/, /收回|回收/],
  [/参选|投票/, /登记|选民/],
  [/回收|收回/, /发出|发放/],
  [/办结|结案|审结/, /受理|登记|收到|应办|承办|立案/],
  [/满意/, /参评|回访|测评|评价|评议|访问|调查|抽查|受访/],
  [/追缴|清缴|收缴|清收|征收/, /应征|应缴|应收|应追|违规|违纪|涉案|欠缴|拖欠/],
  [/参训|培训/, /应训|应参/],
  [/接种/, /应种|应接种/],
  [/合格|达标|优良/, /抽检|检测|检验|抽查|监测|测试|送检|实测|参加考核/],
  [/采纳/, /提出|收到|征集/],
  [/就业|升学/, /毕业/],
  [/上线|录取/, /参考|报考/],
  [/确权/, /应确权|资产/],
  [/化解|调处|调解/, /排查|受理|发生/],
];

/** Whether a count may be what a rate of some name is of. */
export function isRateBase(name: string, { ahead, lead = ahead, behind }: ProseFigure): boolean {
  const words = BASES.find(([rate]) => rate.test(name))?.[1];
  const own = lead + behind.slice(0, 8);
  if (words === undefined)
    return (
      DUE.test(lead) &&
      [...lead.slice(-2)].some((character) => character !== '应' && name.includes(character))
    );
  if (!words.test(own) || /[均每]/.test(lead)) return false;
  return /登记|应/.test(own) || !stemsOf(name).some((stem) => own.includes(stem));
}

/** 应训320人, 应测1656人. */
const DUE = /(?<![供对适相反])应[一-鿿]{1,4}$/;
