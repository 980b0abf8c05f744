import type { Helper } from '../helper.ts';
import { escapeText } from '../markup.ts';

/** {{#rowGroup "性别"}}<tr>…</tr><tr>…</tr>{{/rowGroup}} */
export const rowGroup: Helper = {
  name: 'rowGroup',
  summary: '表格里的一组行：组名是第一列，有几行就合并几行；里面一行都没有时整组省去。',
  signature: '{{#rowGroup "组名"}}<tr>…</tr>{{/rowGroup}}',
  takes: { args: ['printable'], form: ['block'], gives: 'markup' },
  example: {
    template:
      '{{#rowGroup "支部"}}{{#each branches.byKind.parts}}<tr><td>{{name}}</td></tr>{{/each}}{{/rowGroup}}',
    prints: '<tr><td rowspan="2" align="center">支部</td><td>机关</td></tr><tr><td>村</td></tr>',
  },
  run: ([name], block) => {
    const rows = block.body();
    const count = rows.split('<tr>').length - 1;
    const cell = `<td rowspan="${count}" align="center">${escapeText(String(name))}</td>`;
    return count === 0 ? '' : rows.replace('<tr>', `<tr>${cell}`);
  },
};
