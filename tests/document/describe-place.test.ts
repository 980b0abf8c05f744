import { describe, expect, it } from 'vitest';
import { describePosition } from '../../src/document/describe-place.ts';
import { readFinishedText } from '../../src/document/read-finished-text.ts';

const DOCUMENT = readFinishedText(
  '总结.txt',
  [
    '云溪镇工作总结', // 1
    '县委组织部：',
    '现将有关情况汇报如下，请审阅。',
    '一、党建工作',
    '（一）主要做法', // 5
    '全镇共有党员300名,其中女党员62名。',
    '',
    '第二段。',
    '二、经济工作',
    '（一）主要做法', // 10
    '村集体收入全部超过10万元,增长较快。',
    '三、认真学习贯彻关于加强基层治理体系和治理能力现代化建设的意见',
    '（一）学习不够。个别同志学习，不深入。',
    '青禾县云溪镇委员会',
    '2024年11月8日', // 15
  ].join('\n'),
);

describe('the place in a finished document', () => {
  it.each([
    [1, 1, '总标题：“云溪镇工作总结”'],
    [2, 6, '称谓：“县委组织部：”'],
    [3, 1, '开头第1段：“现将有关情况汇报如下…”'],
    [4, 2, '标题“一、党建工作”'],
    [6, 11, '“一、党建工作”“（一）主要做法”第1段：“…共有党员300名,其中女党员62名…”'],
    [8, 1, '“一、党建工作”“（一）主要做法”第2段：“第二段。”'],
    [11, 13, '“二、经济工作”“（一）主要做法”第1段：“…入全部超过10万元,增长较快…”'],
    [12, 1, '标题“三、认真学习贯彻关于加强基层治理体系和治理能力现…”：“三、认真学习贯彻关于…”'],
    [13, 9, '“三、认真学习贯彻关于加强基层治理体系和治理能力现…”第1段：“…个别同志学习…”'],
    [14, 1, '文末：“青禾县云溪镇委员会”'],
  ])('line %i, column %i is %s', (line, column, said) => {
    expect(describePosition(DOCUMENT, { line, column })).toBe(said);
  });

  it('counts from the start where no heading is', () => {
    const plain = readFinishedText('a.txt', '总结\n第一段，\n第二段，没有标题。');
    expect(describePosition(plain, { line: 3, column: 5 })).toBe('正文第2段：“…没有标题…”');
  });

  it('says nothing of a paragraph that is not there', () => {
    expect(describePosition(DOCUMENT, { line: 7, column: 1 })).toBe('');
    expect(describePosition(DOCUMENT, { line: 99, column: 1 })).toBe('');
  });

  it.each([1, 3, 19, 400])('never quotes more than a glance takes in, at column %i', (column) => {
    const long = readFinishedText('a.txt', `一、标题\n${'𠮷'.repeat(200)}`);
    const [, quoted = ''] = /“([^”]*)”$/.exec(describePosition(long, { line: 2, column })) ?? [];
    expect([...quoted].length).toBeGreaterThan(0);
    expect([...quoted].length).toBeLessThanOrEqual(20);
  });
});
