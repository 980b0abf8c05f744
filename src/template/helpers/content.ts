import { bodyParagraphs } from '../body.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{content body points}} */
export const content: Helper = {
  name: 'content',
  summary: '正文和要点，各段自成一段，要点接在最后一段里。写成块时，块内的文字接在最后。',
  signature: '{{content 正文 要点}} 或 {{#content 正文 要点}}…{{/content}}',
  takes: { args: ['scalar'], optional: ['list'], form: ['inline', 'block'], gives: 'markup' },
  example: {
    template: '{{#each work}}{{content body}}{{/each}}',
    prints: '<p>逐村走访。</p>',
  },
  run: ([body, points], block) => new Markup(bodyParagraphs(body, points, '', block.body())),
};
