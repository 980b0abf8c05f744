import { type Command, Option } from 'commander';
import { UserError } from '../../diagnostics/user-error.ts';
import type { CommandEntry } from '../command-entry.ts';
import { onePath } from '../given-paths.ts';
import type { Settle } from '../settle.ts';
import { addFindingsOptions } from '../terminal/findings-options.ts';

export const templatesCommand: CommandEntry = {
  name: 'templates',
  usage: '[命令]',
  summary: '列出、查看、检查或新建模板',
  complete(templates, settle) {
    templates
      .description('列出可用的模板，查看其中一个，检查自己写的，或新建一个。不写命令则列出全部。')
      .allowExcessArguments()
      .action(async () => {
        refuseSubcommand(templates);
        const { printTemplates } = await import('./list-templates.ts');
        settle(await printTemplates());
      });
    registerList(templates, settle);
    registerShow(templates, settle);
    registerCheckTemplates(templates, settle);
    registerNew(templates, settle);
    registerLearn(templates, settle);
  },
};

function refuseSubcommand(templates: Command): void {
  const [name] = templates.args;
  if (name === undefined) return;
  throw new UserError(
    `没有“templates ${name}”这个命令。`,
    '可用的有 list、show <编号>、check [目录]、new <编号>、learn <样本> <编号>。',
  );
}

function registerList(templates: Command, settle: Settle): void {
  templates
    .command('list')
    .description('列出可用的模板')
    .action(async () => {
      const { printTemplates } = await import('./list-templates.ts');
      settle(await printTemplates());
    });
}

function registerShow(templates: Command, settle: Settle): void {
  templates
    .command('show')
    .usage('<编号> [选项]')
    .description('说明一个模板：用途、必需的事实、文件位置；加 --sample 看用它生成的样稿')
    .argument('<编号>', '模板的编号，如 self-review')
    .option('--sample', '用一份样例事实生成样稿，文件名为 <编号>-样稿')
    .addOption(
      new Option('--to <格式>', '样稿的格式').choices(['html', 'docx', 'txt']).default(undefined, 'html'),
    )
    .option('-o, --output <路径>', '样稿写到哪里；- 表示标准输出')
    .option('--watch', '改了模板就重新生成样稿，按 Ctrl-C 结束')
    .action(async (id, options) => {
      if (options.sample || options.watch) {
        const { showSample } = await import('./show-sample.ts');
        settle(await showSample(id, options));
        return;
      }
      const { showTemplate } = await import('./show-template.ts');
      settle(await showTemplate(id));
    });
}

function registerCheckTemplates(templates: Command, settle: Settle): void {
  const command = templates
    .command('check')
    .usage('[目录] [选项]')
    .description('检查模板：路径、用法、必需的事实')
    .argument('[目录]', '放模板的文件夹，或其中一个模板；不写则检查这里能用的全部模板');
  addFindingsOptions(command).action(async (folder, options) => {
    const { checkTemplates } = await import('./check-templates.ts');
    settle(await checkTemplates(folder === undefined ? undefined : onePath(folder), options));
  });
}

function registerNew(templates: Command, settle: Settle): void {
  templates
    .command('new')
    .usage('<编号> [选项]')
    .description('复制一个模板来改：写入 templates/ 或配置里的模板目录，不会覆盖已有的文件')
    .argument('<编号>', '新模板的编号；与自带的相同则代替它')
    .option('--from <编号>', '照着哪个模板，默认 self-review')
    .option('--stationery <文件>', '底稿：本单位带版头的 .docx，里面单独一段写 {{正文}}；复制到模板旁边')
    .action(async (id, options) => {
      const { newTemplate } = await import('./new-template.ts');
      settle(await newTemplate(id, options));
    });
}

function registerLearn(templates: Command, settle: Settle): void {
  templates
    .command('learn')
    .usage('<样本> <编号> [选项]')
    .description('由本单位的一份 Word 报告学版式：与国家标准不同的逐处列出，写成新模板的版式')
    .argument('<样本>', '排好版的报告，.docx')
    .argument('<编号>', '新模板的编号')
    .option('--from <编号>', '文字照着哪个模板，默认 self-review')
    .action(async (sample, id, options) => {
      const { learnTemplate } = await import('./learn-template.ts');
      settle(await learnTemplate(onePath(sample), id, options));
    });
}
