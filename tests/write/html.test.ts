import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WRITERS } from '../../src/write/writers.ts';
import { documentOf, documents, PROPERTIES } from './sample-document.ts';

const pageOf = (markup: string, isDraft = false) =>
  new TextDecoder().decode(WRITERS.html(documentOf(markup, isDraft), PROPERTIES));

it('needs nothing else and runs no script, whatever the facts say', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const page = new TextDecoder().decode(WRITERS.html(document, PROPERTIES));
      expect(page).not.toMatch(/<script|<img|<link|<b>|\bon\w+="|https?:/i);
    }),
    { seed: 9704 },
  );
});

it('keeps the origin of figures and marks what is missing', () => {
  const page = pageOf(
    '<p><data value="members.total">300</data><data value="posts.0.vacant"><mark>【待补：空缺】</mark></data></p>',
    true,
  );
  expect(page).toContain('<span data-value="members.total">300</span>');
  expect(page).toContain('<mark data-value="posts.0.vacant">【待补：空缺】</mark>');
  expect(page).toContain('<div class="header">草稿</div>');
});

it('lays each attachment on a sheet of its own, turned where the attachment is', () => {
  const page = pageOf(
    '<p>文</p><section class="landscape"><title>台账</title><p>a</p></section><section><title>清单</title></section>',
  );
  expect(page.match(/<section class="[^"]*"/g)).toEqual([
    '<section class="sheet portrait"',
    '<section class="sheet landscape"',
  ]);
});

it('repeats header rows and keeps spans and alignment of tables', () => {
  const page = pageOf(
    '<table><tr><th colspan="2">甲</th></tr><tr><td rowspan="2">1</td><td align="right">2</td></tr><tr><td>3</td></tr></table>',
  );
  expect(page).toContain('<thead><tr><th colspan="2"');
  expect(page).toContain('<td rowspan="2" style="text-align:left">1</td><td style="text-align:right">2</td>');
});
