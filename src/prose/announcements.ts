import type { Passage } from '../facts/passages.ts';
import { matchesIn } from './matches.ts';
import { parseNumeral } from './numerals.ts';
import { touchesReference } from './place.ts';

/** A number of items that a text says will follow: 以下四个方面, 三项工作：一是…. */
export interface Announcement {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** The numbers of items that a text announces; figures of the facts are none. */
export function announcements(passage: Passage): Announcement[] {
  const plain = passage.text.includes('下') ? announced(passage, ANNOUNCED) : [];
  if (!COLON.test(passage.text)) return plain;
  const known = new Set(plain.map(({ start }) => start));
  return [...plain, ...announced(passage, ANNOUNCED_BY_COLON).filter(({ start }) => !known.has(start))];
}

function announced(passage: Passage, pattern: RegExp): Announcement[] {
  return matchesIn(passage.text, pattern).flatMap(({ index, 0: text, 1: number = '' }) => {
    const count = /^\d/.test(number) ? Number(number) : parseNumeral(number);
    const start = index + text.indexOf(number);
    const shown =
      /^(?:\d+|[一二两三四五六七八九十]+)(?:个方面|个问题|项|件事|[个条点类种]|方面)(?:问题)?/.exec(
        text.slice(text.indexOf(number)),
      );
    const end = start + (shown?.[0].length ?? number.length);
    if (count === undefined || touchesReference(passage, start, end)) return [];
    return [{ start, end, count }];
  });
}

const ANNOUNCED =
  /(?:以下|如下|下列|下面)的?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个(?:方面|问题|环节|重点|特点|不足|原因|部分|层面)?|项(?:工作|措施|任务|重点)?|条|点|类|种|方面)(?:的?(?:问题|不足|措施|工作|原因))?/g;

const COLON = /[：:]\s?(?:$|[一其第]|\s)|[点条]。其一/;

/** 存在三个方面的问题：一是…: where the items follow at once, or in the next paragraph, the colon says enough. */
const ANNOUNCED_BY_COLON =
  /(?<![第另其“‘一二三四五六七八九十百\d])([二两三四五六七八九十])(?:个?方面|个(?:问题|环节|重点|特点|不足|原因|部分|层面)|项(?:工作|措施|任务|重点)|件事|[个点条步])[^\d一二两三四五六七八九十，。；：、“”]{0,6}(?=[：:]\s*(?:一[是要、]|[其第]一[，,、]|$)|(?<=[点条])。其一[，,、])/g;
