import type { CommandEntry } from '../command/command-entry.ts';

export const explainCommand: CommandEntry = {
  name: 'explain',
  usage: '[规则]',
  summary: '说明一条规则；不写则列出全部规则',
  complete(command, settle) {
    command
      .description('说明一条规则为什么要查、怎样改正；不写规则名则列出全部规则。')
      .argument('[规则]', '规则名，如 tally-sum')
      .action(async (rule) => {
        const { explain } = await import('./explain.ts');
        settle(await explain(rule));
      });
  },
};
