import type { CommandEntry } from '../command/command-entry.ts';

export const initCommand: CommandEntry = {
  name: 'init',
  usage: '[文件] [选项]',
  summary: '写一份带说明的事实文件',
  complete(command, settle) {
    command
      .description('写一份带说明的事实文件，填好即可生成报告。不会覆盖已有的文件。')
      .argument('[文件]', '新文件的名字，默认 事实.yaml')
      .option('--template <编号>', '写入文件的模板，见 report templates')
      .action(async (file, options) => {
        const { init } = await import('./init.ts');
        settle(await init(file, options));
      });
  },
};
