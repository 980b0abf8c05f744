import { Argument } from 'commander';
import type { CommandEntry } from './command-entry.ts';

export const completionCommand: CommandEntry = {
  name: 'completion',
  usage: '<终端>',
  summary: '输出命令行补全的脚本',
  complete(command, settle) {
    command
      .description(
        '输出一段脚本，载入以后在终端里按 Tab 补全命令、选项、文件名、模板和规则的编号。\n怎样载入写在脚本的开头，例如 bash：在 ~/.bashrc 里加一行  source <(report completion bash)',
      )
      .addArgument(new Argument('<终端>', '哪一种终端').choices(['bash', 'zsh', 'fish', 'powershell']))
      .action(async (shell) => {
        const { completion } = await import('./completion.ts');
        settle(completion(shell));
      });
  },
};
