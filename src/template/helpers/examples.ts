import { presentItems, sentencesWithin } from '../body.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{examples cases}} */
export const examples: Helper = {
  name: 'examples',
  summary: '事例：第一条以“比如”、第二条以“再如”、以后以“又如”领起，各成一句；已经写了“比如”的不重复。',
  signature: '{{examples 事例}}',
  takes: { args: ['list'], form: ['inline'], gives: 'markup' },
  example: {
    template: '{{#each problems}}{{examples cases}}{{/each}}',
    prints: '比如，东沟村书记空缺。再如，西沟村无后备人选。',
  },
  run: ([cases]) => {
    const told = presentItems(cases).map((text, index) => lead(sentencesWithin(text), index));
    return new Markup(told.join(''));
  },
};

function lead(text: string, index: number): string {
  if (ALREADY_LED.test(text)) return text;
  return `${EXAMPLE_LEADS[Math.min(index, EXAMPLE_LEADS.length - 1)]}，${text.replace(SAYS_AS, '')}`;
}

const EXAMPLE_LEADS = ['比如', '再如', '又如'];
const ALREADY_LED = /^(?:比如|例如|再如|又如|譬如)/;
/** 如柳湾村…, but not 如期完成… */
const SAYS_AS = /^如(?![期何果实此今同下上约数愿若常有无需是])，?/;
