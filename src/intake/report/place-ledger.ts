import { isoDate, parseDate } from '../../facts/dates.ts';
import { DraftRecord } from '../facts-draft.ts';
import { numberProblems } from './link-problems.ts';
import { titleAndBody } from './sentences-in.ts';

/**
 * Takes out of an attached 台账 which measure answers which problem, and what the measures themselves do not say: who, until when, how far, by
 * what proved. A table of another kind says nothing.
 */
export function placeLedger(draft: DraftRecord, rows: readonly (readonly string[])[]): void {
  const head = rows.findIndex((cells) => cells.includes('反馈问题') && cells.includes('整改措施'));
  if (head === -1) return;
  const columns = new Map((rows[head] ?? []).map((name, at) => [name, at]));
  const read = rows.slice(head + 1).map((cells) => (name: string) => cells[columns.get(name) ?? -1] ?? '');
  for (const cell of read) if (cell('反馈问题') !== '') setApart(draft, cell('反馈问题'));
  numberProblems(draft.records('problems'));
  let problem = '';
  for (const cell of read) {
    if (cell('反馈问题') !== '') problem = cell('反馈问题');
    const { title } = titleAndBody(cell('整改措施'));
    const measure = draft.records('measures').find((each) => each.text('title') === title);
    if (measure === undefined) continue;
    linkTo(
      measure,
      draft.records('problems').find((each) => each.text('title') === problem),
    );
    fillIn(measure, cell);
  }
}

/** A problem that the text runs into another one: its title begins a sentence there. */
function setApart(draft: DraftRecord, title: string): void {
  const problems = draft.get('problems') === undefined ? [] : draft.list('problems');
  if (problems.some((each) => each.text('title') === title)) return;
  for (const [index, known] of problems.entries()) {
    const body = known.text('body') ?? '';
    const at = body.indexOf(`${title}。`);
    if (at === -1) continue;
    const made = new DraftRecord();
    made.set('title', title);
    for (const [key, value] of known.values) if (key === 'aspect' || key === 'cases') made.set(key, value);
    const rest = body.slice(at + title.length + 1).trim();
    if (rest !== '') made.set('body', rest);
    const before = body.slice(0, at).trim();
    if (before === '') known.values.delete('body');
    else known.set('body', before);
    known.values.delete('cases');
    problems.splice(index + 1, 0, made);
    return;
  }
}

function linkTo(measure: DraftRecord, problem: DraftRecord | undefined): void {
  const id = problem?.text('id');
  const known = measure.get('problems');
  const ids = Array.isArray(known) ? (known as string[]) : [];
  if (id !== undefined && !ids.includes(id)) measure.set('problems', [...ids, id]);
}

function fillIn(measure: DraftRecord, cell: (name: string) => string): void {
  const progress = /^(已完成|推进中|未开始|长期坚持)?(?:（([^）]+)）)?[。，]?([\s\S]*)$/u.exec(
    cell('完成情况'),
  );
  const [, status = '', completed = '', results = ''] = progress ?? [];
  const known: Readonly<Record<string, string>> = {
    leader: cell('责任领导'),
    department: cell('责任单位'),
    owner: cell('责任人'),
    deadline: ledgerDateText(cell('整改时限')),
    status,
    completed: ledgerDateText(completed),
    closed: cell('是否销号'),
  };
  for (const [name, text] of Object.entries(known))
    if (text !== '' && measure.get(name) === undefined) measure.set(name, text);
  for (const [name, text] of [
    ['results', results.replace(/^超期\d+天[。，]?/u, '')],
    ['evidence', cell('佐证')],
  ] as const) {
    if (text !== '' && measure.get(name) === undefined) measure.set(name, text.split('；'));
  }
}

function ledgerDateText(text: string): string {
  const date = parseDate(text);
  return date === undefined ? text : isoDate(date);
}
