/**
 * The number that a clerk set before a title or point, which the writer numbers anyway: `一、` `（一）` `1.` `（1）` `①` `一是` `第一，`. Empty
 * where the text has none that surely is one (一、二线干部, 3.5万元, 一是一), or is itself a series that goes on (一是…；二是…).
 */
export function ownNumber(text: string, siblings: number): string {
  const match = MAY_OPEN.test(text) ? AT_START.exec(text) : null;
  if (match === null) return '';
  const number = ownNumberOf(match);
  const isEnumeration = match.groups?.comma === undefined || number <= siblings;
  return isEnumeration && !isMoreThanNumber(text.slice(match[0].length), number) ? match[0] : '';
}

/** 一 to 二十: longer no list is. */
const ONES = [...'一二三四五六七八九'];
const NUMERALS = [...ONES, '十', ...ONES.map((one) => `十${one}`), '二十'];

const NUMERAL = NUMERALS.toReversed().join('|');
const OWN_NUMBER_MARKS = [
  `(?<comma>${NUMERAL})[、.．](?![\\d一二三四五六七八九十百千万亿两几])`,
  `[（(](?<bracketed>${NUMERAL}|\\d{1,2})[）)][、.．]?`,
  '(?<digits>\\d{1,2})(?:[.．、](?!\\d)|[）)])',
  '(?<circled>[①-⑳])、?',
  `第(?<ordinal>${NUMERAL})[，、：]`,
  `(?<item>${NUMERAL})是(?!\\k<item>(?:[，、。；]|$))，?`,
].join('|');
/** Most texts begin otherwise, and need no closer look. */
const MAY_OPEN = /^[\s一二三四五六七八九十（(\d①-⑳第]/;
const AT_START = new RegExp(`^\\s*(?:${OWN_NUMBER_MARKS})\\s*(?=\\S)`);
const FURTHER_ON = new RegExp(`[，。；：、;\\s](?:${OWN_NUMBER_MARKS})`, 'g');

function ownNumberOf({ groups = {} }: RegExpExecArray | RegExpMatchArray): number {
  const written = Object.values(groups).find((part) => part !== undefined) ?? '';
  if (/^\d/.test(written)) return Number(written);
  const circled = written.charCodeAt(0) - FIRST_CIRCLED;
  return circled >= 0 && circled < 20 ? circled + 1 : NUMERALS.indexOf(written) + 1;
}

const FIRST_CIRCLED = '①'.charCodeAt(0);

function isMoreThanNumber(rest: string, number: number): boolean {
  return [...rest.matchAll(FURTHER_ON)].some((match) => ownNumberOf(match) === number + 1);
}
