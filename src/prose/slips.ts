import type { Passage } from '../facts/passages.ts';
import type { PassageRange } from './claims/claim.ts';
import { matchesIn } from './matches.ts';
import type { Prose } from './prose.ts';
import { type WholeText, wholeText } from './whole-text.ts';
import type { WordLists } from './word-lists.ts';
import { escapeForPattern, wordPattern } from './word-pattern.ts';

/** A word that is written wrongly, and what it should be. */
export interface SlipFound extends PassageRange {
  readonly right: string;
  readonly hint?: string;
}

/** What is miswritten in the passages: words of the lists, 的 for 地, 截止 before a time. */
export function slipsIn(prose: Prose, lists: WordLists): SlipFound[] {
  const { passages } = prose;
  const text = wholeText(prose);
  return [
    ...listedSlips(passages, lists, text),
    ...mannerSlips(passages, lists, text),
    ...untilSlips(passages, text),
    ...secondParticles(passages, text),
  ];
}

/** Words that are right, and the unit's own names, hide the slips inside them. */
function listedSlips(
  passages: readonly Passage[],
  { slips, names }: WordLists,
  text: WholeText,
): SlipFound[] {
  const said = slips.filter(({ wrong }) => text.says(wrong));
  if (said.length === 0) return [];
  const byWord = new Map(said.toReversed().map((slip) => [slip.wrong, slip]));
  const pattern = wordPattern([...names, ...said.flatMap(({ wrong, except = [] }) => [wrong, ...except])]);
  return passages.flatMap((passage) =>
    matchesIn(passage.text, pattern).flatMap(({ index: start, 0: word }) => {
      const slip = byWord.get(word);
      if (slip === undefined) return [];
      const end = start + word.length;
      const isMeant =
        slip.follows === undefined || AFTER_SLIP[slip.follows].test(passage.text.slice(end, end + 16));
      return isMeant ? [{ passage, start, end, right: slip.right }] : [];
    }),
  );
}

/** What follows a slip that is none elsewhere: 到达95%以上, and not 到达3楼. */
const AFTER_SLIP = {
  mark: /^(?:[，。；、：）”]|的|$)/,
  amount:
    /^(?:\d{1,12}(?:\.\d{1,6})?|[千百十]{1,2})(?:[%％]|[万亿]{0,2}(?:元|亩|吨|公顷|户|人|人次))(?:[，。；、）]|以上|左右|的|$)/,
} as const;

/** 更好的推动工作 is 更好地推动工作; 有力的推动作用 is right. */
function mannerSlips(passages: readonly Passage[], { manners }: WordLists, text: WholeText): SlipFound[] {
  return manners.flatMap((group) => {
    const said = group.manners.filter((manner) => text.says(`${manner}的`));
    if (said.length === 0) return [];
    const pattern = mannerPattern(said, group);
    return passages.flatMap((passage) =>
      passage.text.includes('的')
        ? matchesIn(passage.text, pattern).map(({ index, 0: word }) => ({
            ...{ passage, start: index, end: index + word.length },
            right: word.replace('的', '地'),
            hint: '动词前面用“地”。',
          }))
        : [],
    );
  });
}

function mannerPattern(
  said: readonly string[],
  { verbs, nouns, takers }: WordLists['manners'][number],
): RegExp {
  const [taker, manner, verb, noun] = [takers, said, verbs, nouns].map(
    (words) =>
      `(?:${[...words]
        .sort((a, b) => b.length - a.length)
        .map(escapeForPattern)
        .join('|')})`,
  );
  return new RegExp(`(?<!${taker})${manner}的${verb}(?=[一-鿿“《])(?!${noun})`, 'g');
}

/** 今年的承办的118件 has one 的 too many: 今年承办的118件. */
const TWO_PARTICLES =
  /(?:今年|去年|上年|本年度?|全年|当年|近年来?)的(?:承办|办理|受理|办结|审结|实施|开展|举办|完成|培训|发展|查处|新建|建成|投入|安排)的(?=[\d一二三四五六七八九十百])/g;

function secondParticles(passages: readonly Passage[], text: WholeText): SlipFound[] {
  if (!text.says('年的') && !text.says('来的')) return [];
  return passages.flatMap((passage) =>
    matchesIn(passage.text, TWO_PARTICLES).map(({ index: start, 0: word }) => ({
      ...{ passage, start, end: start + word.length },
      right: word.replace('的', ''),
      hint: '时间后面的“的”多了。',
    })),
  );
}

/** 截止 is a deadline, 截至 says up to when: 截止2023年底，…. A thing that ends at a time comes before it: 报名截止6月30日. */
const UNTIL =
  /(?<![名报交缴票标稿集间期理日动费资请售购约定已将于])截止(?:到|至|于)?(?=目前|当前|现在|今日|今年|去年|上年|本月|上月|年底|月底|昨日|\d{4}年|\d{1,2}月)(?:目前|当前|现在|今日|[^，。；]{2,16}(?=，|[^，。；]{0,12}(?:共|累计|已|全|各|我)))/g;

function untilSlips(passages: readonly Passage[], text: WholeText): SlipFound[] {
  if (!text.says('截止')) return [];
  return passages.flatMap((passage) =>
    matchesIn(passage.text, UNTIL).map(({ index: start, 0: word }) => {
      const ahead = /^截止(?:[到至于](?!目前|当前|现在))?/.exec(word)?.[0] ?? '';
      const isShort = /目前|当前|现在|今日/.test(word);
      return {
        ...{ passage, start, end: start + (isShort ? word.length : ahead.length) },
        right: isShort ? `截至${word.replace(/^截止[到至于]?/, '')}` : '截至',
        hint: '“截止”是到此为止，“截至”后面带时间，还没有完。',
      };
    }),
  );
}
