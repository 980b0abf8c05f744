import { type Command, InvalidArgumentError, Option } from 'commander';

/** How findings are shown and judged; the same for every command that finds something. */
export interface FindingsOptions {
  readonly format: 'text' | 'short' | 'json' | 'sarif' | 'github';
  /** Every finding in the text form, not just the first of a rule and file. */
  readonly all?: boolean;
  /** Nothing but findings and failures. */
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly strict?: boolean;
  readonly statistics?: boolean;
}

export function addFindingsOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <格式>', '问题清单的格式')
        .choices(['text', 'short', 'json', 'sarif', 'github'])
        .default('text', 'text'),
    )
    .option('--all', '全部列出；否则同一文件、同一规则的问题只列前 10 处')
    .option('-q, --quiet', '只说问题，不说进度和小结')
    .option('--max-warnings <个数>', '警告超过这个数时，退出状态为 1', toCount)
    .option('--strict', '把警告当作错误')
    .option('--statistics', '在末尾按规则统计问题数');
}

/** Whether a form of findings is read by people, who are also told what was done; the others are read by programs. */
export function isForPeople({ format }: Pick<FindingsOptions, 'format'>): boolean {
  return format === 'text' || format === 'short';
}

function toCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('应为 0 或正整数。');
  return Number(text);
}
