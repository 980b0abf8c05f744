import { tellCompliance } from '../compliance.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{statements compliance}} */
export const statements: Helper = {
  name: 'statements',
  summary: '应说明事项连成一段话：有情况的逐项说明，写“无”的在末尾合在一起说一次。',
  signature: '{{statements 应说明事项}}',
  takes: { args: ['list'], form: ['inline'], gives: 'markup' },
  example: {
    template: '{{statements compliance}}',
    prints: '民主评议满意率为98.5%。没有超职数配备情况。',
  },
  run: ([list]) => new Markup(Array.isArray(list) ? tellCompliance(list) : ''),
};
