import { presentItems, sentencesWithin } from '../body.ts';
import type { Helper } from '../helper.ts';
import { escapeText, Markup } from '../markup.ts';

/** {{enumerate "佐证材料有" evidence}} */
export const enumerate: Helper = {
  name: 'enumerate',
  summary: '把几个名称连成一句，前面加上给定的话；写成句子的（里面有逗号、句号）各自成句，不加这句话。',
  signature: '{{enumerate "领起的话" 清单}}',
  takes: { args: ['word', 'list'], form: ['inline'], gives: 'markup' },
  example: {
    template: '{{#each measures}}{{enumerate "佐证材料有" evidence}}{{/each}}',
    prints: '佐证材料有会议记录、轮岗方案。',
  },
  run: ([lead, list]) => {
    const items = presentItems(list);
    if (items.length === 0) return '';
    const names = items.map((item) => item.toHTML().replace(TRAILING_MARKS, ''));
    if (names.some((name) => DIVIDED_TEXT.test(name)))
      return new Markup(items.map((item) => sentencesWithin(item)).join(''));
    return new Markup(`${escapeText(String(lead))}${names.join('、').replace(BETWEEN_TITLES, '》《')}。`);
  },
};

const TRAILING_MARKS = /[。；，、]+$/;
const DIVIDED_TEXT = /[，；。：]/;
/** Titles side by side take no mark between them. */
const BETWEEN_TITLES = /》、《/g;
