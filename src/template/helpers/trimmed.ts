import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { escapeText, Markup } from '../markup.ts';

/** {{trimmed category "职数"}} */
export const trimmed: Helper = {
  name: 'trimmed',
  summary: '名称去掉末尾给定的字，没有的照写：副科级职数和副科级都输出“副科级”。',
  signature: '{{trimmed 名称 "末尾的字"}}',
  takes: { args: ['scalar', 'word'], form: ['inline'], gives: 'markup' },
  example: { template: '{{#each posts}}{{trimmed category "编制"}}、{{/each}}', prints: '行政、事业、' },
  run: ([name, ending]) => {
    const text = isCell(name) ? name.toHTML() : '';
    const end = escapeText(String(ending));
    return new Markup(text.endsWith(end) && text !== end ? text.slice(0, -end.length) : text);
  },
};
