import { deadlineText, isoDate } from '../facts/dates.ts';
import type { RosterMeasure } from '../rosters/read-measures.ts';
import { DraftRecord } from './facts-draft.ts';

/** Writes the measures of a 台账, and the problems that they answer, into a draft that has none. */
export function placeMeasures(draft: DraftRecord, measures: readonly RosterMeasure[]): void {
  if (measures.length === 0 || draft.get('measures') !== undefined) return;
  const ids = new Map<string, string>();
  const hasProblems = draft.get('problems') !== undefined;
  for (const { problem } of measures) {
    if (hasProblems || problem === '' || ids.has(problem)) continue;
    const id = `问题${ids.size + 1}`;
    ids.set(problem, id);
    draft.list('problems').push(textsRecord({ id, title: problem }));
  }
  for (const each of measures) {
    draft.list('measures').push(
      textsRecord({
        id: each.id,
        title: each.text,
        problems: ids.get(each.problem) ?? each.problem,
        leader: each.leader,
        department: each.department,
        owner: each.owner,
        deadline: each.deadline === undefined ? '' : deadlineText(each.deadline),
        status: each.status ?? '',
        evidence: each.evidence,
        completed: each.completed === undefined ? '' : isoDate(each.completed),
        closed: each.closed === undefined ? '' : each.closed ? '是' : '否',
      }),
    );
  }
}

function textsRecord(texts: Readonly<Record<string, string>>): DraftRecord {
  const record = new DraftRecord();
  for (const [name, text] of Object.entries(texts)) if (text !== '') record.set(name, text);
  return record;
}
