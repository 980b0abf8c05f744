import { describe, expect, it } from 'vitest';
import { ownNumber } from '../../src/facts/own-number.ts';

describe('the number that a clerk set', () => {
  it.each([
    ['一、抓学习', '一、'],
    ['（二）抓培训', '（二）'],
    ['(3)、抓考核', '(3)、'],
    ['3.抓考核', '3.'],
    ['3、 抓考核', '3、 '],
    ['（1）抓甲', '（1）'],
    ['①抓甲', '①'],
    ['一是抓甲', '一是'],
    ['一是三个村党支部结对', '一是'],
    ['第一，抓甲', '第一，'],
    ['三.抓考核', '三.'],
  ])('is found: %s', (text, mark) => {
    expect(ownNumber(text, 4)).toBe(mark);
  });

  it.each([
    '一、二线干部管理',
    '五、百、千工程',
    '3.5万元扶持资金',
    '一是一，二是二',
    '一是抓学习；二是抓落实。',
    '1.抓学习；2.抓落实',
    '七一、国庆前后走访',
    '十一、中秋值班',
    '第一书记到岗',
    '三会一课制度',
    '12345热线办理',
    '一、',
  ])('is not seen in %s', (text) => {
    expect(ownNumber(text, 4)).toBe('');
  });
});
