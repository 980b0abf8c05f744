import { InvalidArgumentError } from 'commander';
import type { CommandEntry } from '../command-entry.ts';
import { onePath } from '../given-paths.ts';

export const previewCommand: CommandEntry = {
  name: 'preview',
  usage: '<事实文件或目录> [选项]',
  summary: '在浏览器里看报告、改数字',
  complete(command, settle) {
    command
      .description(
        '在浏览器里看报告印出来的样子：旁边列出问题，点一个数字或一段文字就看到它写在事实文件的哪一行，可以当场改正、填上待补。\n只在本机打开；文件一有改动，页面跟着变。按 Ctrl-C 结束。',
      )
      .argument('<事实文件或目录>', '一个 YAML 文件，或放着几个单位的文件夹')
      .option('--port <端口>', '用这个端口；不写就由系统挑一个空闲的', toPort)
      .option('--no-open', '只写出地址，不打开浏览器')
      .action(async (given, options) => {
        const { preview } = await import('./preview.ts');
        settle(await preview(onePath(given), options));
      });
  },
};

function toPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('应为 1 到 65535 之间的整数。');
  return port;
}
