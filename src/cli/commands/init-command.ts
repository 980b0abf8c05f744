import { InvalidArgumentError, Option } from 'commander';
import type { CommandEntry } from '../command-entry.ts';

export const initCommand: CommandEntry = {
  name: 'init',
  usage: '[文件] [选项]',
  summary: '写一份带说明的事实文件',
  complete(command, settle) {
    command
      .description(
        '写一份带说明的事实文件，填好即可生成报告。不会覆盖已有的文件。\n可以用现成的材料写（--from）：成文的报告（.docx、.txt）拆成事项和数字；上期的事实文件照搬；\n名册（.xlsx、.csv）统计成数字，写进“名册”，以后核对时重新统计。',
      )
      .argument('[文件]', '新文件的名字，默认 事实.yaml')
      .option('--template <编号>', '写入文件的模板，见 report templates')
      .option('--from <路径>', '现成的材料，可以写几次', collectInput)
      .option('--roll', '滚入下一期：期间后移，数字待补，已完成的措施去掉，材料记作“上期”')
      .option('--as-of <日期>', '名册统计到这一天，如 2023-12-31；默认为名册标题里的日期', checkedMonth)
      .option(
        '--editor',
        '同时写好 VS Code 的设置（.vscode），提示键名、当场查错；事实文件已经有了的，只写设置',
      )
      .addOption(
        new Option('--format <格式>', '结果的格式').choices(['text', 'json']).default('text', 'text'),
      )
      .action(async (file, options) => {
        const { init } = await import('./init.ts');
        settle(await init(file, options));
      });
  },
};

function collectInput(path: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, path];
}

/** The text itself: what reads dates is loaded with the command. */
function checkedMonth(text: string): string {
  if (!/^\d{4}\D\d{1,2}(?:\D\d{1,2}日?|月)?$/.test(text))
    throw new InvalidArgumentError('应为日期，如 2023-12-31。');
  return text;
}
