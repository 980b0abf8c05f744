import { describe, expect, it } from 'vitest';
import { readMarkup } from '../../src/document/read-markup.ts';
import type { Block } from '../../src/document/tree.ts';

const read = (markup: string) => readMarkup(markup, { isDraft: false });
const body = (markup: string): readonly Block[] => read(markup).document.body;
const text = (words: string) => ({ type: 'text', text: words });

describe('readMarkup', () => {
  it('reads every part of a report', () => {
    const { document, problems } = read(`
      <title>自查报告</title>
      <header><p>云溪镇党委</p><p>（2023年11月）</p></header>
      <address>县委巡察组</address>
      <p>正文</p>
      <section class="landscape"><title>台账</title><p>无</p></section>
      <section><title>清单</title></section>
      <footer><p>云溪镇党委</p><time>2023年11月6日</time></footer>`);
    expect(problems).toEqual([]);
    expect(document).toEqual({
      title: [text('自查报告')],
      subtitle: [[text('云溪镇党委')], [text('（2023年11月）')]],
      addressee: [text('县委巡察组')],
      body: [{ type: 'paragraph', children: [text('正文')] }],
      signature: { signatory: [text('云溪镇党委')], date: [text('2023年11月6日')] },
      attachments: [
        {
          title: [text('台账')],
          blocks: [{ type: 'paragraph', children: [text('无')] }],
          orientation: 'landscape',
        },
        { title: [text('清单')], blocks: [], orientation: 'portrait' },
      ],
      isDraft: false,
    });
  });

  it('keeps the origin of figures and the names of missing facts', () => {
    expect(
      body(
        '<p>党员<data value="members.total">0</data>名，女<data value="members.female"><mark>【待补：女党员】</mark></data>名</p>',
      ),
    ).toEqual([
      {
        type: 'paragraph',
        children: [
          text('党员'),
          { type: 'figure', path: 'members.total', text: '0' },
          text('名，女'),
          { type: 'pending', path: 'members.female', label: '女党员' },
          text('名'),
        ],
      },
    ]);
  });

  it('takes a heading at the head of a paragraph for a run-in heading', () => {
    expect(body('<p> <h2>抓好学习</h2> 坚持学。</p>')).toEqual([
      { type: 'paragraph', runIn: { level: 2, children: [text('抓好学习')] }, children: [text('坚持学。')] },
    ]);
  });

  it('tells a series inside a paragraph from one with a paragraph per item', () => {
    const items = [[text('甲')], [text('乙')]];
    expect(
      body('<p>做法：<ol><li>甲</li><li></li><li>乙</li></ol></p><ol><li>甲</li><li>乙</li></ol>'),
    ).toEqual([
      { type: 'paragraph', children: [text('做法：'), { type: 'series', items }] },
      { type: 'series', items },
    ]);
  });

  it.each([
    ['<p>党员\n  共三百名</p>', '党员共三百名'],
    ['<p>WPS\n  Office</p>', 'WPS Office'],
    ['<p>用WPS\n办公</p>', '用WPS办公'],
    ['<p>姓名\n𬭎</p>', '姓名𬭎'],
    ['<p>A  B</p>', 'A  B'],
    ['<p>　　缩进的 </p>', '缩进的'],
    ['<p>A &amp; B &lt;&#x4e2d;&gt;</p>', 'A & B <中>'],
  ])('reads white space and entities of %j', (markup, words) => {
    expect(body(markup)).toEqual([{ type: 'paragraph', children: [text(words)] }]);
  });

  it('joins lines across elements next to Chinese only', () => {
    const figure = { type: 'figure', path: 'a', text: '3' };
    expect(body('<p>共\n<data value="a">3</data>\n名</p>')).toEqual([
      { type: 'paragraph', children: [text('共'), figure, text('名')] },
    ]);
    expect(body('<p>No\n<data value="a">3</data>\nof</p>')).toEqual([
      { type: 'paragraph', children: [text('No '), figure, text(' of')] },
    ]);
  });

  it('drops what is empty', () => {
    expect(read('<title> </title><p></p><h1>\n</h1><table></table><ol></ol><footer></footer>')).toEqual({
      document: { title: [], subtitle: [], body: [], signature: {}, attachments: [], isDraft: false },
      problems: [],
    });
  });
});
