import { Option } from 'commander';
import type { CommandEntry } from '../command-entry.ts';

export const compareCommand: CommandEntry = {
  name: 'compare',
  usage: '<上期> <本期> [选项]',
  summary: '逐个数字比较上期和本期',
  complete(command, settle) {
    command
      .description(
        '逐个数字比较上期和本期的事实文件：增减多少、百分之几，上期的措施后来怎样了。\n两个都是文件夹的，按单位名称一一比较，列成一张表。',
      )
      .argument('<上期>', '上期的事实文件、成文的报告（.docx、.txt），或文件夹')
      .argument('<本期>', '本期的事实文件，或文件夹')
      .option('-o, --output <文件>', '写成文件：.xlsx、.docx 或 .html')
      .option('--force', '也覆盖手工改过的文件（先另存一份）')
      .addOption(
        new Option('--format <格式>', '写在屏幕上的格式').choices(['text', 'json']).default('text', 'text'),
      )
      .action(async (last, now, options) => {
        const { compare } = await import('./compare.ts');
        settle(await compare(last, now, options));
      });
  },
};
