import { matchesIn } from './matches.ts';
/** Shares that a text gives of one whole: 分别占44%、30%、26%. */
export interface ShareList {
  readonly start: number;
  readonly end: number;
  /** In per cent. */
  readonly sum: number;
  /** How far from 100 rounding alone may lead. */
  readonly tolerance: number;
}

/** Lists of three shares and more behind 分别占 and the like. */
export function shareLists(text: string): ShareList[] {
  if (!text.includes('分别')) return [];
  return matchesIn(text, LIST).map((match) => {
    const list = match[1] ?? '';
    const numbers = list.match(NUMBER) ?? [];
    const decimals = Math.max(...numbers.map((number) => (number.split('.')[1] ?? '').length));
    const end = match.index + match[0].length;
    return {
      start: end - list.length,
      end,
      sum: Number(numbers.reduce((all, number) => all + Number(number), 0).toFixed(decimals)),
      tolerance: (numbers.length * 10 ** -decimals) / 2 + 1e-9,
    };
  });
}

const LIST =
  /分别(?:约?占(?:比|总数的)?|为|是)(\d{1,3}(?:\.\d{1,4})?[%％](?:[、，和及]\d{1,3}(?:\.\d{1,4})?[%％]){2,30})/g;
const NUMBER = /\d+(?:\.\d+)?/g;
