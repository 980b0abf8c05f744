import { sentencesOf } from '../body.ts';
import { TextCell } from '../cell.ts';
import type { Helper } from '../helper.ts';
import { escapeText, Markup } from '../markup.ts';
import { ProseCell } from '../prose-cell.ts';

/** {{stated item answer}} */
export const stated: Helper = {
  name: 'stated',
  summary: '应说明事项的一句话：情况写“无”的照样说明，比率直接写数，其余照写。',
  signature: '{{stated 事项 情况}}',
  example: {
    template: '{{#each compliance}}{{stated item answer}}{{/each}}',
    prints: '超职数配备方面，无此类情况。民主评议满意率为98.5%。',
  },
  run: ([item, answer]) => {
    if (!(item instanceof TextCell && answer instanceof ProseCell)) return '';
    return new Markup(escapeText(item.text) + tell(item.text, answer));
  },
};

function tell(item: string, answer: ProseCell): string {
  if (NONE.test(answer.text.trim())) return `${aspect(item)}，无此类情况。`;
  const told = sentencesOf(answer).join('');
  if (/^[\d{]/.test(answer.text.trim())) return `为${told}`;
  return `${aspect(item)}，${told}`;
}

function aspect(item: string): string {
  return ENDS_AS_ASPECT.test(item) ? '' : '方面';
}

const NONE = /^无[。；]?$/;
const ENDS_AS_ASPECT = /(?:方面|情况|事项|问题)$/;
