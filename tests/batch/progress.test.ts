import { expect, it } from 'vitest';
import { progressLine as describeProgress, drawProgress, duration } from '../../src/batch/show/progress.ts';

it('says how many are done, how fast, how long it will take and what failed', () => {
  expect(describeProgress('生成', { done: 300, total: 1200, failed: 2, seconds: 3 })).toBe(
    '生成 █████░░░░░░░░░░░░░░░ 300/1200 每秒 100 份 剩余 9秒 失败 2',
  );
});

it('speaks of minutes from a minute on', () => {
  expect([duration(0.2), duration(59), duration(61.5)]).toEqual(['1秒', '59秒', '1分2秒']);
});

it('draws over its own line and clears it', () => {
  let drawn = '';
  const progress = drawProgress('检查', 2, (text) => {
    drawn += text;
  });
  progress.advance(2, 0);
  progress.clear();
  const clear = '\u001b[K';
  expect(drawn.startsWith(`\r检查 ${'█'.repeat(20)} 2/2 `)).toBe(true);
  expect(drawn.endsWith(`${clear}\r${clear}`)).toBe(true);
});
