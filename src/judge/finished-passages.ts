import type { FinishedDocument, FinishedRole } from '../document/finished-document.ts';
import { type CalendarDate, parseDate } from '../facts/dates.ts';
import type { Passage, PassageRole } from '../facts/passages.ts';
import { parseNumeral } from '../prose/numerals.ts';

/** What the prose rules see of a finished document: its paragraphs, and its date where a line of its own states one. */
export function finishedPassages(document: FinishedDocument): { passages: Passage[]; date?: CalendarDate } {
  const passages = document.paragraphs.map(
    ({ number, role, text }): Passage => ({
      path: '',
      paragraph: number - 1,
      role: passageRole(role),
      text,
      offset: 0,
      references: [],
    }),
  );
  const isInText = document.paragraphs.map(({ role }) => role !== 'cell' && !isApartRole(role));
  const date = statedDate(passages.filter((_, index) => isInText[index]));
  return date === undefined ? { passages } : { passages, date };
}

/** A note is prose as any other; what is on every page is read as what is under the text is. */
function passageRole(role: FinishedRole): PassageRole {
  if (!isApartRole(role)) return role;
  return role === 'note' ? 'body' : 'signature';
}

function isApartRole(role: FinishedRole): role is 'note' | 'header' {
  return role === 'note' || role === 'header';
}

/** The date that stands alone in a line: under the signature, under the title, or, with attachments after it, the only one. */
function statedDate(passages: readonly Passage[]): CalendarDate | undefined {
  const dates = passages.map(({ text }) => dateAlone(text));
  const atEnds = [...dates.slice(-2).reverse(), ...dates.slice(0, 4)].find((date) => date !== undefined);
  const stated = dates.filter((date) => date !== undefined);
  return atEnds ?? (stated.length === 1 ? stated[0] : undefined);
}

function dateAlone(text: string): CalendarDate | undefined {
  return text.length > LONGEST_DATE ? undefined : parseDate(arabic(text.replace(/[\s　（）()]/g, '')));
}

const LONGEST_DATE = 20;

/** 二〇二三年十一月六日 as 2023年11月6日. */
function arabic(text: string): string {
  const match =
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]+)月(?:([一二三四五六七八九十]+)日)?$/.exec(
      text,
    );
  if (match === null) return text;
  const [, year = '', month = '', day] = match;
  const digits = [...year]
    .map((digit) => '〇一二三四五六七八九'.indexOf(digit.replace(/[○零]/, '〇')))
    .join('');
  return `${digits}年${parseNumeral(month)}月${day === undefined ? '' : `${parseNumeral(day)}日`}`;
}
