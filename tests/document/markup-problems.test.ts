import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkup } from '../../src/document/read-markup.ts';
import { samples } from '../sample-size.ts';

const problems = (markup: string) => readMarkup(markup, { isDraft: false }).problems;

describe('problems in the markup', () => {
  it.each([
    ['<div>x</div>', 'div'],
    ['<p><em>x</em></p>', 'em'],
    ['<P>x</P>', 'P'],
    ['<p class="a">x</p>', 'p'],
    ['<p>a<h2>b</h2></p>', 'h2'],
    ['<h1><ol><li>a</li></ol></h1>', 'ol'],
    ['<p><data>3</data></p>', 'data'],
    ['<p><mark>3</mark></p>', 'mark'],
    ['<p><li>3</li></p>', 'li'],
    ['<title>a</title><title>b</title>', 'title'],
    ['<section><p>a</p></section>', 'section'],
    ['<section class="wide"><title>a</title></section>', 'section'],
    ['<table><tr><td colspan="0">a</td></tr></table>', 'td'],
    ['<table><col width="3cm"/><tr><td>a</td></tr></table>', 'col'],
    ['<table>文字<tr><td>a</td></tr></table>', 'table'],
    ['<p>a</p></p>', 'p'],
    ['<p><strong>a</p>', 'strong'],
    ['<p>a&nbsp;b</p>', '&nbsp;'],
    ['<p>a\u0001b</p>', ''],
    ['<p>&#1;</p>', ''],
    ['文字', ''],
    ['<p>a</p><data', 'data'],
    ['<p>a</p><data value="b', 'data'],
    ['<p>a</p></p', 'p'],
    ['<p><data value="&nbsp;">3</data></p>', '&nbsp;'],
    ['<script>alert(1)</script>', 'script'],
  ])('%j', (markup, tag) => {
    expect(problems(markup).map((problem) => problem.tag)).toEqual([tag]);
  });

  it('know their place in the markup', () => {
    const markup = '<p>一</p>\n<p>𬭎文<em>x</em></p>';
    expect(problems(markup).map(({ at }) => markup.slice(at))).toEqual(['em>x</em></p>']);
  });

  it('name no more of a tag than its first forty characters', () => {
    const [problem] = problems(`<p><${'x'.repeat(5000)}>y</p>`);
    expect(problem?.message.length).toBeLessThan(100);
  });

  it('never keep the rest from being read', () => {
    const { document } = readMarkup('<div><p>a</p>', { isDraft: false });
    expect(document.body).toEqual([]);
    expect(readMarkup('<p>乙<em>丙</em>丁</p>', { isDraft: false }).document.body).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: '乙丙丁' }] },
    ]);
  });
});

describe('readMarkup', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...'<p> </p> <h1> </h1> <table> <tr> <td> </td> <ol> <li> <data value="a"> </data> <mark> &# &amp; <![CDATA[ ]]> <!-- <section> <title> \n 中'.split(
        ' ',
      ),
    ),
  );

  it('reads any text at all', () => {
    const anything = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(anything, (markup) => {
        for (const { at } of problems(markup)) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(markup.length);
        }
      }),
      { seed: 9704, numRuns: samples(200) },
    );
  });

  it('stands any depth and any length of blanks', () => {
    expect(problems('<strong>'.repeat(50_000)).length).toBeGreaterThan(0);
    expect(problems(`<p>a${' '.repeat(200_000)}b\n${' '.repeat(200_000)}</p>`)).toEqual([]);
  });

  it('lets no escaped text change the structure', () => {
    const escapeText = (words: string) =>
      words.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`).replace(/\s+/g, ' ');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const { document, problems } = readMarkup(`<p>头${escapeText(words)}尾</p>`, { isDraft: false });
        expect(problems).toEqual([]);
        expect(document.body).toEqual([
          { type: 'paragraph', children: [{ type: 'text', text: `头${words.replace(/\s+/g, ' ')}尾` }] },
        ]);
      }),
      { seed: 9704 },
    );
  });
});
