import { bodySentences } from '../body.ts';
import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{paragraphs preamble}} */
export const paragraphs: Helper = {
  name: 'paragraphs',
  summary: '一段或几段文字，各段自成一段，段末缺句号的补上；没有写的什么也不输出。',
  signature: '{{paragraphs 文字}}',
  takes: { args: ['scalar'], form: ['inline'], gives: 'markup' },
  example: { template: '{{paragraphs preamble}}', prints: '<p>现报告如下。</p>' },
  run: ([prose]) =>
    new Markup(
      bodySentences(prose, isCell(prose) && ANNOUNCING_FACT.test(prose.path))
        .map((text) => `<p>${text.replace(LEFT_OPEN, '。')}</p>`)
        .join(''),
    ),
};

/** What comes before others may announce them with a colon (现将有关情况报告如下：); nothing goes on after a paragraph's comma. */
const ANNOUNCING_FACT = /^(?:preamble|leadIns)\b/;
const LEFT_OPEN = /，$/;
