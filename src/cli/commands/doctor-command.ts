import { Option } from 'commander';
import type { CommandEntry } from '../command-entry.ts';

export const doctorCommand: CommandEntry = {
  name: 'doctor',
  usage: '[选项]',
  summary: '看这台机器缺什么：Node、LibreOffice、字体、写入',
  complete(command, settle) {
    command
      .description(
        '检查这台机器：Node、系统、LibreOffice、公文规定的字体（没有的用什么代替）、当前文件夹能不能写、文件名的大小写和长度、启动缓存。\n退出状态：能用为 0，缺字体、缺 LibreOffice 也是 0；Node 太旧、当前文件夹不能写为 2。',
      )
      .addOption(
        new Option('--format <格式>', '结果的格式').choices(['text', 'json']).default('text', 'text'),
      )
      .action(async ({ format }) => {
        const { doctor } = await import('./doctor.ts');
        settle(doctor(format));
      });
  },
};
