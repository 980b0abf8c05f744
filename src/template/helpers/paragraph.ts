import type { Helper } from '../helper.ts';
import { hasText } from '../markup.ts';

/** {{#paragraph}}…{{/paragraph}} */
export const paragraph: Helper = {
  name: 'paragraph',
  summary: '一段正文；里面没有内容时整段省去。',
  signature: '{{#paragraph}}…{{/paragraph}}',
  takes: { args: [], form: ['block'], gives: 'markup' },
  example: {
    template:
      '{{#paragraph}}{{sentences closing}}{{/paragraph}}{{#paragraph}}共{{branches.total}}个。{{/paragraph}}',
    prints: '<p>共9个。</p>',
  },
  run: (_, block) => {
    const text = block.body();
    return hasText(text) ? `<p>${text}</p>` : '';
  },
};
