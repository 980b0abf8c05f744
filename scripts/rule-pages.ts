import { describeBasis } from '../src/rules/describe-basis.ts';
import type { Rule, RuleExample } from '../src/rules/rule.ts';

const STAGES = {
  reading: '读取',
  facts: '事实',
  prose: '文字',
  finished: '成文的报告',
  layout: '版面',
  printed: '印出来的页',
  collection: '几个单位之间',
  template: '模板',
} as const;
const SEVERITIES = { error: '错误', warning: '警告' } as const;

/** One rule's page in Markdown: why, how to mend it, and every example with what is reported. */
export function rulePage(rule: Rule): string {
  const { id, stage, severity, docs, examples } = rule;
  const switchable = stage === 'reading' || stage === 'template' ? '，不能关闭' : '';
  return [
    `# ${id}：${docs.title}`,
    `${STAGES[stage]}规则，${SEVERITIES[severity]}${switchable}。`,
    `## 为什么\n\n${docs.why}`,
    `## 怎么改\n\n${docs.fix}`,
    `## 依据\n\n${describeBasis(docs.basis)}。`,
    ...(examples.length === 0 ? [] : ['## 例子', ...examples.map((example) => describe(example, stage))]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/u, '\n');
}

/** The list of all rules by stage. */
export function ruleIndex(rules: readonly Rule[]): string {
  const sections = Object.entries(STAGES).map(([stage, name]) => {
    const rows = rules
      .filter((rule) => rule.stage === stage)
      .map(({ id, severity, docs }) => `| [${id}](${id}.md) | ${SEVERITIES[severity]} | ${docs.title} |`);
    return `## ${name}\n\n| 规则 | 级别 | 查什么 |\n| --- | --- | --- |\n${rows.join('\n')}`;
  });
  return `# 规则\n\n本目录由 \`npm run generate\` 从规则本身生成，\`report explain <规则>\` 显示同样的内容。\n\n${sections.join('\n\n')}\n`;
}

function describe(
  { input, reports, others = [], files: rosters = {} }: RuleExample,
  stage: Rule['stage'],
): string {
  const language = ['prose', 'finished', 'layout', 'printed'].includes(stage)
    ? 'text'
    : stage === 'template'
      ? 'handlebars'
      : 'yaml';
  const files = [input, ...others].map((text) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``);
  for (const [name, text] of Object.entries(rosters)) files.push(`${name}：\n\n\`\`\`csv\n${text}\n\`\`\``);
  const verdict =
    reports.length === 0 ? '不报告。' : `报告：${reports.map((text) => `\`${text}\``).join('、')}`;
  return [...files, verdict].join('\n\n');
}
