import { Option } from 'commander';
import type { CommandEntry } from '../command-entry.ts';
import { givenPaths } from '../given-paths.ts';

export const formatCommand: CommandEntry = {
  name: 'format',
  usage: '<报告...> [选项]',
  summary: '排版：把现成的报告排成 GB/T 9704 的版式',
  complete(command, settle) {
    command
      .description(
        '排版：把现成的报告（Word 或纯文本，谁写的都行）照 GB/T 9704 重新排成一份新的，原件不动，文字一个不改。\n先用 --dry-run 看各段认成了什么，认得不对的用 --heading 改。',
      )
      .argument('<报告...>', '.docx 或 .txt，或放报告的文件夹；- 为标准输入')
      .option('-o, --output <路径>', '输出文件或文件夹；默认在原件旁边，名为“原名-排版.docx”')
      .option(
        '--heading <段=级>',
        '指定某段是几级标题：第3段=2；0 或 正文 为不是标题（可多次）',
        collectRuling,
        [],
      )
      .option('--dry-run', '只列出各段认成了什么，不写文件')
      .option('--keep-going', '带不过去的地方留下【…】，修订按全部接受，其余照排')
      .option('--force', '也覆盖手工改过的文件（先另存一份）')
      .addOption(
        new Option('--format <格式>', '结果的格式').choices(['text', 'json']).default('text', 'text'),
      )
      .option('-q, --quiet', '只说没有排成的')
      .action(async (paths, options) => {
        const { format } = await import('./format.ts');
        settle(await format(givenPaths(paths), options));
      });
  },
};

function collectRuling(written: string, all: readonly string[]): readonly string[] {
  return [...all, written];
}
