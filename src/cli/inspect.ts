import { Option } from 'commander';
import type { CommandEntry } from './command-entry.ts';

export const inspectCommand: CommandEntry = {
  name: 'inspect',
  usage: '<事实文件> [选项]',
  summary: '查看生成过程的中间结果',
  complete(command, settle) {
    command
      .description('查看生成过程的中间结果：读到的事实、模板写出的标记，或输出前的文档。')
      .argument('<事实文件>', 'YAML 文件；- 表示标准输入')
      .addOption(
        new Option('--stage <阶段>', '看哪一步')
          .choices(['facts', 'markup', 'document'])
          .default('facts', 'facts'),
      )
      .option('--template <编号>', '模板，见 report templates')
      .option('--draft', '按草稿处理')
      .action(async (input, options) => {
        const { inspect } = await import('./actions/inspect.ts');
        settle(await inspect(input, options));
      });
  },
};
