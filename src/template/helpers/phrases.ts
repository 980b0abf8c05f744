import { presentItems } from '../body.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{phrases evidence}} */
export const phrases: Helper = {
  name: 'phrases',
  summary: '表格一格里的几条文字，用分号隔开，末尾不加标点；没有写的什么也不输出。',
  signature: '{{phrases 清单}}',
  takes: { args: ['list'], form: ['inline'], gives: 'markup' },
  example: { template: '{{#each measures}}{{phrases evidence}}{{/each}}', prints: '会议记录；轮岗方案' },
  run: ([list]) =>
    new Markup(
      presentItems(list)
        .map((item) => item.toHTML().replace(PHRASE_END, ''))
        .join('；'),
    ),
};

const PHRASE_END = /[。；，、]+$/;
