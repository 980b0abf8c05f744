import type { Helper } from '../helper.ts';
import { isPresent } from '../presence.ts';

/** (some problems "aspect") */
export const some: Helper = {
  name: 'some',
  summary: '清单里至少有一条写了某一项，作为其他助手的条件，例如表格要不要这一列。',
  signature: '(some 清单 "项目")',
  takes: { args: ['list', 'member'], form: ['value'], gives: 'condition' },
  example: { template: '{{#present (some problems "aspect")}}有{{else}}没有{{/present}}', prints: '没有' },
  run: ([list, name]) => Array.isArray(list) && list.some((entry) => isPresent(entry[String(name)])),
};
