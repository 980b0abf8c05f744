import { Option } from 'commander';
import type { CommandEntry } from '../command-entry.ts';
import { onePath } from '../given-paths.ts';

export const formCommand: CommandEntry = {
  name: 'form',
  usage: '<事实文件> [选项]',
  summary: '把缺的事实做成填报表，收回填好的',
  complete(command, settle) {
    command
      .description(
        '把事实文件里待补的、没有写的做成一份 Excel 填报表，发给只用 Excel 的同事；填好以后用 --take 收回到事实文件里。\n默认写到事实文件旁边的 <名称>-填报表.xlsx。',
      )
      .argument('<事实文件>', 'YAML 文件')
      .option('-o, --output <文件>', '填报表，.xlsx；- 表示标准输出')
      .option('--force', '也覆盖填过的填报表（先另存一份）')
      .option(
        '--take <路径>',
        '收回填好的填报表（.xlsx，或放着它们的文件夹），写进事实文件，可以写多次',
        (path: string, before: readonly string[] = []) => [...before, path],
      )
      .option('--dry-run', '与 --take 同用：只显示会改什么，不写文件')
      .addOption(
        new Option('--format <格式>', '与 --take 同用：结果的格式')
          .choices(['text', 'json'])
          .default('text', 'text'),
      )
      .option('-q, --quiet', '只说问题，不说进度和小结')
      .action(async (input, options) => {
        if (options.take !== undefined) {
          const { takeFormBack } = await import('./take-form-back.ts');
          settle(await takeFormBack(onePath(input), options));
          return;
        }
        const { form } = await import('./form.ts');
        settle(await form(onePath(input), options));
      });
  },
};
