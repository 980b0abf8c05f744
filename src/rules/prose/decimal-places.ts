import type { Passage } from '../../facts/passages.ts';
import { claimsOf } from '../../prose/claims/claims-of.ts';
import { matchesIn } from '../../prose/matches.ts';
import { anchorIn } from '../../prose/place.ts';
import type { Prose } from '../../prose/prose.ts';
import { sentencesOf } from '../../prose/sentences.ts';
import { SIGN } from '../../prose/signs.ts';
import { wholeText } from '../../prose/whole-text.ts';
import { reportClaims } from '../report-claims.ts';
import type { ProseRule, Report } from '../rule.ts';

/** N5. Figures side by side have one precision; points and multiples are what they say. */
export const decimalPlaces: ProseRule = {
  id: 'decimal-places',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '小数位数、百分点和倍数',
    why: '并列的比例位数不一，读者无从比较；两个百分比之差是百分点，不是百分数；数量不能“下降2倍”，降一倍就没有了。',
    fix: '同一组比例统一小数位数；比例之差写“百分点”；减少用分数或百分数（下降三分之二）。',
    basis: { source: '统计用语的通行做法：一组数位数一致，比例之差用“百分点”', rank: '通常' },
  },
  examples: [
    { input: '三类人员分别占44%、30.5%、25.5%。', reports: ['44%'] },
    { input: '其中男党员200名，占66.7%；女党员100名，占33.33%。', reports: ['33.33%'] },
    { input: '参学率由80%提高到92%，提高12%。', reports: ['12%'] },
    { input: '信访量比上年下降2倍。', reports: ['下降2倍'] },
    { input: '代表240名，其中工人12名，占5%，农民43名，占17.9%。', reports: [] },
    { input: '分别占44.0%、30.5%、25.5%，完成率100%，收入增长2倍。', reports: [] },
    { input: '参学率由80%提高到92%，提高12个百分点。', reports: [] },
  ],
  check(subject, report) {
    const { prose } = subject;
    const exact = exactShares(prose);
    for (const passage of wholeText(prose).passagesWith(SIGN.perCentOrTimes)) {
      checkFalls(passage, report);
      if (!passage.text.includes('%') && !passage.text.includes('％')) continue;
      for (const { start, end } of sentencesOf(passage.text)) {
        const sentence = { passage, start, text: passage.text.slice(start, end), exact };
        checkGroup(sentence, report);
      }
    }
    reportClaims('decimal-places', subject, report);
  },
};

interface ShareSentence {
  readonly passage: Passage;
  readonly start: number;
  readonly text: string;
  readonly exact: ExactShares;
}

/** What the shares of the report are to more places than are written, by their passage and the end of their figure. */
type ExactShares = ReadonlyMap<Passage, ReadonlyMap<number, number>>;

function exactShares(prose: Prose): ExactShares {
  const shares = new Map<Passage, Map<number, number>>();
  for (const { at, exact } of claimsOf(prose)) {
    if (exact === undefined) continue;
    const own = shares.get(at.passage) ?? new Map<number, number>();
    own.set(at.end, exact);
    shares.set(at.passage, own);
  }
  return shares;
}

const FALL =
  /(?:下降|减少|降低|缩小|下滑|回落|减低)了?(?:\d{1,9}(?:\.\d{1,6})?|[一二两三四五六七八九十]{1,3})倍/g;

function checkFalls(passage: Passage, report: Report): void {
  if (!passage.text.includes('倍')) return;
  for (const { index, 0: text } of matchesIn(passage.text, FALL)) {
    report({
      at: anchorIn(passage, index, index + text.length),
      message: `“${text}”说不通：减少一倍就没有了`,
      hint: '改用百分数或分数，例如“下降50%”“减少三分之二”。',
    });
  }
}

/** Shares that one sentence sets side by side: after 占, or in a list joined by pause marks. */
const SHARE_NUMBER = /(?:占[^，。；、\d]{0,14}|[、和])(\d{1,3}(?:\.\d{1,6})?)[%％]/g;

function checkGroup({ passage, start, text, exact }: ShareSentence, report: Report): void {
  const shares = matchesIn(text, SHARE_NUMBER)
    .map((match) => ({ number: match[1] ?? '', end: match.index + match[0].length }))
    .filter(({ number }) => number !== '100' && number !== '0');
  const most = Math.max(...shares.map(({ number }) => decimalsOfNumber(number)));
  const places = shares.map(({ number, end }) => {
    const value = exact.get(passage)?.get(start + end);
    const isZeroLeftOut = value !== undefined && Number(value.toFixed(most)) === Number(number);
    return isZeroLeftOut ? most : decimalsOfNumber(number);
  });
  const usual = commonest(places);
  const index = places.findIndex((place) => place !== usual);
  const odd = shares[index];
  if (shares.length < 2 || odd === undefined || usual === undefined) return;
  const end = start + odd.end;
  report({
    at: anchorIn(passage, end - odd.number.length - 1, end),
    message: `同一组比例的小数位数不一致：${shares.map(({ number }) => `${number}%`).join('、')}`,
    hint: `统一保留${usual === 0 ? '整数' : `${usual}位小数`}。`,
  });
}

function decimalsOfNumber(number: string): number {
  return number.includes('.') ? number.length - number.indexOf('.') - 1 : 0;
}

/** The first of those that occur most often. */
function commonest(places: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
