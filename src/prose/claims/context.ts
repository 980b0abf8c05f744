import type { ProseFigure } from './figure.ts';
import type { FigurePassage } from './reader.ts';

/** Of whom and of when a figure speaks, as far as its sentence says so before it. */
export interface FigureContext {
  /** 全镇, 全县; empty where nothing says. */
  readonly scope: string;
  /** 2023年底, 上年, 今年以来; empty where nothing says. */
  readonly time: string;
  /** 累计, 历年, 三年来: what has come together over more than one period. */
  readonly isCumulative: boolean;
}

/** How far back in its sentence. */
const CONTEXT_REACH = 80;
const UNIT_SCOPE =
  /全(?:[省市县区镇乡村校院国]|街道|园区|社区)|[本我该](?=[省市县区镇乡村校院])[省市县区镇乡村校院]/g;
const TIME =
  /(?:截[至止]|到)?(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[初底末]?|今年(?:以来)?|去年|上年|明年|年[初底末]|上届|换届|期间|此前|原有|目前)/g;

const CUMULATIVE = /累计|历年|[两三四五六七八九十\d]年(?:来|间)|以来共/;

/** What a figure's sentence says nearest before it. */
export function figureContext(
  { passage: { text } }: FigurePassage,
  { quantity: { start } }: ProseFigure,
): FigureContext {
  const from = text.lastIndexOf('。', start) + 1;
  const sentence = text.slice(Math.max(from, start - CONTEXT_REACH), start);
  return {
    scope: sentence.match(UNIT_SCOPE)?.at(-1) ?? '',
    time: sentence.match(TIME)?.at(-1) ?? '',
    isCumulative: CUMULATIVE.test(sentence),
  };
}
