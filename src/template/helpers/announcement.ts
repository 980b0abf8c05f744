import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { splitAnnouncement } from '../split-announcement.ts';

/** {{announcement preamble}} */
export const announcement: Helper = {
  name: 'announcement',
  summary:
    '前言末尾引出下文的一段，如“现将有关情况报告如下。”；末段不是这样的什么也不输出。与 opening 配着用。',
  signature: '{{announcement 前言}}',
  takes: { args: ['scalar'], form: ['inline'], gives: 'markup' },
  example: { template: '{{announcement preamble}}', prints: '<p>现报告如下。</p>' },
  run: ([prose]) => new Markup(splitAnnouncement(prose).announcement),
};
