import type { CommandEntry } from '../command-entry.ts';
import { givenPaths } from '../given-paths.ts';
import { addFindingsOptions } from '../terminal/findings-options.ts';

export const rollupCommand: CommandEntry = {
  name: 'rollup',
  usage: '<路径...> -o <县.yaml> [选项]',
  summary: '把所辖单位的事实文件汇总成县的',
  complete(command, settle) {
    command
      .description(
        '把所辖单位的事实文件汇总成县的事实文件：各项数字相加（平均数加权），问题、措施按相近的归类，可以接着核对、生成报告。\n已有的汇总文件就地更新：数字更新，改过的数字、写的文字和注释都保留。',
      )
      .argument('<事实文件或文件夹...>', 'YAML 文件，或放事实文件的文件夹')
      .option('-o, --output <文件>', '县的事实文件，写在所辖单位的文件夹外面')
      .option('--name <县名>', '县的名称；默认为各单位名称共同的开头')
      .option('--by-kind', '按乡、镇、街道分别小计，写在表、网页和文件的注释里')
      .option('--table <文件>', '另写一张各单位的数字表，.xlsx 或 .docx，合计在末行')
      .option('--page <文件>', '另写一页各单位情况，.html，有图有表，不用联网')
      .option('--force', '也覆盖手工改过的表和网页（先另存一份）')
      .option('--partial', '有的单位缺数、有错误时也汇总已有的，注明不完整');
    addFindingsOptions(command).action(async (inputs, options) => {
      const { rollup } = await import('./rollup.ts');
      settle(await rollup(givenPaths(inputs), options));
    });
  },
};
