import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { splitAnnouncement } from '../split-announcement.ts';

/** {{opening preamble}} */
export const opening: Helper = {
  name: 'opening',
  summary:
    '前言里的各段，末尾引出下文的一段（……报告如下。）除外；中间放上概况，再用 announcement 排那一段，使“报告如下”后面就是正文。',
  signature: '{{opening 前言}}',
  takes: { args: ['scalar'], form: ['inline'], gives: 'markup' },
  example: {
    template: '{{#each work}}{{opening body}}{{/each}}{{opening preamble}}',
    prints: '<p>逐村走访。</p>',
  },
  run: ([prose]) => new Markup(splitAnnouncement(prose).opening.join('')),
};
