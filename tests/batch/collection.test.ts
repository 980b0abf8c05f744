import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { batch, makeFolder, write } from './fixture.ts';
import { township } from './township.ts';

const PASSAGE =
  '组织力量深入各村各单位逐户走访党员群众，逐项核对台账资料，把查出来的问题列成清单，明确整改办法和完成时间，做到改一件销一件、成一件巩固一件，年底前逐村回访一遍。';

it('does not write a report that still names another unit of the batch', async () => {
  const folder = makeFolder({
    'facts/a.yaml': township('青禾县云溪镇', '青禾县石桥镇党委高度重视。'),
    'facts/b.yaml': township('青禾县石桥镇'),
  });
  for (const run of [await batch(folder), await batch(folder)]) {
    expect(run.out).toContain('失败 facts/a.yaml：这里写着另一个单位的名称“青禾县石桥镇”');
    expect(run.err).toContain('[foreign-name]');
    expect(run.status).toBe(1);
  }
  expect(existsSync(join(folder, 'out/a.docx'))).toBe(false);
  write(join(folder, 'facts/b.yaml'), township('青禾县白石镇'));
  const { out, status } = await batch(folder);
  expect(out).toContain('已生成 2');
  expect(status).toBe(0);
});

it('says what was copied, also when nothing changed since', async () => {
  const folder = makeFolder({
    'facts/a.yaml': township('青禾县云溪镇', PASSAGE),
    'facts/b.yaml': township('青禾县石桥镇', PASSAGE),
    'facts/c.yaml': township('青禾县平田镇'),
  });
  const runs = [await batch(folder), await batch(folder)];
  for (const { err, status } of runs) {
    expect(err.match(/\[copied-passage\]/g)).toHaveLength(2);
    expect(status).toBe(0);
  }
  expect(runs[1]?.out).toContain('未变 3');
  expect(runs[1]?.err).toBe(runs[0]?.err);
  write(join(folder, 'facts/b.yaml'), township('青禾县石桥镇'));
  expect((await batch(folder)).err).toBe('');
});
