import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { escapeText, Markup } from '../markup.ts';

/** {{trimmed title "。"}} */
export const trimmed: Helper = {
  name: 'trimmed',
  summary: '文字去掉末尾给定的字，没有的照写，例如标题后面还要接话，去掉写了的句号。',
  signature: '{{trimmed 文字 "末尾的字"}}',
  takes: { args: ['scalar', 'word'], form: ['inline'], gives: 'markup' },
  example: { template: '{{#each posts}}{{trimmed category "编制"}}、{{/each}}', prints: '行政、事业、' },
  run: ([name, ending]) => {
    const text = isCell(name) ? name.toHTML() : '';
    const end = escapeText(String(ending));
    return new Markup(text.endsWith(end) && text !== end ? text.slice(0, -end.length) : text);
  },
};
