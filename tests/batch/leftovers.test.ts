import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { batch, makeFolder, write } from './fixture.ts';
import { township } from './township.ts';

const TWO = { 'facts/a.yaml': township('青禾县云溪镇'), 'facts/县/b.yaml': township('青禾县石桥镇') };

it('reports the output of facts that are gone, and removes it only with --prune', async () => {
  const folder = makeFolder(TWO);
  await batch(folder);
  rmSync(join(folder, 'facts/县/b.yaml'));
  const { out, status } = await batch(folder);
  expect(out).toContain('无来源 县/b.docx（事实文件已不存在，加 --prune 可以清理）');
  expect(status).toBe(0);
  expect((await batch(folder, { isPruning: true, isDryRun: true })).out).toContain('将清理 县/b.docx');
  expect(existsSync(join(folder, 'out/县/b.docx'))).toBe(true);
  expect((await batch(folder, { isPruning: true })).out).toContain('已清理 县/b.docx');
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.report', 'a.docx']);
  expect((await batch(folder)).out).not.toContain('县');
});

it('never removes what somebody changed, or what is not its own', async () => {
  const folder = makeFolder(TWO);
  await batch(folder);
  write(join(folder, 'out/县/b.docx'), 'mine');
  write(join(folder, 'out/other.docx'), 'mine too');
  rmSync(join(folder, 'facts/县/b.yaml'));
  expect((await batch(folder, { isPruning: true })).out).toContain(
    '已保留 facts/县/b.yaml（事实文件已不存在',
  );
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.report', 'a.docx', 'other.docx', '县']);
});

it('refuses folders that hold no facts, so that an unmounted disk prunes nothing', async () => {
  const folder = makeFolder(TWO);
  await batch(folder);
  rmSync(join(folder, 'facts'), { recursive: true });
  write(join(folder, 'facts/readme.txt'), '');
  await expect(batch(folder, { isPruning: true })).rejects.toThrow('没有找到事实文件');
});

it('leaves alone what another batch into the same folder made', async () => {
  const folder = makeFolder({ ...TWO, 'more/c.yaml': township('青禾县平田镇') });
  await batch(folder);
  const other = await batch(folder, { folders: [join(folder, 'more')], isPruning: true });
  expect(other.out).toBe(
    '已生成 more/c.yaml（新增）\n合计 1 个：已生成 1，未变 0，失败 0，已保留 0，已清理 0\n',
  );
  expect(existsSync(join(folder, 'out/a.docx'))).toBe(true);
});
