import type { Command } from 'commander';
import type { Settle } from './settle.ts';

export function registerSchema(program: Command, settle: Settle): void {
  program
    .command('schema')
    .summary('输出事实文件的 JSON Schema')
    .description('输出事实文件的 JSON Schema，编辑器据此提示可写的项目并当场查错。')
    .action(async () => {
      const { schema } = await import('./actions/schema.ts');
      settle(schema());
    });
}
