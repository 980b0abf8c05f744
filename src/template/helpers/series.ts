import { seriesMarkup } from '../body.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{series points}} */
export const series: Helper = {
  name: 'series',
  summary: '把几条文字排成“一是…；二是…。”，分号还是句号由程序按内容选定；只有一条时照普通文字排。',
  signature: '{{series 要点}}',
  takes: { args: ['list'], form: ['inline'], gives: 'markup' },
  example: {
    template: '<p>{{#each work}}{{series points}}{{/each}}</p>',
    prints: '<p><ol><li>补齐制度</li><li>配强书记</li></ol></p>',
  },
  run: ([points]) => new Markup(seriesMarkup(points)),
};
