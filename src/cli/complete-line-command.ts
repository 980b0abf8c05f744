import type { CommandEntry } from './command-entry.ts';

/** What the completion scripts run at each Tab; not for people. */
export const completeLineCommand: CommandEntry = {
  name: '__complete',
  usage: '--word=<文字> -- [前面的词...]',
  summary: '给补全脚本用：光标处可以写什么',
  isHidden: true,
  complete(command, settle) {
    command
      .description('给补全脚本用：光标处可以写什么，一行一个，制表符后面是说明；最后一行说要不要补文件名。')
      .argument('[前面的词...]', '命令名与光标之间已经写完的词')
      .option('--word <文字>', '光标前正在写的词', '')
      .action(async (before, { word }) => {
        const { completeLine } = await import('./complete-line.ts');
        settle(await completeLine(command.parent ?? command, before, word));
      });
  },
};
