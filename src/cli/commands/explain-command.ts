import type { CommandEntry } from '../command-entry.ts';

export const explainCommand: CommandEntry = {
  name: 'explain',
  usage: '[规则 | 县.yaml 数字]',
  summary: '说明一条规则，或汇总的一个数从哪里来',
  complete(command, settle) {
    command
      .description(
        '说明一条规则为什么要查、怎样改正；不写规则名则列出全部规则。\n写一份汇总的事实文件和其中的一个数，列出这个数由哪些单位相加而来，各在哪个文件第几行。',
      )
      .argument('[规则]', '规则名，如 tally-sum；或 report rollup 写的事实文件')
      .argument('[数字]', '汇总的一个数，如 党员.总数')
      .action(async (rule, figure) => {
        if (figure === undefined) {
          const { explain } = await import('./explain.ts');
          settle(await explain(rule));
          return;
        }
        const { explainFigure } = await import('./explain-figure.ts');
        settle(await explainFigure(rule, figure));
      });
  },
};
