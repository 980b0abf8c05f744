import type { FinishedDocument } from '../document/finished-document.ts';
import type { WordDocument } from '../docx/word-document.ts';
import { LAYOUT_CLAUSES, type LayoutClause } from './clauses.ts';
import type { ClauseJudgement, ClauseVerdict } from './judgement.ts';
import { type LayoutView, layoutView } from './layout-view.ts';
import { isRunningText } from './text-parts.ts';

/** Holds a Word file against every clause: the sheet, in the standard's order. */
export function judgeLayout(document: FinishedDocument, word: WordDocument): ClauseVerdict[] {
  const view = layoutView(document, word);
  if (isBareText(view)) return LAYOUT_CLAUSES.map((clause) => bareVerdict(clause, view));
  return LAYOUT_CLAUSES.map((clause) => clauseVerdict(clause, clause.judge(view)));
}

function clauseVerdict(
  clause: LayoutClause,
  { deviations = [], found = clause.wanted, look, isAbsent }: ClauseJudgement,
): ClauseVerdict {
  const { judge: _, ...said } = clause;
  const [first] = deviations;
  if (first !== undefined) {
    const all = [...new Set(deviations.map((each) => each.found))].join('；');
    return { ...said, verdict: '不合', found: all, wanted: first.wanted, deviations };
  }
  if (isAbsent) return { ...said, verdict: '不适用', found: '', deviations: [] };
  if (look !== undefined) return { ...said, verdict: '需人看', found: look, deviations: [] };
  return { ...said, verdict: '合', found, deviations: [] };
}

/** Text that nobody set: no font, size or line anywhere. That is one matter, not one for each clause. */
function isBareText({ paragraphs }: LayoutView): boolean {
  const text = paragraphs.filter((each) => isRunningText(each) || each.part === 'title');
  return text.length > 0 && text.every(({ looks }) => !looks.isFormatted);
}

function bareVerdict(clause: LayoutClause, view: LayoutView): ClauseVerdict {
  if (clause.rule !== 'layout-body' || clause.item !== BARE_ITEM)
    return clauseVerdict(clause, { look: '全文没有设置格式' });
  const first = view.paragraphs.find(isRunningText) ?? view.paragraphs.find(({ part }) => part === 'title');
  const found = '全文没有设置字体、字号和行距';
  const wanted = '三号仿宋，固定行距，按公文格式排版';
  return clauseVerdict(clause, {
    deviations: [{ what: '全文没有排版', found, wanted, at: first === undefined ? [] : [first.at] }],
  });
}

const BARE_ITEM = '正文字体';
