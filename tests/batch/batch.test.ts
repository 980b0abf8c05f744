import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batch, makeFolder, read, write } from './fixture.ts';
import { contradictoryTownship, township } from './township.ts';

const MIXED = {
  'facts/a.yaml': township('青禾县云溪镇'),
  'facts/b.yaml': contradictoryTownship('青禾县石桥镇'),
  'facts/c.yaml': '单位: [',
  'facts/d/e.yaml': `${township('青禾县平田镇')}培训: {期数: 待补}\n`,
};

it('does not let one unit stop the others', async () => {
  const folder = makeFolder(MIXED);
  const { out, err, status } = await batch(folder);
  expect(out).toContain('已生成 1，未变 0，失败 3');
  expect(err).toContain('facts/b.yaml:');
  expect(err).toContain('facts/c.yaml:');
  expect(status).toBe(1);
  expect(readdirSync(join(folder, 'out'))).toEqual(['.report', 'a.docx']);
});

it('stops at the first failure under --fail-fast, and goes on from there the next time', async () => {
  const folder = makeFolder(MIXED);
  const { out, status } = await batch(folder, { isFailFast: true });
  expect(out).toContain('失败 1');
  expect(out).toMatch(/未处理 [12]/);
  expect(status).toBe(1);
  expect((await batch(folder)).out).toContain('失败 3');
});

it('says in a dry run what would happen and why, and writes nothing', async () => {
  const folder = makeFolder(MIXED);
  const { out, status } = await batch(folder, { isDryRun: true });
  expect(out).toContain('将生成 facts/a.yaml（新增）');
  expect(out).toContain('失败 facts/b.yaml：');
  expect(status).toBe(1);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

it('builds drafts of what is incomplete, and lists what is open', async () => {
  const folder = makeFolder(MIXED);
  const summary = join(folder, 'summary.json');
  await batch(folder, { isDraft: true, summaryFile: summary });
  const { units } = JSON.parse(read(summary).toString());
  expect(units.map(({ status }: { status: string }) => status)).toEqual([
    'built',
    'built',
    'failed',
    'built',
  ]);
});

it('uses the template of each unit, and rebuilds what uses one that changed', async () => {
  const folder = makeFolder({
    'facts/a.yaml': township('青禾县云溪镇').replace('日期:', '模板: own, 日期:'),
    'facts/b.yaml': township('青禾县石桥镇'),
    'facts/templates/own/template.yaml': 'name: 本县\nabout: 本县自用\ntitle: 自查报告\n',
    'facts/templates/own/report.hbs': '<title>自查报告</title><p>第一稿。</p>',
  });
  const first = await batch(folder);
  expect(first.err).toBe('');
  expect(first.out).toContain('已生成 2');
  write(join(folder, 'facts/templates/own/report.hbs'), '<title>自查报告</title><p>第二稿。</p>');
  const { out } = await batch(folder);
  expect(out).toContain('已生成 facts/a.yaml（模板有变动）');
  expect(out).toContain('未变 facts/b.yaml');
});

describe('outputs', () => {
  it('that two facts files share are written for neither', async () => {
    const folder = makeFolder({
      'facts/a.yaml': township('青禾县云溪镇'),
      'facts/a.yml': township('青禾县石桥镇'),
      'facts/b.yaml': township('青禾县平田镇'),
    });
    const { out, err, status } = await batch(folder);
    expect(out).toContain('已生成 1，未变 0，失败 2');
    expect(err.match(/\[duplicate-output\]/g)).toHaveLength(2);
    expect(status).toBe(1);
    expect(readdirSync(join(folder, 'out'))).toEqual(['.report', 'b.docx']);
    const stopped = await batch(folder, { isFailFast: true, isForced: true });
    expect(stopped.out).toContain('已生成 0，未变 0，失败 2');
    expect(stopped.out).toContain('未处理 1');
  });

  it('are never written through a link', async () => {
    const folder = makeFolder({
      'facts/a.yaml': township('青禾县云溪镇'),
      'out/x': '',
      'secret.docx': 'kept',
    });
    symlinkSync(join(folder, 'secret.docx'), join(folder, 'out/a.docx'));
    const { out, status } = await batch(folder);
    expect(out).toContain('它是一个符号链接');
    expect(status).toBe(2);
    expect(read(join(folder, 'secret.docx')).toString()).toBe('kept');
  });
});

it('counts a file that two overlapping folders hold once', async () => {
  const folder = makeFolder({
    'facts/a.yaml': township('青禾县云溪镇'),
    'facts/d/e.yaml': township('青禾县石桥镇'),
  });
  const folders = [join(folder, 'facts'), join(folder, 'facts/d'), join(folder, 'facts')];
  expect((await batch(folder, { folders })).out).toContain('合计 2 个：已生成 2');
});

it.each([
  [{ template: 'nowhere' }, '没有模板“nowhere”'],
  [{ summaryFile: 'summary.pdf' }, '--summary 不能写成 summary.pdf'],
  [{ folders: ['/no/such/folder'] }, '没有这个文件或文件夹'],
])('refuses %o', async (options, message) => {
  const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
  await expect(batch(folder, options)).rejects.toThrow(message);
});
