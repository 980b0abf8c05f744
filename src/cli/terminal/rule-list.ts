import {
  COLLECTION_RULES,
  FACTS_RULES,
  FINISHED_RULES,
  LAYOUT_RULES,
  PRINTED_RULES,
  PROSE_RULES,
  READING_RULES,
  TEMPLATE_RULES,
} from '../../judge/registry.ts';
import type { Rule, RuleDocs } from '../../rules/rule.ts';

/** Every rule, under the name of its stage, in the order in which a file meets them. */
export const RULES_BY_STAGE: readonly (readonly [stage: string, rules: readonly Rule[]])[] = [
  ['读取（不能关闭）', READING_RULES],
  ['事实', FACTS_RULES],
  ['文字（事实文件中的文字，以及成文的 .docx、.txt）', PROSE_RULES],
  ['成文的报告（.docx、.txt）', FINISHED_RULES],
  ['版面（.docx；--no-layout 不查）', LAYOUT_RULES],
  ['印出来的页（--to pdf）', PRINTED_RULES],
  ['几个单位之间', COLLECTION_RULES],
  ['模板（report templates check）', TEMPLATE_RULES],
];

export const ALL_RULES: readonly Rule[] = RULES_BY_STAGE.flatMap(([, rules]) => rules);

/** What a rule is called; undefined for what is no rule of ours. */
export function ruleTitle(id: string): string | undefined {
  return ruleDocs(id)?.title;
}

/** What there is to say of a rule; undefined for what is no rule of ours. */
export function ruleDocs(id: string): RuleDocs | undefined {
  return ALL_RULES.find((rule) => rule.id === id)?.docs;
}
