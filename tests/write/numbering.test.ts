import { describe, expect, it } from 'vitest';
import { toChineseNumeral } from '../../src/write/chinese-numeral.ts';
import { WRITERS } from '../../src/write/writers.ts';
import { documentOf, PROPERTIES } from './sample-document.ts';

function print(markup: string): readonly string[] {
  const bytes = WRITERS.txt(documentOf(markup), PROPERTIES);
  return new TextDecoder().decode(bytes).trimEnd().split('\n');
}

describe('numbers of headings', () => {
  it('count on under their parent and begin anew under the next', () => {
    const markup =
      '<h1>甲</h1><h2>a</h2><h3>x</h3><h4>y</h4><h4>w</h4><h3>z</h3><h2>b</h2><h1>乙</h1><h2>c</h2><h2>d</h2>';
    const numbered = [
      '一、甲',
      '（一）a',
      '1.x',
      '（1）y',
      '（2）w',
      '2.z',
      '（二）b',
      '二、乙',
      '（一）c',
      '（二）d',
    ];
    expect(print(markup)).toEqual(numbered);
  });

  it('are left out below level 1 where a heading is alone under its parent', () => {
    expect(print('<h1>甲</h1><h2>a</h2><h1>乙</h1><h2>b</h2><h3>x</h3><h2>c</h2>')).toEqual([
      '一、甲',
      'a',
      '二、乙',
      '（一）b',
      'x',
      '（二）c',
    ]);
  });

  it('count headings alone and run-in headings together', () => {
    expect(print('<h2>甲</h2><p><h2>乙</h2>文。</p><h2>丙</h2>')).toEqual([
      '（一）甲',
      '（二）乙。文。',
      '（三）丙',
    ]);
  });

  it('begin anew in an attachment', () => {
    expect(print('<h1>甲</h1><section><title>表</title><h1>乙</h1></section>')).toEqual([
      '一、甲',
      '附件：表',
      '附件',
      '表',
      '一、乙',
    ]);
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1001, '一千零一'],
  ])('write %i as %s', (count, words) => {
    expect(toChineseNumeral(count)).toBe(words);
  });
});

describe('closing marks', () => {
  it.each([
    ['<h1>甲。</h1>', '一、甲'],
    ['<h1>怎么看？</h1>', '一、怎么看？'],
    ['<p><h2>甲</h2>文。</p>', '甲。文。'],
    ['<p><h2>甲。</h2>文。</p>', '甲。文。'],
    ['<p><h2>怎么办？</h2>文。</p>', '怎么办？文。'],
    ['<p><h2>做到“三个到位。”</h2>文。</p>', '做到“三个到位。”文。'],
    ['<address>县委：</address>', '县委：'],
    ['<address>县委</address>', '县委：'],
    ['<title>报告。</title>', '报告'],
  ])('of %j', (markup, line) => {
    expect(print(markup)).toEqual([line]);
  });

  it('follow a figure without becoming part of it', () => {
    const page = WRITERS.html(documentOf('<p><h2>共<data value="a">3</data></h2>文。</p>'), PROPERTIES);
    expect(new TextDecoder().decode(page)).toContain('<span data-value="a">3</span>。');
  });
});

describe('series', () => {
  it.each([
    ['<p>做法：<ol><li>甲</li><li>乙。</li></ol></p>', ['做法：一是甲；二是乙。']],
    ['<p>做法：<ol><li>甲。还有</li><li>乙</li></ol></p>', ['做法：一是甲。还有。二是乙。']],
    ['<p>做法：<ol><li>甲；</li></ol></p>', ['做法：甲。']],
    ['<p><ol><li>一是甲</li><li>乙</li></ol>后文。</p>', ['一是甲；二是乙。后文。']],
    ['<ol><li>甲</li><li>乙</li></ol>', ['一是甲。', '二是乙。']],
    ['<ol><li>甲</li></ol>', ['甲。']],
  ])('%j', (markup, lines) => {
    expect(print(markup)).toEqual(lines);
  });
});

describe('captions', () => {
  const table = (caption: string) => `<table><caption>${caption}</caption><tr><td>1</td></tr></table>`;

  it('stand over two tables and more, not over one', () => {
    expect(print(table('甲'))).toEqual(['1']);
    expect(print(table('甲') + table('乙。'))).toEqual(['表1  甲', '1', '表2  乙', '1']);
  });
});

describe('what is too much for one paragraph', () => {
  it('of a text in several paragraphs becomes several', () => {
    expect(print('<p><h2>甲</h2>文。<br/>又。</p><p>前。<br/> 后。</p>')).toEqual([
      '甲。文。',
      '又。',
      '前。',
      '后。',
    ]);
  });

  it('of a series begins a paragraph with each item, once one of them has several', () => {
    expect(print('<p>原因是，<ol><li>甲。<br/>乙</li><li>丙</li></ol></p>')).toEqual([
      '原因是，一是甲。',
      '乙。',
      '二是丙。',
    ]);
    expect(print('<ol><li>甲。<br/>乙</li><li>丙</li></ol>')).toEqual(['一是甲。', '乙。', '二是丙。']);
    expect(print('<p><ol><li>甲<br/>乙</li></ol></p>')).toEqual(['甲', '乙。']);
  });

  it('of a series whose items are series themselves is numbered by another kind of number', () => {
    const items = '<ol><li>制度缺失。一是不全；二是不新</li><li>责任不实</li></ol>';
    const lines = ['第一，制度缺失。一是不全；二是不新。', '第二，责任不实。'];
    expect(print(`<p>不足有：${items}</p>`)).toEqual([`不足有：${lines[0]}`, lines[1]]);
    expect(print(items)).toEqual(lines);
  });

  it('of a series that is spread over paragraphs stands below the sentence ahead of it, and goes on a clause', () => {
    const items = '<ol><li>学用结合不紧。一是甲；二是乙</li><li>后备不足</li></ol>';
    const lines = ['第一，学用结合不紧。一是甲；二是乙。', '第二，后备不足。'];
    expect(print(`<p>还有差距。${items}</p>`)).toEqual(['还有差距。', ...lines]);
    expect(print(`<p>究其原因，${items}</p>`)).toEqual([`究其原因，${lines[0]}`, lines[1]]);
    expect(print('<p>还有差距。<ol><li>甲。<br/>乙</li></ol></p>')).toEqual(['还有差距。甲。', '乙。']);
  });

  it('goes on in a cell of a table', () => {
    expect(print('<table><tr><th>项</th></tr><tr><td>甲。<br/>乙。</td></tr></table>')).toEqual([
      '项',
      '甲。乙。',
    ]);
  });
});
