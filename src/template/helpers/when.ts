import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { escapeText, Markup } from '../markup.ts';
import { isPresent } from '../presence.ts';

/** (when period period "，") */
export const when: Helper = {
  name: 'when',
  summary:
    '第一个事实有时，把后面的文字和事实连起来；没有时输出 otherwise，也没有就什么也不输出。多用来给 join 的 before 加条件。',
  signature: '(when 事实 文字或事实… otherwise="文字")',
  takes: {
    args: ['fact'],
    rest: 'printable',
    named: { otherwise: 'printable' },
    form: ['value'],
    gives: 'markup',
  },
  example: {
    template:
      '{{#join "、" before=(when members.total "其中")}}{{#part members.full}}正式党员{{members.full}}名{{/part}}{{/join}}',
    prints: '其中正式党员290名',
  },
  run: ([fact, ...texts], { hash }) =>
    new Markup(isPresent(fact) ? texts.map(printDate).join('') : printDate(hash.otherwise ?? '')),
};

function printDate(text: unknown): string {
  return isCell(text) || text instanceof Markup ? text.toHTML() : escapeText(String(text));
}
