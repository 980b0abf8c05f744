import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { escapeText, Markup } from '../markup.ts';
import { endPart, splitParts } from '../part-end.ts';

/** {{#join "、" before="其中" after="。"}}…{{/join}} */
export const join: Helper = {
  name: 'join',
  summary:
    '用给定的标点连接里面的分句（part、join），before 和 after 加在前后；一个分句都没有时什么也不输出，或者输出 {{else}} 后面的内容。last 是最后两项之间的连接词，例如“和”。',
  signature: '{{#join "、" before="其中" after="。" last="和"}}…{{/join}}',
  takes: {
    args: ['word'],
    named: { before: 'printable', after: 'printable', last: 'printable' },
    form: ['block'],
    gives: 'markup',
  },
  example: {
    template:
      '{{#join "、" before="其中" after="。" last="和"}}{{#part members.full}}正式党员{{members.full}}名{{/part}}{{#part members.probationary}}预备党员{{members.probationary}}名{{/part}}{{/join}}',
    prints: '其中正式党员290名和预备党员10名。',
  },
  run: ([separator], block) => {
    const parts = splitParts(block.body());
    if (parts.length === 0) return block.otherwise();
    const { before, after, last } = block.hash;
    return endPart(
      printedPart(before) + chain(parts, String(separator), printedPart(last)) + printedPart(after),
    );
  },
};

function chain(parts: readonly string[], separator: string, last: string): string {
  let text = parts[0] ?? '';
  for (let at = 1; at < parts.length; at++) {
    text += (at === parts.length - 1 ? last || separator : separator) + parts[at];
  }
  return text;
}

function printedPart(value: unknown): string {
  if (typeof value === 'string') return escapeText(value);
  return isCell(value) || value instanceof Markup ? value.toHTML() : '';
}
