import { matchesIn } from '../matches.ts';
import type { Claim } from './claim.ts';
import { plainNumber } from './interval.ts';
import { type FigurePassage, holdsOne } from './reader.ts';

/** How far a slip may lead from 100: shares of overlapping groups lie further off. */
const NEAR_WHOLE = 5;

/** Shares of one whole in a row: 分别占44%、30%、26%; 三次产业比例为20.1:35.2:44.7. They make 100. */
export function readShareLists({ passage }: FigurePassage): Claim[] {
  const { text } = passage;
  const lists = text.includes('分别') ? matchesIn(text, LIST) : [];
  const ratios = holdsOne(text, ['∶', ':', '：'])
    ? [...matchesIn(text, SHARE_LIST), ...matchesIn(text, ADJUSTED_LIST)]
    : [];
  if (lists.length === 0 && ratios.length === 0) return NO_SHARE_LISTS;
  return [...lists, ...ratios].map((match): Claim => {
    const list = match[1] ?? '';
    const numbers = list.match(LISTED_SHARE) ?? [];
    const decimals = Math.max(...numbers.map((number) => (number.split('.')[1] ?? '').length));
    const sum = Number(numbers.reduce((all, number) => all + Number(number), 0).toFixed(decimals));
    const tolerance = (numbers.length * 10 ** -decimals) / 2 + 1e-9;
    const distance = Math.abs(sum - 100);
    const end = match.index + match[0].length;
    const verdict = distance <= tolerance ? 'holds' : distance > NEAR_WHOLE ? 'unjudged' : 'wrong';
    return {
      kind: 'share-list',
      rule: 'prose-sum',
      at: { passage, start: end - list.length, end },
      operands: [],
      verdict,
      isCertain: true,
      reckoning: `合计${plainNumber(sum)}%`,
      why:
        verdict === 'holds'
          ? ''
          : verdict === 'wrong'
            ? `各部分的比例加起来是${plainNumber(sum)}%，不是100%`
            : '各部分可能有交叉',
      hint: '核对各部分的比例；四舍五入的误差已经考虑在内。',
    };
  });
}

const LIST =
  /分别(?:约?占(?:比|总数的)?|为|是)(\d{1,3}(?:\.\d{1,4})?[%％](?:[、，和及]\d{1,3}(?:\.\d{1,4})?[%％]){2,30})/g;
const NO_SHARE_LISTS: Claim[] = [];
const SHARE_LIST =
  /(?:结构|比例|比重|比)[^，。；\d]{0,12}?(?:由|为|从|是|达到)[^，。；\d]{0,8}?(\d{1,2}(?:\.\d{1,2})?[∶:：]\d{1,2}(?:\.\d{1,2})?[∶:：]\d{1,2}(?:\.\d{1,2})?)(?![\d∶:：])/g;
/** 由18.2∶34.6∶47.2调整为17.6∶35.1∶47.3: the one after. */
const ADJUSTED_LIST =
  /(?:调整|优化|转变|演变|变|提升)[为到至](\d{1,2}(?:\.\d{1,2})?[∶:：]\d{1,2}(?:\.\d{1,2})?[∶:：]\d{1,2}(?:\.\d{1,2})?)(?![\d∶:：])/g;
const LISTED_SHARE = /\d+(?:\.\d+)?/g;
