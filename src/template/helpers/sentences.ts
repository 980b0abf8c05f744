import { sentencesWithin } from '../body.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{sentences title body}} */
export const sentences: Helper = {
  name: 'sentences',
  summary:
    '把几段文字接成连续的句子，每段末尾有且只有一个句号；没有写的略过；“从……来看”这样引出下文的接逗号。',
  signature: '{{sentences 文字…}}',
  takes: { args: ['scalar'], rest: 'scalar', form: ['inline'], gives: 'markup' },
  example: {
    template: '{{#each problems}}{{sentences title body}}{{/each}}',
    prints: '后备力量不足。年轻干部偏少。',
  },
  run: (texts) => {
    const told = texts.map((text) => sentencesWithin(text)).filter((text) => text !== '');
    return new Markup(
      told.map((text, at) => (at < told.length - 1 ? text.replace(LEADS_ON, '，') : text)).join(''),
    );
  },
};

/** 从干部工作来看 is no sentence: what follows goes on from it. */
const LEADS_ON = /(?<=(?:来看|来说|来讲|而言|方面))。$/;
