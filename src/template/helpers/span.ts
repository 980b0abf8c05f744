import type { Helper } from '../helper.ts';

/** <td rowspan="{{span answers}}"> */
export const span: Helper = {
  name: 'span',
  summary: '清单有几条就合并几行，写在 rowspan 里；清单是空的也占一行。',
  signature: '{{span 清单}}',
  takes: { args: ['list'], form: ['inline'], gives: 'markup' },
  example: { template: '{{span posts}}{{span plans}}', prints: '21' },
  run: ([list]) => String(Array.isArray(list) ? Math.min(Math.max(list.length, 1), MOST_SPAN_YEARS) : 1),
};

/** The most rows that one cell of a table may reach over. */
const MOST_SPAN_YEARS = 63;
