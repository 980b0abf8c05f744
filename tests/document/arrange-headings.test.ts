import { expect, it } from 'vitest';
import { arrangeHeadings } from '../../src/document/arrange-headings.ts';
import { readMarkup } from '../../src/document/read-markup.ts';

const documentOf = (markup: string) => readMarkup(markup, { isDraft: false }).document;

it('lets headings of a level stand alone, or open their paragraph', () => {
  const runIn = documentOf('<h1>甲</h1><p><h2>乙</h2>丙。</p><p><h3>丁</h3>戊。</p>');
  const alone = documentOf('<h1>甲</h1><h2>乙</h2><p>丙。</p><p><h3>丁</h3>戊。</p>');
  expect(arrangeHeadings(runIn, 2, 'alone')).toEqual(alone);
  expect(arrangeHeadings(alone, 2, 'run-in')).toEqual(runIn);
});

it('leaves a heading alone that no paragraph follows', () => {
  const document = documentOf('<h2>甲</h2><h2>乙</h2><ol><li>丙</li></ol>');
  expect(arrangeHeadings(document, 2, 'run-in')).toEqual(document);
});
