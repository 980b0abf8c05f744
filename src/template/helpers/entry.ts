import { bodyParagraphs } from '../body.ts';
import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{entry 2 title body points}} */
export const entry: Helper = {
  name: 'entry',
  summary:
    '一条工作、问题或措施：标题接排在段首，后面是正文，再后面是要点（两条以上排成一是、二是）。写成块时，块内的文字接在最后。',
  signature: '{{entry 级别 标题 正文 要点}} 或 {{#entry 级别 标题 正文 要点}}…{{/entry}}',
  takes: {
    args: ['level', 'scalar'],
    optional: ['scalar', 'list'],
    form: ['inline', 'block'],
    gives: 'markup',
  },
  example: {
    template: '{{#each work}}{{entry 2 title body points}}{{/each}}',
    prints: '<p><h2>建强支部</h2>逐村走访。<ol><li>补齐制度</li><li>配强书记</li></ol></p>',
  },
  run: ([level, title, body, points], block) => {
    const heading = isCell(title) ? `<h${Number(level)}>${title.toHTML()}</h${Number(level)}>` : '';
    return new Markup(bodyParagraphs(body, points, heading, block.body()));
  },
};
