import type { CommandEntry } from '../../command-entry.ts';
import { givenPaths } from '../../given-paths.ts';
import { addFindingsOptions } from '../../terminal/findings-options.ts';

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
      .option('--dry-run', '与 --fix 同用：只显示会改什么，不写文件')
      .option(
        '--review <路径>',
        '把每条问题作为批注写进 Word 文件的副本，原件不动；加 --fix，能放心改的在副本里作为修订。路径是一个 .docx，或者一个文件夹',
      )
      .option('--force', '与 --review 同用：也覆盖手工改过的副本（先另存一份）')
      .option('--no-layout', '不查 .docx 的版面')
      .option('--clauses', '对照 GB/T 9704 逐条列出 .docx 的版面：合、不合、需人看、不适用');
    addFindingsOptions(command).action(async (paths, options) => {
      const { check } = await import('./check.ts');
      settle(await check(givenPaths(paths), options));
    });
  },
};
