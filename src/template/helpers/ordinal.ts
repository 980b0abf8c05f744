import type { Helper } from '../helper.ts';

/** {{ordinal @index}} */
export const ordinal: Helper = {
  name: 'ordinal',
  summary: '表格里的序号：each 里的 @index 从 0 数起，这里从 1 数起。',
  signature: '{{ordinal @index}}',
  takes: { args: ['number'], form: ['inline'], gives: 'markup' },
  example: {
    template: '{{#each posts}}{{ordinal @index}}.{{category}}{{/each}}',
    prints: '1.行政2.事业编制',
  },
  run: ([index]) => String(Number(index) + 1),
};
