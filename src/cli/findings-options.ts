import { type Command, InvalidArgumentError, Option } from 'commander';

/** How findings are shown and judged; the same for every command that finds something. */
export interface FindingsOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly maxWarnings?: number;
  readonly strict?: boolean;
  readonly statistics?: boolean;
}

export function addFindingsOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <格式>', '问题清单的格式')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text', 'text'),
    )
    .option('--max-warnings <个数>', '警告超过这个数时，退出状态为 1', toCount)
    .option('--strict', '把警告当作错误')
    .option('--statistics', '在末尾按规则统计问题数');
}

function toCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('应为 0 或正整数。');
  return Number(text);
}
