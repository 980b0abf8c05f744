import { tellItem } from '../compliance.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{stated item answer}} */
export const stated: Helper = {
  name: 'stated',
  summary:
    '应说明事项里一项的一句话：情况写“无”的照样说明，比率直接写数，其余照写。整个清单用 statements，把几个“无”合在一起说。',
  signature: '{{stated 事项 情况}}',
  takes: { args: ['scalar', 'scalar'], form: ['inline'], gives: 'markup' },
  example: {
    template: '{{#each compliance}}{{stated item answer}}{{/each}}',
    prints: '没有超职数配备情况。民主评议满意率为98.5%。',
  },
  run: ([item, answer]) => new Markup(tellItem(item, answer)),
};
