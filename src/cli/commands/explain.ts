import { UserError } from '../../diagnostics/user-error.ts';
import { nearestWord } from '../../facts/suggest.ts';
import { describeBasis } from '../../rules/describe-basis.ts';
import type { Rule, RuleExample } from '../../rules/rule.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { styleFor } from '../terminal/paint.ts';
import { ALL_RULES, RULES_BY_STAGE } from '../terminal/rule-list.ts';
import { printResult } from '../terminal/streams.ts';

/** Explains one rule, or lists all of them. */
export async function explain(id: string | undefined): Promise<number> {
  printResult(id === undefined ? listRules() : describeRule(findRule(id)));
  return EXIT.done;
}

function listRules(): string {
  const style = styleFor('stdout');
  const width = Math.max(...ALL_RULES.map((rule) => rule.id.length));
  const sections = RULES_BY_STAGE.map(([title, rules]) =>
    [
      style.strong(title),
      ...rules.map((rule) => `  ${rule.id.padEnd(width)}  ${severityOf(rule)}  ${rule.docs.title}`),
    ].join('\n'),
  );
  return `${sections.join('\n\n')}\n\n某条规则的详情：report explain <规则>\n`;
}

function findRule(id: string): Rule {
  const rule = ALL_RULES.find((each) => each.id === id);
  if (rule !== undefined) return rule;
  const meant = nearestWord(
    id,
    ALL_RULES.map((each) => each.id),
  );
  throw new UserError(
    `没有“${id}”这条规则。`,
    meant === undefined
      ? '全部规则见 report explain。'
      : `您要写的是不是 ${meant}？全部规则见 report explain。`,
  );
}

function describeRule(rule: Rule): string {
  const style = styleFor('stdout');
  const { title, why, fix, basis } = rule.docs;
  return [
    `${style.strong(rule.id)}  ${title}（${severityOf(rule)}）`,
    '',
    `为什么：${why}`,
    `怎么改：${fix}`,
    `依据：${describeBasis(basis)}。`,
    ...rule.examples.flatMap(describeExample),
    '',
  ].join('\n');
}

function describeExample({ input, reports, others = [], files: rosters = {} }: RuleExample): string[] {
  const named = Object.entries(rosters).map(([name, text]) => `# ${name}\n${text}`);
  const files = [input, ...others, ...named].map((text) => `  ${text.trimEnd().replaceAll('\n', '\n  ')}`);
  const verdict = reports.length === 0 ? '没有问题' : `报告：${reports.join('；')}`;
  return ['', `例（${verdict}）`, files.join('\n  ——\n')];
}

function severityOf(rule: Rule): string {
  return rule.severity === 'error' ? '错误' : '警告';
}
