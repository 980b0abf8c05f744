import { LIMITS } from '../diagnostics/budget.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/printable.ts';
import type { MarkRefusal } from '../docx/mark/word-marker.ts';
import type { RuleDocs } from '../rules/rule.ts';

/** What became of the correction that a finding proposes. */
export type Correction = 'made' | MarkRefusal | undefined;

/** What a comment says beside the finding itself. */
export interface CommentContext {
  readonly correction: Correction;
  /** Where the finding is, for a comment that stands elsewhere. */
  readonly place: string | undefined;
  readonly describe: (place: Position) => string;
  readonly docsOf: (rule: string) => Pick<RuleDocs, 'why' | 'fix'> | undefined;
}

/** A comment's paragraphs: what is wrong, why, what to do, and by which rule. */
export function commentLines(
  { severity, message, related, hint, rule }: Diagnostic,
  { correction, place, describe, docsOf }: CommentContext,
): string[] {
  const docs = docsOf(rule);
  const others = related.slice(0, LIMITS.relatedShown);
  const left = related.length - others.length;
  const advice = hint === '' ? (docs?.fix ?? '') : hint;
  return [
    `${severity === 'error' ? '错误' : '警告'}：${message}`,
    ...(place === undefined ? [] : [`位置：${place}`]),
    ...others.map((other) => `相关：${describe(other.start)} ${other.message}`),
    ...(left > 0 ? [`相关：其余${left}处`] : []),
    ...(docs === undefined ? [] : [`原因：${docs.why}`]),
    ...(advice === '' ? [] : [`改法：${advice}`]),
    ...(correction === undefined ? [] : [CORRECTIONS[correction]]),
    `[${rule}]`,
  ].map(visible);
}

const CORRECTIONS: Readonly<Record<Exclude<Correction, undefined>, string>> = {
  made: '修订：已按改法改好，请接受或拒绝这处修订。',
  overlap: '修订：没有改，与另一处改正重叠，请自行改正。',
  revision: '修订：没有改，这里有别人还没有处理的修订；请先接受或拒绝它，再改正。',
  'not-text': '修订：没有改，这里的文字由 Word 自动生成或嵌在别的对象里，请自行改正。',
  locked: '修订：没有改，这里的文字由内容控件从别处取来，请在来源处改正。',
};
