import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTemplate } from '../../src/template/load-template.ts';
import { BUILT_IN_TEMPLATES } from '../../src/template/precompiled.ts';
import { renderMarkup } from '../../src/template/render-markup.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { IDS, readingOf, render } from './print.ts';
import { MINIMAL } from './sample-facts.ts';
import { writeTemplate } from './write-template.ts';

describe('a missing fact', () => {
  it('shows in a draft, with its name', async () => {
    const { value, diagnostics } = await render('self-review', { ...MINIMAL, report: {} }, { isDraft: true });
    expect(value).toContain('<data value="report.date"><mark>【待补：报告日期】</mark></data>');
    expect(diagnostics).toEqual([]);
  });

  it.each(IDS)('shows in a draft of %s that has no work and no problem', async (id) => {
    const { value } = await render(id, { ...MINIMAL, work: [], problems: [] }, { isDraft: true });
    expect(value).toContain('<p><data value="work"><mark>【待补：工作】</mark></data></p>');
    expect(value).toContain('<p><data value="problems"><mark>【待补：问题】</mark></data></p>');
  });

  it('shows where a number is 待补', async () => {
    const facts = { ...MINIMAL, members: { total: '待补' as const } };
    const { value } = await render('self-review', facts, { isDraft: true });
    expect(value).toContain('共有党员<data value="members.total"><mark>【待补：党员总数】</mark></data>名');
  });

  it('stops a final build once, with both places', async () => {
    const folder = writeTemplate(
      'own',
      '<p>甲{{members.total}}</p>\n<p>乙{{#present work}}{{members.total}}{{/present}}</p>',
    );
    const template = (await loadTemplate('own', [folder]))?.value;
    const { value, diagnostics } = await renderMarkup(template ?? expect.fail(), readingOf(MINIMAL), {
      isDraft: false,
    });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        rule: 'pending-value',
        severity: 'error',
        message: '缺少“党员总数”，模板要用到它',
        file: 'facts.yaml',
        path: 'members.total',
        related: [{ file: join(folder, 'own', 'report.hbs'), start: { line: 1, column: 5 } }],
      },
    ]);
    expect(diagnostics[0]?.hint).toContain('党员.总数');
  });

  it('is not said twice where it was already reported', async () => {
    const { value, diagnostics } = await render(
      'self-review',
      { ...MINIMAL, report: {} },
      { isReported: (path) => path === 'report.date' },
    );
    expect([value, diagnostics]).toEqual([undefined, []]);
  });

  it('shows where prose refers to it', async () => {
    const facts = { ...MINIMAL, preamble: '共有党员{{党员.总数}}名，{{没有的}}照写' };
    const { value } = await render('self-review', facts, { isDraft: true });
    expect(value).toContain('共有党员<data value="members.total"><mark>【待补：党员总数】</mark></data>名');
    expect(value).toContain('{{没有的}}照写。');
  });
});

describe('what facts may not do', () => {
  it('open an element or leave an attribute', async () => {
    const evil = '<h1>"\'&</h1>';
    const facts = {
      ...MINIMAL,
      branches: { byKind: new Map([[evil, 3]]) },
      work: [{ title: evil, body: evil, points: [evil] }],
    };
    const { value = '' } = await render('self-review', facts);
    expect(value).not.toContain('<h1>"');
    expect(value).toContain('value="branches.byKind.&lt;h1&gt;&quot;&#39;&amp;&lt;/h1&gt;"');
  });

  it('reach what they inherit', async () => {
    const folder = writeTemplate('own', '<p>{{constructor}}{{members.constructor}}{{unit.__proto__}}完</p>');
    const template = (await loadTemplate('own', [folder, BUILT_IN_TEMPLATES]))?.value;
    const { value } = await renderMarkup(template ?? expect.fail(), readingOf(MINIMAL), { isDraft: false });
    expect(value).toBe('<p>完</p>');
  });

  it('name a part of a whole so that it breaks the cell', async () => {
    const names = ['toHTML', 'list', 'parts', '__proto__', 'constructor'];
    const facts = { ...MINIMAL, branches: { byKind: new Map(names.map((name) => [name, 1])) } };
    const { value = '' } = await render('self-review', facts);
    expect(value).toContain('__proto__党支部');
  });
});

it('reads a folder that holds only a text', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'note.txt'), '');
  return expect(loadTemplate('note', [folder])).resolves.toBeUndefined();
});
