import { bodySentences } from '../body.ts';
import type { Helper } from '../helper.ts';
import { isPresent } from '../presence.ts';

/** {{#leadIn leadIns.problems}}模板自己的话{{/leadIn}} */
export const leadIn: Helper = {
  name: 'leadIn',
  summary: '段首的引语：事实文件写了引语就用引语，没有写就用块内的话；后面的内容接在同一段。',
  signature: '{{#leadIn 引语}}…{{/leadIn}}',
  takes: { args: ['scalar'], form: ['block'], gives: 'markup' },
  example: {
    template: '<p>{{#leadIn leadIns.problems}}还有一些不足。{{/leadIn}}今后改进。</p>',
    prints: '<p>还有一些不足。今后改进。</p>',
  },
  run: ([prose], block) =>
    isPresent(prose) ? bodySentences(prose, true).join('</p><p>') : block.body().trim(),
};
