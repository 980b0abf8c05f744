import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { escapeText, hasText, Markup } from '../markup.ts';

/** {{#section 1 "基本情况"}}…{{/section}} */
export const section: Helper = {
  name: 'section',
  summary:
    '带标题的一节，先写级别，再写标题（引号里的文字，或者模板说明里的小标题，如 headings.overview）；里面没有内容时连标题一起省去。加上 runIn=true，标题接排在段首。',
  signature: '{{#section 级别 "标题" runIn=true}}…{{/section}}',
  takes: { args: ['level', 'printable'], named: { runIn: 'flag' }, form: ['block'], gives: 'markup' },
  example: {
    template:
      '{{#section 1 "结语"}}{{paragraphs closing}}{{/section}}{{#section 1 "打算"}}<p>抓落实。</p>{{/section}}',
    prints: '<h1>打算</h1><p>抓落实。</p>',
  },
  run: ([level, title], block) => {
    const content = block.body();
    if (!hasText(content)) return '';
    const isPrinted = isCell(title) || title instanceof Markup;
    const words = isPrinted ? title.toHTML() : escapeText(String(title ?? ''));
    const heading = words === '' ? '' : `<h${Number(level)}>${words}</h${Number(level)}>`;
    return block.hash.runIn === true ? `<p>${heading}${content}</p>` : heading + content;
  },
};
