import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/diagnostics/budget.ts';
import { DEFAULT_SETTINGS } from '../../src/judge/default-settings.ts';
import { renderReport } from '../../src/use/build.ts';
import { check } from '../template-check/check.ts';
import { writeTemplate } from './write-template.ts';

const HEAD = '<title>报告</title><address>县委</address><p>正文。</p>';

/** A township with so many problems. */
function facts(problems: number): Uint8Array {
  const items = Array.from({ length: problems }, (_, at) => `  - { 标题: 第${at}个, 表现: 学习不深入 }\n`);
  return Buffer.from(
    `版本: 1\n单位: { 名称: 青禾县云溪镇, 类型: 镇 }\n报告: { 日期: 2023-10-20 }\n工作:\n  - { 标题: 抓实党建, 内容: 做了 }\n问题:\n${items.join('')}`,
  );
}

function withPartials(report: string, partials: Readonly<Record<string, string>>): string {
  const folder = writeTemplate('own', report);
  mkdirSync(join(folder, 'partials'));
  for (const [name, text] of Object.entries(partials))
    writeFileSync(join(folder, 'partials', `${name}.hbs`), text);
  return folder;
}

/** What is said of building with a template, and the text that it points at. */
async function build(folder: string, problems = 3) {
  const { diagnostics } = await renderReport(
    { file: 'a.yaml', bytes: facts(problems) },
    { isDraft: true, settings: DEFAULT_SETTINGS, template: 'own', templateFolders: [folder] },
  );
  return diagnostics
    .filter(({ rule }) => rule === 'template-limit')
    .map(({ file, start, message }) => ({
      message,
      at:
        readFileSync(file, 'utf8')
          .split('\n')
          [start.line - 1]?.slice(start.column - 1) ?? '',
    }));
}

describe('a template that has no end', () => {
  it.each([
    ['itself', { a: '<p>乙。</p>{{> a}}' }],
    [
      'one that calls it',
      { a: '<p>乙。</p>{{> b}}', b: '{{#if problems}}{{> c}}{{/if}}', c: '<p>丙。</p>{{> a}}' },
    ],
  ])('is refused where a partial calls %s', async (_, partials) => {
    const found = await build(withPartials(`${HEAD}{{> a}}`, partials));
    expect(found).toEqual([{ message: '片段“a”又引用了它自己，印起来没有尽头', at: '{{> a}}' }]);
  });

  it('is refused where partials multiply, at the call that is too much', async () => {
    const chain = Array.from(
      { length: 40 },
      (_, at) => [`p${at}`, `{{> p${at + 1}}}{{> p${at + 1}}}`] as const,
    );
    const folder = withPartials(`${HEAD}{{> p0}}`, { ...Object.fromEntries(chain), p40: '<p>丁。</p>' });
    const [first, ...others] = await build(folder);
    expect(others).toEqual([]);
    expect(first?.message).toContain(`展开以后超过了 ${LIMITS.statements} 条语句`);
    expect(first?.at).toMatch(/^\{\{> p\d+\}\}/);
  });

  it('is refused where partials lead ever deeper', async () => {
    const chain = Array.from(
      { length: LIMITS.depth + 50 },
      (_, at) => [`p${at}`, `{{> p${at + 1}}}`] as const,
    );
    const folder = withPartials(`${HEAD}{{> p0}}`, {
      ...Object.fromEntries(chain),
      [`p${chain.length}`]: '<p>丁。</p>',
    });
    expect((await build(folder))[0]?.message).toContain(`嵌套超过了 ${LIMITS.depth} 层`);
  });

  it.each([
    ['blocks', `${'{{#if problems}}'.repeat(20_000)}丁${'{{/if}}'.repeat(20_000)}`],
    ['brackets', `{{sentences ${'(trimmed '.repeat(20_000)}closing${')'.repeat(20_000)}}}`],
  ])('is refused where %s stand too deep in one another', async (_, text) => {
    const found = await check('own', writeTemplate('own', `${HEAD}<p>${text}</p>`));
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['template-limit', `嵌套超过了 ${LIMITS.depth} 层`],
    ]);
  });
});

describe('a template that multiplies', () => {
  const loops = (depth: number) =>
    `${HEAD}\n${'{{#each @root.problems}}'.repeat(depth)}<p>{{title}}。</p>${'{{/each}}'.repeat(depth)}`;

  it('is stopped at the loop that is too much, when the facts make it so', async () => {
    const folder = writeTemplate('own', loops(4));
    expect(await build(folder, 3)).toEqual([]);
    const [first, ...others] = await build(folder, 60);
    expect(others).toEqual([]);
    expect(first?.message).toMatch(
      /^(循环和片段印了超过 1000000 次|印出的.*超过了 (4000000 个字符|200000 个))$/,
    );
    expect(first?.at).toMatch(/^\{\{/);
  });

  it('is stopped where it prints little, but as very many paragraphs', async () => {
    const many = '{{#each problems}}{{#each @root.problems}}<p>一</p>{{/each}}{{/each}}';
    const found = await build(writeTemplate('own', `${HEAD}\n${many}`), 480);
    expect(found).toEqual([
      {
        message: `印出的段落、单元格等超过了 ${LIMITS.elements} 个`,
        at: expect.stringMatching(/^\{\{#each/),
      },
    ]);
  });

  it('is refused before any facts are printed where a few are too much already', async () => {
    const found = await check('own', writeTemplate('own', loops(30)));
    expect(found.map(({ rule, start }) => [rule, start.line])).toEqual([['template-limit', 2]]);
  });

  it('is stopped where one long fact is printed over and over', async () => {
    const folder = writeTemplate(
      'own',
      `${HEAD}\n{{#each problems}}${'{{paragraphs @root.preamble}}'.repeat(500)}{{/each}}`,
    );
    const bytes = Buffer.concat([facts(300), Buffer.from(`前言: ${'学'.repeat(100_000)}\n`)]);
    const options = { isDraft: true, settings: DEFAULT_SETTINGS, template: 'own', templateFolders: [folder] };
    const { diagnostics } = await renderReport({ file: 'a.yaml', bytes }, options);
    expect(diagnostics.filter(({ rule }) => rule === 'template-limit')).toHaveLength(1);
  });
});
