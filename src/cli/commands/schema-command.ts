import type { CommandEntry } from '../command-entry.ts';

export const schemaCommand: CommandEntry = {
  name: 'schema',
  usage: '',
  summary: '输出事实文件的 JSON Schema',
  complete(command, settle) {
    command
      .description('输出事实文件的 JSON Schema，编辑器据此提示可写的项目并当场查错。')
      .action(async () => {
        const { printSchema } = await import('./schema.ts');
        settle(await printSchema());
      });
  },
};
