import type { CommandEntry } from './command-entry.ts';
import { addFindingsOptions } from './findings-options.ts';
import { givenPaths } from './given-paths.ts';

export const checkCommand: CommandEntry = {
  name: 'check',
  usage: '<路径...> [选项]',
  summary: '核对事实文件或成文的报告',
  complete(command, settle) {
    command
      .description('核对事实文件、文件夹中的全部事实文件，或已经成文的 .docx、.txt 报告。')
      .argument('<路径...>', '文件或文件夹；- 表示标准输入')
      .option('--draft', '按草稿核对：允许待补')
      .option('--fix', '直接改正可以放心改的问题，如半角标点、错写的成语')
      .option('--dry-run', '与 --fix 同用：只显示会改什么，不写文件');
    addFindingsOptions(command).action(async (paths, options) => {
      const { check } = await import('./actions/check.ts');
      settle(await check(givenPaths(paths), options));
    });
  },
};
