import { Option } from 'commander';
import { REPORT_FORMATS } from '../../../disk/output-formats.ts';
import type { CommandEntry } from '../../command-entry.ts';
import { givenPaths } from '../../given-paths.ts';
import { addFindingsOptions } from '../../terminal/findings-options.ts';
import { toNames } from '../../to-names.ts';

export const buildCommand: CommandEntry = {
  name: 'build',
  usage: '<事实文件...> [选项]',
  summary: '由事实文件生成报告',
  complete(command, settle) {
    command
      .description(
        '由事实文件生成报告。报告默认放在事实文件旁边，同名，扩展名为 .docx，草稿为“同名-草稿.docx”；有错误时不写文件。\n-o 指定的路径，如果是已有的文件夹、以 / 结尾，或者输入不止一个，就当作文件夹。',
      )
      .argument('<事实文件...>', '一个或几个 YAML 文件；- 表示标准输入')
      .option('-o, --output <路径>', '输出的文件或文件夹；- 表示标准输出')
      .option('--template <编号>', '模板，见 report templates')
      .option('--attach <附表>', '随报告附上的表，用逗号隔开，如 编制表,台账；代替事实文件里的附表', toNames)
      .option('--draft', '生成草稿：缺少的事实标为【待补】，并列出还缺什么')
      .addOption(new Option('--to <格式>', '输出的格式').choices(REPORT_FORMATS).default(undefined, 'docx'))
      .option('--force', '也覆盖手工改过的或别人的文件（先另存一份）')
      .option(
        '--origins <路径>',
        '另做一份出处本（.docx 或 .html）：每个数字、每段文字都注明来自事实文件的哪一行',
      )
      .option('--watch', '改了事实、模板或配置就重新生成，按 Ctrl-C 结束');
    addFindingsOptions(command).action(async (given, options) => {
      const inputs = givenPaths(given);
      if (options.watch) {
        const { watchBuild } = await import('./watch-build.ts');
        settle(await watchBuild(inputs, options));
        return;
      }
      const { build } = await import('./build.ts');
      settle(await build(inputs, options));
    });
  },
};
