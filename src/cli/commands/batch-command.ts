import { InvalidArgumentError, Option } from 'commander';
import { REPORT_FORMATS } from '../../disk/output-formats.ts';
import type { CommandEntry } from '../command-entry.ts';
import { givenPaths } from '../given-paths.ts';
import { toNames } from '../to-names.ts';

export const batchCommand: CommandEntry = {
  name: 'batch',
  usage: '<目录...> -o <目录> [选项]',
  summary: '为文件夹中的全部事实文件生成报告',
  complete(command, settle) {
    command
      .description('为文件夹中的全部事实文件生成报告，保持原来的目录层次；没有变动的不重新生成。')
      .argument('[目录...]', '放事实文件的文件夹')
      .option('-o, --output <目录>', '放报告的文件夹')
      .option('--template <编号>', '模板，见 report templates')
      .addOption(new Option('--to <格式>', '输出的格式').choices(REPORT_FORMATS).default(undefined, 'docx'))
      .option('--attach <附表>', '随报告附上的表，用逗号隔开，如 编制表,台账；代替事实文件里的附表', toNames)
      .option('--draft', '生成草稿：写成“…-草稿.docx”，不动正式报告')
      .option('--jobs <个数>', '同时工作的线程数；不写则按份数定，三千份以下用一个', toJobs)
      .option('--shard <第几份/总份数>', '只做其中一份，如 2/8；几台机器分着做')
      .option('--merge', '把各份的记录合成一份总表')
      .option('--dry-run', '只说会做什么、为什么，不写文件')
      .option('--force', '全部重新生成，也覆盖手工改过的或别人的文件（先另存）')
      .option('--fail-fast', '遇到第一个失败就停')
      .option('--prune', '清理事实文件已不存在的报告')
      .option('--rollup <文件>', '做完以后汇总成县的事实文件，如 县.yaml（已有的汇总文件就地更新）')
      .option('--name <县名>', '县的名称；默认为各单位名称共同的开头')
      .option('--by-kind', '汇总时按乡、镇、街道分别小计')
      .option('--table <文件>', '另写一张各单位的数字表，.xlsx 或 .docx')
      .option('--page <文件>', '另写一页各单位情况，.html，有图有表')
      .option('--partial', '有的单位缺数时也汇总已有的，注明不完整')
      .option('--summary <文件>', '把汇总写入文件：.json、.md 或 .html')
      .addOption(
        new Option('--format <格式>', '清单的格式').choices(['text', 'json']).default('text', 'text'),
      )
      .action(async (folders, options) => {
        const { batch } = await import('./batch.ts');
        settle(await batch(givenPaths(folders), options));
      });
  },
};

function toJobs(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('应为正整数。');
  return Number(text);
}
