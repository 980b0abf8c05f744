import type { DraftRecord } from '../facts-draft.ts';
import { linkToProblems, numberProblems } from './link-problems.ts';

/** Links a draft's causes and measures to its problems, and leaves open what a measure needs and the report does not say. */
export function linkAll(draft: DraftRecord): void {
  const problems = draft.records('problems');
  const [causes, measures] = [draft.records('causes'), draft.records('measures')];
  numberProblems(problems);
  linkToProblems(causes, problems);
  linkToProblems(measures, problems);
  for (const measure of measures) leaveOpen(measure);
}

/** What check asks of a measure and the report does not say is left as an open key. */
function leaveOpen(measure: DraftRecord): void {
  if (measure.get('problems') === undefined)
    measure.set('problems', '', '原文没有写明对应哪个问题，请填编号');
  const isOwned = ['leader', 'department', 'owner'].some((name) => measure.get(name) !== undefined);
  if (!isOwned) measure.set('department', '', '待补，原文没有写');
  const isLasting = measure.text('status') === '长期坚持';
  if (measure.get('deadline') === undefined && !isLasting)
    measure.set('deadline', '', '待补，如 2024-06，或 长期坚持');
}
