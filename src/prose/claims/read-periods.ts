import { matchesIn } from '../matches.ts';
import { parseNumeral } from '../numerals.ts';
import type { Claim } from './claim.ts';
import { type FigurePassage, holdsOne } from './reader.ts';

/** Times that cannot be: a year that is compared with itself, days from one date to another that do not count up. */
export function readPeriods({ passage }: FigurePassage): Claim[] {
  const { text } = passage;
  const claims: Claim[] = [];
  if (text.includes('年') && holdsOne(text, ['比', '较'])) {
    for (const match of matchesIn(text, SAME_YEAR)) {
      const [whole = '', year = ''] = match;
      const start = match.index + whole.lastIndexOf(year);
      claims.push({
        kind: 'period',
        rule: 'prose-period',
        at: { passage, start, end: start + year.length },
        operands: [{ role: '本期', passage, start: match.index, end: match.index + year.length }],
        verdict: 'wrong',
        isCertain: true,
        reckoning: `${year}与${year}比`,
        why: `${year}与它自己比`,
        hint: '核对比较的年份，多半是批量替换年份时改错的。',
      });
    }
  }
  if (text.includes('天') && holdsOne(text, ['为期', '历时', '持续', '共'])) claims.push(...spans(passage));
  return claims;
}

/** 2023年…比2023年增长; the same period of it, or a part of it, is another matter. */
const SAME_YEAR =
  /(?<![\d比较与同至和、])((?:19|20)\d{2}年)(?!初|底|末|\d)[^。；！？]{0,40}?[比较]\1(?![初底末]|上半年|下半年|同期|\d|[一二三四]季|第)/g;

const SPAN =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[至到]|—+|[-－–～~])(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日[^。；！？]{0,16}?(?:为期|历时|持续|共计|共)(\d{1,3}|[一二两三四五六七八九十百]{1,4})天/g;

function spans(passage: FigurePassage['passage']): Claim[] {
  return matchesIn(passage.text, SPAN).flatMap((match): Claim[] => {
    const [whole, year, month, day, toYear, toMonth, toDay, stated = ''] = match;
    const days = /^\d/.test(stated) ? Number(stated) : parseNumeral(stated);
    const from = Date.UTC(Number(year ?? toYear ?? 2023), Number(month) - 1, Number(day));
    const to = Date.UTC(Number(toYear ?? year ?? 2023), Number(toMonth ?? month) - 1, Number(toDay));
    const between = Math.round((to - from) / 86_400_000);
    if (days === undefined || between <= 0) return [];
    const isLeapPossible = year === undefined && toYear === undefined && Number(month) <= 2;
    const least = between;
    const most = between + 1 + (isLeapPossible ? 1 : 0);
    const holds = days >= least && days <= most;
    const end = match.index + whole.length;
    return [
      {
        kind: 'period',
        rule: 'prose-period',
        at: { passage, start: end - stated.length - 1, end },
        operands: [],
        verdict: holds ? 'holds' : 'wrong',
        isCertain: true,
        reckoning: `首尾都算${between + 1}天，只算一头${between}天`,
        why: holds ? '' : `写的是${days}天，起止日期首尾都算是${between + 1}天`,
        hint: '核对起止日期和天数。',
      },
    ];
  });
}
