import type { Helper } from '../helper.ts';

/** {{numeral problems}} */
export const numeral: Helper = {
  name: 'numeral',
  summary: '清单有几条，写成汉字数字；数量前的 2 写“两”。',
  signature: '{{numeral 清单}}',
  takes: { args: ['list'], form: ['inline'], gives: 'markup' },
  example: { template: '以下{{numeral posts}}类', prints: '以下两类' },
  run: ([list]) => (Array.isArray(list) ? countInChinese(list.length) : ''),
};

/** 一 to 九十九 as officials count things: 两 for a lone 2; beyond that, digits. */
export function countInChinese(count: number): string {
  if (count === 2) return '两';
  if (count < 10) return NUMERALS[count] ?? '';
  if (count > 99) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens === 1 ? '' : NUMERALS[tens]}十${ones === 0 ? '' : NUMERALS[ones]}`;
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
