import { type CalendarDate, isoDate, parseDate } from '../facts/dates.ts';
import { PENDING } from '../facts/facts.ts';
import type { Field, Fields } from '../facts/field.ts';
import { FIGURE_FIELDS } from '../facts/figure-fields.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { DraftRecord } from './facts-draft.ts';
import { nextPeriod, type ReportDates } from './move-period.ts';

/** What became of last time's facts in the next period. */
export interface Rolled {
  /** As the new file writes them: 2024-07, 2024-12. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly pending: number;
  readonly done: readonly string[];
  readonly open: number;
}

/**
 * Turns last time's facts into the next period's: periods and dates move on, every figure is 待补 with last time's beside it, measures that are
 * done go with the problems that they solved, open ones stay. What goes is told in comments.
 */
export function rollDraft(draft: DraftRecord): Rolled {
  const dates = moveDates(draft);
  const total = draft.text('members.total');
  const yearly = dates.isYearLater ? lastYearsFigures(draft) : [];
  const pending = clearFigures(draft, VOCABULARY);
  if (total !== undefined && draft.get('members.flow') !== undefined) draft.set('members.flow.last', total);
  for (const { path, value } of yearly) draft.set(path, value, '取自上期');
  const done = dropDone(draft);
  for (const source of draft.records('sources'))
    draft.note('sources', `上期的名册：${source.text('file') ?? ''}（本期的用 --from 给出，或者写在这里）`);
  draft.values.delete('sources');
  draft.values.delete('previous');
  dropNumber(draft);
  if (draft.records('plans').length > 0)
    draft.note('plans', '上期的打算：已经做了的，移到“工作”里写清结果；还要做的留在这里。');
  return {
    from: isoText(dates.from),
    to: isoText(dates.to),
    pending,
    done,
    open: draft.records('measures').length,
  };
}

function isoText(date: CalendarDate | undefined): string | undefined {
  return date && isoDate(date);
}

/** What the next file says of the year before, where last time's speaks of it too: this file's own figures. */
function lastYearsFigures(draft: DraftRecord): readonly { readonly path: string; readonly value: string }[] {
  return FIGURE_FIELDS.flatMap(({ path, field: { lastYearOf } }) => {
    const value = lastYearOf === undefined ? undefined : draft.text(lastYearOf);
    const isKnown = value !== undefined && value !== '' && value !== PENDING;
    return isKnown && draft.get(path) !== undefined ? [{ path, value }] : [];
  });
}

function moveDates(draft: DraftRecord): ReportDates & { readonly isYearLater: boolean } {
  const [from, to, date] = ['from', 'to', 'date'].map((name) =>
    parseDate(draft.text(`report.${name}`) ?? ''),
  );
  const next = nextPeriod({ from, to, date });
  const moved = { from: next.from, to: next.to, date: next.date };
  for (const [name, day] of Object.entries(moved)) {
    if (day !== undefined)
      draft.set(`report.${name}`, isoDate(day), `上期 ${draft.text(`report.${name}`) ?? ''}`);
  }
  moveTitle(draft, to ?? date, next.to ?? next.date);
  const [last, now] = [to ?? date, next.to ?? next.date];
  const isYearLater = last?.month === now?.month && last !== undefined && now?.year === last.year + 1;
  return { ...next, isYearLater };
}

/** Each report has a document number of its own. */
function dropNumber(draft: DraftRecord): void {
  const report = draft.get('report');
  const number = draft.text('report.number') ?? '';
  if (!(report instanceof DraftRecord) || number === '') return;
  report.values.delete('number');
  draft.note('report', `上期的文号：${number}（本期的编好以后写在这里）`);
}

/** The year, and the half of it, that a title names. */
function moveTitle(draft: DraftRecord, last: CalendarDate | undefined, next: CalendarDate | undefined): void {
  const title = draft.text('report.title');
  if (title === undefined || last === undefined || next === undefined) return;
  const half = last.month <= 6 ? '上半年' : '下半年';
  const now = next.month <= 6 ? '上半年' : '下半年';
  const moved = title
    .replaceAll(`${last.year}年${half}`, `${next.year}年${now}`)
    .replaceAll(new RegExp(`${last.year}年(?!${now})`, 'gu'), `${next.year}年`);
  if (moved !== title) draft.set('report.title', moved, `上期 ${title}`);
}

/** Sets every figure to 待补, with last time's in a comment at the end of its line; gives how many. */
function clearFigures(record: DraftRecord, fields: Fields): number {
  let count = 0;
  for (const [name, field] of Object.entries(fields)) {
    if (field === VOCABULARY.sources) continue;
    const value = record.values.get(name);
    if (typeof value === 'string') count += clearFigure(record, name, field);
    else if (value instanceof DraftRecord) count += clearInner(value, field);
    else if (field.kind === 'list' && field.item !== 'text')
      for (const item of value ?? [])
        if (item instanceof DraftRecord) count += clearFigures(item, field.item);
  }
  return count;
}

function clearInner(record: DraftRecord, field: Field): number {
  if (field.kind === 'record') return clearFigures(record, field.fields);
  if (field.kind !== 'tally') return 0;
  return [...record.values.keys()].reduce((sum, name) => sum + clearFact(record, name), 0);
}

function clearFigure(record: DraftRecord, name: string, { kind }: Field): number {
  const isFigure = kind === 'count' || kind === 'difference' || kind === 'amount';
  const isNumber = kind === 'denominator' && /^\d/u.test(record.text(name) ?? '');
  return isFigure || isNumber ? clearFact(record, name) : 0;
}

function clearFact(record: DraftRecord, name: string): number {
  const last = record.values.get(name);
  if (typeof last !== 'string' || last === PENDING || last === '') return 0;
  record.values.set(name, PENDING);
  record.beside.set(name, `上期 ${last}`);
  return 1;
}

/** Takes out what is done; a problem goes where all of its measures are, a cause with the problems that it explains. */
function dropDone(draft: DraftRecord): readonly string[] {
  const measures = draft.records('measures');
  const done = measures.filter(isDoneMeasure);
  if (done.length === 0) return [];
  const open = measures.filter((measure) => !isDoneMeasure(measure));
  const named = (items: readonly DraftRecord[]) => new Set(items.flatMap(answeredProblems));
  const [answered, unsolved] = [named(done), named(open)];
  const isSolved = (problem: DraftRecord) => {
    const names = [problem.text('id') ?? '', problem.text('title') ?? ''];
    return names.some((name) => answered.has(name)) && !names.some((name) => unsolved.has(name));
  };
  const problems = draft.records('problems');
  const solved = problems.filter(isSolved);
  const gone = new Set(solved.flatMap((problem) => [problem.text('id') ?? '', problem.text('title') ?? '']));
  keepItems(draft, 'measures', open);
  keepItems(
    draft,
    'problems',
    problems.filter((problem) => !solved.includes(problem)),
  );
  keepCauses(draft, gone);
  for (const measure of open) dropNames(measure, gone);
  for (const problem of solved) draft.note('problems', `上期已经解决：${problem.text('title') ?? ''}`);
  for (const measure of done) draft.note('measures', `上期已经完成：${describeDone(measure)}`);
  return done.map((measure) => measure.text('title') ?? '');
}

function isDoneMeasure(measure: DraftRecord): boolean {
  return measure.text('status') === '已完成' || measure.text('closed') === '是';
}

function describeDone(measure: DraftRecord): string {
  const completed = measure.text('completed');
  return `${measure.text('title') ?? ''}${completed === undefined ? '' : `（${completed}）`}`;
}

function keepCauses(draft: DraftRecord, gone: ReadonlySet<string>): void {
  const causes = draft.records('causes');
  const kept = causes.filter((cause) => {
    const names = answeredProblems(cause);
    return names.length === 0 || !names.every((name) => gone.has(name));
  });
  for (const cause of kept) dropNames(cause, gone);
  keepItems(draft, 'causes', kept);
}

/** What is left of a list; without items the key goes too. */
function keepItems(draft: DraftRecord, list: string, items: readonly DraftRecord[]): void {
  if (items.length > 0) draft.set(list, items);
  else draft.values.delete(list);
}

function dropNames(item: DraftRecord, gone: ReadonlySet<string>): void {
  const names = answeredProblems(item);
  const left = names.filter((name) => !gone.has(name));
  if (left.length < names.length) item.set('problems', left);
}

function answeredProblems(item: DraftRecord): readonly string[] {
  const names = item.get('problems');
  if (typeof names === 'string') return names === '' ? [] : [names];
  return Array.isArray(names) ? (names as string[]) : [];
}
