import { matchesIn } from '../matches.ts';
import type { Claim } from './claim.ts';
import { type FigurePassage, holdsOne, rangeOfFigure, written } from './reader.ts';

/** Values that cannot be: a share over 100 %, a farmer's income of half a million, 20211228日. */
export function readBounds(site: FigurePassage): Claim[] {
  const { passage } = site;
  const claims: Claim[] = [];
  if (!holdsOne(passage.text, BOUNDED_SIGNS)) return claims;
  for (const { quantity, role, ahead, clause } of site.figures) {
    if (quantity.unit === '%' && quantity.low > 100) {
      const name = BOUNDED.exec(ahead)?.[0];
      if (role === 'rate' && name !== undefined)
        claims.push(
          bound({ why: `${name}不可能超过100%`, isCertain: true }, rangeOfFigure(passage, quantity)),
        );
      else if (role === 'rate' && SELDOM_BEYOND.test(ahead))
        claims.push(
          bound({ why: '这样的比率很少超过100%', isCertain: false }, rangeOfFigure(passage, quantity)),
        );
      else if (role === 'share' && !/相当于|为|预算|计划|任务|目标|上年|去年|同期/.test(ahead))
        claims.push(
          bound({ why: '一部分不可能超过全部的100%', isCertain: true }, rangeOfFigure(passage, quantity)),
        );
    }
    if (
      quantity.unit === '元' &&
      quantity.value > HIGHEST_INCOME &&
      INCOME_PER_HEAD.test(clause.text) &&
      INCOME_PER_HEAD.test(ahead)
    )
      claims.push(
        bound(
          {
            why: `人均收入${written(passage, quantity)}，高得不合常理，可能少了小数点或者单位写错`,
            isCertain: false,
          },
          rangeOfFigure(passage, quantity),
        ),
      );
  }
  if (!passage.text.includes('日')) return claims;
  for (const { index, 0: text } of matchesIn(passage.text, RUN_TOGETHER)) {
    const place = { passage, start: index, end: index + text.length };
    claims.push(bound({ why: `“${text}”的年月日连在了一起`, isCertain: true }, place));
  }
  return claims;
}

/** Percentages, incomes a head, dates: what holds none of these has no bound. */
const BOUNDED_SIGNS = ['%', '％', '人均', '日'];

/** Rates of what is done, come or covered among all; a plan may be fulfilled by more than 100 %, these may not. */
const BOUNDED =
  /(?:退出|换届|整改|整改完成|完成整改|到会|出席|参会|满意|参选|投票|覆盖|办结|销号|化解|合格|优良|出勤|参学|参训|参评|(?<!毛)入学|升学|巩固|普及|参保|入户|知晓|贫困发生|安置|回收|当选|就业|达标|签约|建档|公开|录取|登记|受教育|接种|绿化|入住|到位|执行|准确|及格)率(?=(?:已|均|约)?(?:为|达到?|是|：)?$)/;

/** Rates that arrears of other years may lift beyond 100 %, and hardly anything else. */
const SELDOM_BEYOND =
  /(?:消除|收缴|追缴|清缴|清退|清收|确权|拨付|支付|兑付|认定|完好|供水|通水|成功|签订|履约|审结|执结|结案|调处|调解|录取|上线|采纳|一致|通过|支出|执行|配备|开工|完工)(?:率|进度)(?:已|均|约)?(?:为|达到?|是|：)?$/;

/** 元 a head and year: far above the highest of any county. */
const HIGHEST_INCOME = 200_000;
const INCOME_PER_HEAD = /人均(?:可支配|纯)?收入/;
const RUN_TOGETHER = /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])日/g;

function bound({ why, isCertain }: Pick<Claim, 'why' | 'isCertain'>, at: Claim['at']): Claim {
  return {
    kind: 'bound',
    rule: 'prose-impossible',
    at,
    operands: [],
    verdict: 'wrong',
    isCertain,
    reckoning: '',
    why,
    hint: '核对原始数字，补上漏掉的小数点、单位或年月。',
  };
}
