import { type Command, Option } from 'commander';
import { addFindingsOptions } from './findings-options.ts';
import type { Settle } from './settle.ts';

export function registerBuild(program: Command, settle: Settle): void {
  const command = program
    .command('build')
    .usage('<事实文件...> [选项]')
    .summary('由事实文件生成报告')
    .description('由事实文件生成报告。有错误时不写任何文件；报告默认放在事实文件旁边，同名，扩展名为 .docx。')
    .argument('<事实文件...>', '一个或几个 YAML 文件；- 表示标准输入')
    .option(
      '-o, --output <路径>',
      '输出的文件；已有的文件夹、以 / 结尾或有几个输入时，是文件夹；- 表示标准输出',
    )
    .option('--template <编号>', '模板，见 report templates')
    .option('--draft', '生成草稿：缺少的事实标为【待补】，并列出还缺什么')
    .addOption(
      new Option('--to <格式>', '输出的格式').choices(['docx', 'html', 'txt']).default(undefined, 'docx'),
    )
    .option('--force', '覆盖手工改过的 .docx；改过的那份先另存为 <名称>.edited-<序号>.docx');
  addFindingsOptions(command).action(async (inputs, options) => {
    const { build } = await import('./actions/build.ts');
    settle(await build(inputs, options));
  });
}
