import { presentItems } from '../body.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{list evidence}} */
export const list: Helper = {
  name: 'list',
  summary: '把几个名称用顿号连起来；名称里有标点时改用分号，名称末尾的标点去掉。',
  signature: '{{list 清单}}',
  example: { template: '{{#each measures}}{{list evidence}}{{/each}}', prints: '会议记录、轮岗方案' },
  run: ([names]) => {
    const items = presentItems(names).map((name) => name.toHTML().replace(TRAILING, ''));
    return new Markup(items.join(items.some((item) => INNER.test(item)) ? '；' : '、'));
  },
};

const TRAILING = /[。；，、]+$/;
const INNER = /[，、；。]/;
