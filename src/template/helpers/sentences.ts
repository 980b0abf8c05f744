import { sentencesOf } from '../body.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{sentences title body}} */
export const sentences: Helper = {
  name: 'sentences',
  summary: '把几段文字接成连续的句子，每段末尾有且只有一个句号；没有写的略过。',
  signature: '{{sentences 文字…}}',
  takes: { args: ['scalar'], rest: 'scalar', form: ['inline'], gives: 'markup' },
  example: {
    template: '{{#each problems}}{{sentences title body}}{{/each}}',
    prints: '后备力量不足。年轻干部偏少。',
  },
  run: (texts) => new Markup(texts.map((text) => sentencesOf(text).join('')).join('')),
};
