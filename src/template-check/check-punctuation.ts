import type { TemplateFinding } from '../template/place.ts';
import { factLabel } from './label-of.ts';
import type { TryTemplate } from './try-template.ts';
import type { Variant } from './vary-facts.ts';

/** Prints the facts without each thing that may be absent, and finds the marks that then stand side by side or around nothing. */
export function checkPunctuation(tryTemplate: TryTemplate, variants: readonly Variant[]): TemplateFinding[] {
  return variants.flatMap(({ facts, lacks }) => {
    const { markup, placeOf } = tryTemplate(facts);
    return leftOvers(markup).flatMap(({ offset, text }) => {
      const at = placeOf(offset);
      if (at === undefined) return [];
      const when = lacks === undefined ? '事实不全时' : `没有“${factLabel(lacks)}”时`;
      const message = `${when}，这里会剩下“${text}”`;
      return [
        { rule: 'template-punctuation', severity: 'warning', at, message, hint: PUNCTUATION_HINT } as const,
      ];
    });
  });
}

const PUNCTUATION_HINT =
  '把标点和它前后的文字放进同一个 {{#present}}；几个分句用 {{#join "，" after="。"}}{{#part …}}…{{/part}}{{/join}} 连接。';

/** Pieces of running text: what is between the tags of blocks. */
function leftOvers(markup: string): { readonly offset: number; readonly text: string }[] {
  const blank = markup.replace(FIGURE_TAGS, (tag) => '\u200b'.repeat(tag.length));
  return PUNCTUATION_PATTERNS.flatMap((pattern) =>
    [...blank.matchAll(pattern)].map((match) => ({
      offset: match.index + match[0].search(/[^\u200b\s>]/),
      text: match[0].replace(/[\u200b\s>]/g, ''),
    })),
  );
}

/** Figures and emphasis stand within the text. */
const FIGURE_TAGS = /<\/?(?:data|mark|strong)\b[^>]*>/g;
const NO_TEXT = '[\\u200b\\s]*';
const PUNCTUATION_PATTERNS = [
  `[，、；：（“《]${NO_TEXT}[，。、；：）”》]`,
  `[。；，、：]${NO_TEXT}[。；，、：]`,
  `>${NO_TEXT}[，。、；：）]`,
].map((pattern) => new RegExp(pattern, 'g'));
