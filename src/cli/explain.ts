import type { Command } from 'commander';
import type { Settle } from './settle.ts';

export function registerExplain(program: Command, settle: Settle): void {
  program
    .command('explain')
    .usage('[规则]')
    .summary('说明一条规则；不写则列出全部规则')
    .description('说明一条规则为什么要查、怎样改正；不写规则名则列出全部规则。')
    .argument('[规则]', '规则名，如 tally-sum')
    .action(async (rule) => {
      const { explain } = await import('./actions/explain.ts');
      settle(await explain(rule));
    });
}
