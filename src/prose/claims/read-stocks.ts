import type { Clause } from '../clauses.ts';
import type { Quantity } from '../quantities.ts';
import type { Claim } from './claim.ts';
import { type Figure, isCount, isSameUnit } from './figure.ts';
import { difference, overlap, plainNumber, sumOf } from './interval.ts';
import { holdsOne, operand, placeOf, type Site, written } from './reader.ts';

/** What is left of what there was: posts (核定20名，实有18名，空缺2名) and flows (上年结转30件，新收150件，办结152件，结转28件). */
export function readStocks(site: Site): Claim[] {
  const { text } = site.passage;
  const isOfPosts = holdsOne(text, VACANT_WORDS);
  const isOfFlows = holdsOne(text, CLOSING_WORDS);
  if (!isOfPosts && !isOfFlows) return NONE;
  return [...(isOfPosts ? vacancies(site) : []), ...(isOfFlows ? flows(site) : [])];
}

const NONE: Claim[] = [];
const VACANT_WORDS = ['空缺', '缺配', '缺编', '空编'];
const CLOSING_WORDS = ['结转', '结存', '期末', '结余', '未结'];
const AUTHORIZED = /核定|编制|职数|应配/;
const ACTUAL = /实有|实配|实际/;
const VACANT = /空缺|缺配|缺编|空编/;

/** Three clauses that follow one another. */
function vacancies({ passage, clauses }: Site): Claim[] {
  return clauses.flatMap((clause, index): Claim[] => {
    const [authorized, actual, vacant] = [AUTHORIZED, ACTUAL, VACANT].map((word, step) =>
      countIn(clauses[index + step], clause, word),
    );
    if (authorized === undefined || actual === undefined || vacant === undefined) return [];
    const left = difference(authorized, actual);
    const holds = overlap(left, vacant);
    const due = authorized.value - actual.value;
    return [
      {
        kind: 'stock-flow',
        rule: 'prose-sum',
        at: placeOf(passage, vacant),
        operands: [operand('核定数', passage, authorized), operand('实有数', passage, actual)],
        verdict: holds ? 'holds' : 'wrong',
        isCertain: true,
        reckoning: `${authorized.value}－${actual.value}＝${due}`,
        why: holds ? '' : `核定${authorized.value}名、实有${actual.value}名，空缺应为${due}名`,
        hint: '空缺 = 核定 - 实有；实有多于核定的写明超编。',
      },
    ];
  });
}

function countIn(clause: Clause | undefined, first: Clause, word: RegExp): Quantity | undefined {
  if (clause?.sentence !== first.sentence || !word.test(clause.text)) return undefined;
  const [only, second] = clause.quantities;
  return second === undefined && only?.isApproximate === false ? only : undefined;
}

const OPENING = /^(?:上[年期月]|去年|期初|年初|年初?原有|上年末)?(?:结转|结余|遗留|未结|期初|年初|原有)/;
const CLOSING = /^(?:年末|期末|年底|期底|尚余|剩余|累计)?(?:结转(?:下[年期])?|结存|期末|未结|结余)/;
const INFLOW = /^(?:本[年期]|今年|当年|全年)?(?:新收|新增|收到|受理|新受理|收入|转入|接收|新立)/;
const OUTFLOW = /^(?:本[年期]|今年|当年|全年|已)?(?:办理|办结|审结|结案|处理|完成|支出|转出|退出|销号|了结)/;

/** In one sentence: what was there, what came, what went, what is left; nothing else that counts the same. */
function flows(site: Site): Claim[] {
  const claims: Claim[] = [];
  let terms: Flow[] = [];
  for (const figure of site.figures) {
    if (!isCount(figure.quantity.unit)) continue;
    const [first] = terms;
    const isSame =
      first !== undefined &&
      first.figure.clause.sentence === figure.clause.sentence &&
      isSameUnit(first.figure.quantity.unit, figure.quantity.unit);
    if (first === undefined || !isSame) {
      terms = OPENING.test(figure.ahead) ? [{ figure, times: 1 }] : [];
      continue;
    }
    if (CLOSING.test(figure.ahead) && terms.length > 2) {
      claims.push(judgeFlow(site, terms, figure));
      terms = [];
      continue;
    }
    const times = INFLOW.test(figure.ahead) ? 1 : OUTFLOW.test(figure.ahead) ? -1 : undefined;
    terms = times === undefined ? [] : [...terms, { figure, times }];
  }
  return claims;
}

interface Flow {
  readonly figure: Figure;
  readonly times: 1 | -1;
}

function judgeFlow({ passage }: Site, terms: readonly Flow[], closing: Figure): Claim {
  const left = sumOf(
    terms.map(({ figure: { quantity }, times }) => ({ low: quantity.low, high: quantity.high, times })),
  );
  const all = [closing, ...terms.map(({ figure }) => figure)];
  const isAbout = all.some(({ quantity }) => quantity.isApproximate);
  const holds = overlap(left, closing.quantity);
  const due = plainNumber((left.low + left.high) / 2);
  const shown = terms.map(({ figure: { quantity }, times }, index) => {
    const sign = times < 0 ? '－' : index === 0 ? '' : '＋';
    return `${sign}${plainNumber(quantity.value)}`;
  });
  return {
    kind: 'stock-flow',
    rule: 'prose-sum',
    at: placeOf(passage, closing.quantity),
    operands: terms.map(({ figure }) => operand(figure.ahead, passage, figure.quantity)),
    verdict: isAbout ? 'unjudged' : holds ? 'holds' : 'wrong',
    isCertain: true,
    reckoning: `${shown.join('')}＝${due}`,
    why: isAbout
      ? '有约数'
      : holds
        ? ''
        : `上期结转加本期新增、减去本期办结，应结转${due}${closing.quantity.unit}，写的是${written(passage, closing.quantity)}`,
    hint: '上期末 + 本期增加 - 本期减少 = 本期末；四个数一起核对。',
  };
}
