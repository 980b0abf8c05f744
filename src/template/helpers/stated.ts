import { sentencesOf } from '../body.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { ProseCell } from '../prose-cell.ts';

/** {{stated item answer}} */
export const stated: Helper = {
  name: 'stated',
  summary: '应说明事项的一句话：情况写“无”的照样说明，比率直接写数，其余照写。',
  signature: '{{stated 事项 情况}}',
  takes: { args: ['scalar', 'scalar'], form: ['inline'], gives: 'markup' },
  example: {
    template: '{{#each compliance}}{{stated item answer}}{{/each}}',
    prints: '超职数配备方面，无需要说明的情况。民主评议满意率为98.5%。',
  },
  run: ([item, answer]) => {
    if (!(item instanceof ProseCell && answer instanceof ProseCell)) return '';
    return new Markup(tell(item, answer));
  },
};

function tell(cell: ProseCell, answer: ProseCell): string {
  const called = cell.toHTML();
  const item = cell.text.trim();
  const text = answer.text.trim();
  if (NONE.test(text))
    return NAMES_CASES.test(item) ? `无${called}。` : `${called}${aspect(item)}，无需要说明的情况。`;
  const told = sentencesOf(answer).join('');
  const isRate = NAMES_RATE.test(item) && STARTS_WITH_NUMBER.test(text);
  return isRate ? `${called}为${told}` : `${called}${aspect(item)}，${told}`;
}

function aspect(item: string): string {
  return ENDS_AS_ASPECT.test(item) ? '' : '方面';
}

const NONE = /^(?:暂?无|没有|不存在)(?:(?:此类|这类|上述|该)?(?:情况|情形|问题))?[。；]?$/;
const NAMES_CASES = /(?:情况|问题)$/;
const NAMES_RATE = /[率度数比分]$/;
const STARTS_WITH_NUMBER = /^[\d{]/;
const ENDS_AS_ASPECT = /(?:方面|情况|问题)$/;
