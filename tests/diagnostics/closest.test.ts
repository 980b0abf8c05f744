import { expect, it } from 'vitest';
import { closest } from '../../src/diagnostics/closest.ts';

it.each([
  ['党元', ['单位', '党员'], '党员'],
  ['tempalte', ['template', 'title'], 'template'],
  ['TITLE', ['template', 'title'], 'title'],
  ['self-reveiw', ['self-review', 'special-report'], 'self-review'],
  ['天气', ['单位', '党员'], undefined],
  ['', ['党员'], undefined],
])('takes %j for one of %j', (word, candidates, meant) => {
  expect(closest(word, candidates)).toBe(meant);
});
