import { InvalidArgumentError, Option } from 'commander';
import type { CommandEntry } from '../command-entry.ts';
import { givenPaths } from '../given-paths.ts';
import { addFindingsOptions } from '../terminal/findings-options.ts';

export const ledgerCommand: CommandEntry = {
  name: 'ledger',
  usage: '<事实文件或文件夹...> [选项]',
  summary: '生成整改台账，收回填好的',
  complete(command, settle) {
    command
      .description(
        '由一个或几个单位的事实文件生成整改台账：每个问题的措施、责任、时限、完成情况，过了时限没有完成的标明超期几天。\n默认写到事实文件旁边的 <名称>-台账.docx；文件夹写到其中的 整改台账.docx。\n发下去填好的 .xlsx，用 --take 收回到事实文件里。',
      )
      .argument('<事实文件或文件夹...>', 'YAML 文件，或放事实文件的文件夹；- 表示标准输入')
      .option('-o, --output <文件>', '输出的文件，.docx、.xlsx 或 .pdf；- 表示标准输出')
      .addOption(
        new Option('--to <格式>', '输出的格式').choices(['docx', 'xlsx', 'pdf']).default(undefined, 'docx'),
      )
      .option('--as-of <日期>', '按这一天判断是否超期，如 2023-12-31；默认为各报告的日期', checkedDay)
      .option('--force', '也覆盖手工改过的台账（先另存一份）')
      .option(
        '--take <路径>',
        '收回填好的台账（.xlsx，或放着它们的文件夹），写进各单位的事实文件，可以写多次',
        (path: string, before: readonly string[] = []) => [...before, path],
      )
      .option('--dry-run', '与 --take 同用：只显示会改什么，不写文件');
    addFindingsOptions(command).action(async (inputs, options) => {
      const { take, dryRun, ...flags } = options;
      if (take === undefined && dryRun !== true) {
        const { ledger } = await import('./ledger.ts');
        settle(await ledger(givenPaths(inputs), flags));
        return;
      }
      const { takeBack } = await import('./take-back.ts');
      settle(await takeBack(givenPaths(inputs), options));
    });
  },
};

/** The text itself: what reads dates is loaded with the command. */
function checkedDay(text: string): string {
  if (!/^\d{4}\D\d{1,2}\D\d{1,2}日?$/.test(text)) throw new InvalidArgumentError('应为日期，如 2023-12-31。');
  return text;
}
