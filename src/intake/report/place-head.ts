import type { CalendarDate } from '../../facts/dates.ts';
import { isoDate } from '../../facts/dates.ts';
import { readDateCell } from '../../rosters/read-date.ts';
import type { DraftRecord } from '../facts-draft.ts';
import type { Outline } from './outline.ts';
import { type ReportPeriod, readPeriod } from './read-period.ts';
import type { ReportParts } from './report-parts.ts';
import { sectionKind } from './section-kind.ts';

/** Places what stands around a report's body: title, addressee, signatory, date, attachments, and the period that it tells of. Gives the date. */
export function placeHead(
  draft: DraftRecord,
  { title, addressee, signatory, date, subtitle, attachments }: ReportParts,
  { outline, template }: { readonly outline: Outline; readonly template: string },
): CalendarDate | undefined {
  const line = date ?? subtitle.find((each) => /\d{4}年/u.test(each));
  const day = dateOfLine(line);
  const known = {
    template,
    title,
    recipient: addressee,
    date: day === undefined ? line : isoDate(day),
    signatory,
  };
  for (const [name, value] of Object.entries(known))
    if (value !== undefined) draft.set(`report.${name}`, value);
  if (attachments.length > 0) draft.set('attachments', attachments);
  placePeriod(draft, periodOf(title ?? '', outline, day));
  return day;
}

/** In digits or in characters, perhaps in brackets. */
function dateOfLine(line: string | undefined): CalendarDate | undefined {
  const read = readDateCell(line?.replace(/[（()）\s]/gu, ''));
  return read.kind === 'date' ? read.date : undefined;
}

function placePeriod(draft: DraftRecord, period: ReportPeriod | undefined): void {
  if (period === undefined) return;
  draft.set('report.from', isoDate(period.from));
  if (period.to !== undefined) draft.set('report.to', isoDate(period.to));
}

/** The period of the title, or of a clause before the work that names one; a whole one before one that is open. */
function periodOf(title: string, outline: Outline, date: CalendarDate | undefined): ReportPeriod | undefined {
  const words = title.replace(/\s/gu, '');
  const titled = /\d{4}年(?:(?:上|下)半年|(?:\d{1,2}月)?以来)/u.exec(words)?.[0] ?? '';
  const clauses = [titled, ...openingOf(outline).flatMap((text) => text.split(/[，。：；]/u))];
  const year = date?.year ?? Number(/\d{4}(?=年)/u.exec(words)?.[0]);
  const periods = clauses
    .flatMap((clause) => readPeriod(clause.trim(), date) ?? [])
    .filter((period) => isNearYear(period, year));
  return periods.find(({ to }) => to !== undefined) ?? periods[0];
}

/** History is no report's period. Where no year is known only a period that says its months counts. */
function isNearYear({ from, to }: ReportPeriod, year: number): boolean {
  if (Number.isNaN(year)) return from.month > 1;
  return Math.abs((to ?? from).year - year) <= (to === undefined ? MOST_OPEN_YEARS : 1);
}

const MOST_OPEN_YEARS = 6;

function openingOf({ preface, sections }: Outline): readonly string[] {
  return [
    ...preface,
    ...sections.flatMap((each) => (sectionKind(each) === 'overview' ? each.paragraphs : [])),
  ];
}
