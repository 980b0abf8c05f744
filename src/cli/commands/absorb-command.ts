import { Option } from 'commander';
import type { CommandEntry } from '../command-entry.ts';
import { onePath } from '../given-paths.ts';
import { toNames } from '../to-names.ts';

export const absorbCommand: CommandEntry = {
  name: 'absorb',
  usage: '<报告> <事实> [选项]',
  summary: '把在 Word 里改过的报告收回事实文件',
  complete(command, settle) {
    command
      .description(
        '对照事实文件现在生成的报告，列出在 Word、WPS 里改了什么：事实里的文字和数字可以写回事实文件，模板的话只列出来。\n不加 --apply 什么也不写；写回前的事实文件另存一份，用 --undo 恢复。修订视为已接受，批注列出。',
      )
      .argument('<报告>', '改过的报告：.docx，或 .txt')
      .argument('[事实]', '生成它的事实文件')
      .option('--apply', '把能写回的改动写进事实文件')
      .option('--undo', '撤销上一次写回：report absorb 事实.yaml --undo')
      .option('--base <文件>', '改之前的报告或事实文件；事实后来又改过时，用来分清哪边改了什么')
      .option('--skip <事实路径>', '不写回这一项，如 概况.人口；几项用逗号隔开', toNames)
      .option('--template <编号>', '生成报告时用的模板，见 report templates')
      .option('--attach <附表>', '生成报告时附上的表，用逗号隔开', toNames)
      .addOption(
        new Option('--format <格式>', '清单的格式').choices(['text', 'json']).default('text', 'text'),
      )
      .option('-q, --quiet', '只说结果，不逐条列出')
      .action(async (report, facts, options) => {
        const { absorb } = await import('./absorb.ts');
        settle(await absorb(onePath(report), facts === undefined ? undefined : onePath(facts), options));
      });
  },
};
