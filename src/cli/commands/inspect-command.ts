import { Option } from 'commander';
import type { CommandEntry } from '../command-entry.ts';
import { onePath } from '../given-paths.ts';

export const inspectCommand: CommandEntry = {
  name: 'inspect',
  usage: '<文件> [选项]',
  summary: '查看生成过程的中间结果',
  complete(command, settle) {
    command
      .description(
        '查看中间结果：读到的事实、模板写出的标记、输出前的文档；或者正文里的每个数、数与数的关系和判断（claims，也可以看成文的 .docx、.txt）。',
      )
      .argument('<文件>', 'YAML 文件，看 claims 时也可以是 .docx、.txt；- 表示标准输入')
      .addOption(
        new Option('--stage <阶段>', '看哪一步')
          .choices(['facts', 'markup', 'document', 'claims'])
          .default('facts', 'facts'),
      )
      .addOption(
        new Option('--format <格式>', 'claims 的格式').choices(['text', 'json']).default('text', 'text'),
      )
      .option('--template <编号>', '模板，见 report templates')
      .option('--draft', '按草稿处理')
      .action(async (input, options) => {
        const { inspect } = await import('./inspect.ts');
        settle(await inspect(onePath(input), options));
      });
  },
};
