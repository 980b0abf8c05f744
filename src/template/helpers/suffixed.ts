import { TextCell } from '../cell.ts';
import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { withNoun } from '../tally-cell.ts';

/** {{suffixed category "编制"}} */
export const suffixed: Helper = {
  name: 'suffixed',
  summary: '在名称后面接上名词，名称里已经有的不重复：行政、行政编、行政编制都输出“行政编制”。',
  signature: '{{suffixed 名称 "名词"}}',
  takes: { args: ['scalar', 'word'], form: ['inline'], gives: 'markup' },
  example: { template: '{{#each posts}}{{suffixed category "编制"}}{{/each}}', prints: '行政编制事业编制' },
  run: ([name, noun]) => {
    if (!(name instanceof TextCell)) return new Markup(isCell(name) ? name.toHTML() : '');
    const ending = String(noun);
    const text = ending === '编制' ? name.text.replace(/编$/, '') : name.text;
    return withNoun(text, ending);
  },
};
