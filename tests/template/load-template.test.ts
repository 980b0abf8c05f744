import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listTemplates, loadTemplate } from '../../src/template/load-template.ts';
import { precompileTemplates } from '../../src/template/precompile-templates.ts';
import { BUILT_IN_TEMPLATES } from '../../src/template/precompiled.ts';
import { renderMarkup } from '../../src/template/render-markup.ts';
import { readingOf } from './print.ts';
import { FULL, MINIMAL } from './sample-facts.ts';
import { writeTemplate } from './write-template.ts';

async function renderOwn(report: string, facts = MINIMAL): Promise<string | undefined> {
  const template = (await loadTemplate('own', [writeTemplate('own', report), BUILT_IN_TEMPLATES]))?.value;
  return (await renderMarkup(template ?? expect.fail(), readingOf(facts), { isDraft: true })).value;
}

describe('templates', () => {
  it('are listed by id, with what their template.yaml says', async () => {
    const { value = [], diagnostics } = await listTemplates([BUILT_IN_TEMPLATES]);
    expect(diagnostics).toEqual([]);
    expect(value.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'county-summary 县（市、区）汇总报告',
      'grassroots-briefing 基层组织建设情况汇报',
      'half-year-summary 半年工作总结和下半年思路',
      'inspection-briefing 组织人事工作汇报',
      'rectification-report 巡察整改情况报告',
      'self-review 选人用人自查报告',
      'special-report 选人用人专项报告',
    ]);
  });

  it('are loaded once', async () => {
    const [first, second] = await Promise.all([
      loadTemplate('self-review', [BUILT_IN_TEMPLATES]),
      loadTemplate('self-review', [BUILT_IN_TEMPLATES]),
    ]);
    expect(await loadTemplate('self-review', [BUILT_IN_TEMPLATES])).toBe(second);
    expect(first?.value?.info.id).toBe('self-review');
  });

  it('are overridden by those of a nearer folder', async () => {
    const folder = writeTemplate('self-review', '<p>自己的</p>');
    const template = (await loadTemplate('self-review', [folder, BUILT_IN_TEMPLATES]))?.value;
    expect(template?.info.name).toBe('自己的模板');
    const { value = [] } = await listTemplates([folder, BUILT_IN_TEMPLATES]);
    expect(value.filter(({ id }) => id === 'self-review').map(({ folder }) => folder)).toEqual([
      join(folder, 'self-review'),
    ]);
  });

  it.each([
    ['anyOf: [feedbak]', '“至少一项”里的“feedbak”不是事实的名称。'],
    ['最多月数: 一年', '“最多月数”要写成整数。'],
  ])('say what is wrong with the condition %s', async (condition, said) => {
    const folder = writeTemplate('own', '<p>甲</p>', `name: 自己的模板\ntitle: 报告\n${condition}`);
    const { value, diagnostics = [] } = (await loadTemplate('own', [folder])) ?? {};
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message, start }) => `${start.line} ${message}`)).toEqual([`3 ${said}`]);
  });

  it('use partials of their own before the built-in ones', async () => {
    const folder = writeTemplate('own', '{{> head}}{{> foot}}');
    mkdirSync(join(folder, 'partials'));
    writeFileSync(join(folder, 'partials', 'foot.hbs'), '<p>自己的尾</p>');
    const template = (await loadTemplate('own', [folder, BUILT_IN_TEMPLATES]))?.value;
    const { value } = await renderMarkup(template ?? expect.fail(), readingOf(MINIMAL), { isDraft: false });
    expect(value).toBe('<title>报告</title><p>自己的尾</p>');
  });

  it.each(['不存在', '../self-review', 'partials', '.', ''])('are not found by the id %j', async (id) => {
    expect(await loadTemplate(id, [BUILT_IN_TEMPLATES])).toBeUndefined();
  });

  it('may name facts in Chinese', async () => {
    expect(
      await renderOwn(
        '<p>{{党员.总数}}，{{#each 工作}}{{标题}}；{{/each}}{{党员.年龄.35岁及以下}}</p>',
        FULL,
      ),
    ).toBe(
      '<p><data value="members.total">644</data>，强化理论学习；严格程序；<data value="members.byAge.35岁及以下">100</data></p>',
    );
  });

  it('may use what Handlebars calls data', async () => {
    expect(await renderOwn('{{#each problems}}{{@index}}{{@root.unit.kind}}{{/each}}')).toBe('0镇');
  });
});

it('compiles the built-in templates into a module that names no folder of this machine', async () => {
  const code = await precompileTemplates(BUILT_IN_TEMPLATES);
  expect(code).toContain('"self-review": () => ({ info: ');
  expect(code).not.toContain(BUILT_IN_TEMPLATES);
});

describe('mistakes in a template', () => {
  it.each([
    ['<p>{{{unit.name}}}</p>', 1, 4, '原样输出'],
    ['\n<p>{{&unit.name}}</p>', 2, 4, '原样输出'],
    ['{{#jion "，"}}{{/jion}}', 1, 4, '没有叫“jion”的助手'],
    ['{{lookup unit "name"}}', 1, 3, '没有叫“lookup”的助手'],
    ['<p>\n{{#present a}}\n{{/part}}', 2, 1, '不成对'],
    ['<p>\n {{#present a}}\n{{b}}\n</p>\n', 2, 2, '{{#present}} 没有结尾'],
    ['{{#if a}}\n{{else}}\n{{#each b}}{{/each}}\n', 1, 1, '{{#if}} 没有结尾'],
    ['{{#each b}}{{/each}}\n{{!-- {{#if --}}\n{{/if}}', 3, 1, '{{/if}} 前面没有对应的 {{#if}}'],
    ['<p>{{unit.name</p>', 1, 1, '语法不对'],
  ])('%j is told at its place', async (report, line, column, message) => {
    const outcome = await loadTemplate('own', [writeTemplate('own', report)]);
    expect(outcome?.value).toBeUndefined();
    expect(outcome?.diagnostics).toMatchObject([{ severity: 'error', start: { line, column } }]);
    expect(outcome?.diagnostics[0]?.message).toContain(message);
  });

  it('includes a template.yaml that cannot be read', async () => {
    for (const info of ['name: [', 'title: 报告', '']) {
      const outcome = await loadTemplate('own', [writeTemplate('own', '', info)]);
      expect(outcome?.diagnostics).toHaveLength(1);
    }
  });
});
