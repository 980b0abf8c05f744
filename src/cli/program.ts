import { Command } from 'commander';
import { VERSION } from '../version.ts';
import { ChineseHelp } from './chinese-help.ts';
import type { CommandEntry } from './command-entry.ts';
import { absorbCommand } from './commands/absorb-command.ts';
import { batchCommand } from './commands/batch-command.ts';
import { buildCommand } from './commands/build/build-command.ts';
import { checkCommand } from './commands/check/check-command.ts';
import { compareCommand } from './commands/compare-command.ts';
import { doctorCommand } from './commands/doctor-command.ts';
import { explainCommand } from './commands/explain-command.ts';
import { formCommand } from './commands/form-command.ts';
import { formatCommand } from './commands/format-command.ts';
import { initCommand } from './commands/init-command.ts';
import { inspectCommand } from './commands/inspect-command.ts';
import { ledgerCommand } from './commands/ledger-command.ts';
import { previewCommand } from './commands/preview-command.ts';
import { rollupCommand } from './commands/rollup-command.ts';
import { schemaCommand } from './commands/schema-command.ts';
import { templatesCommand } from './commands/templates-command.ts';
import { completeLineCommand } from './complete-line-command.ts';
import { completionCommand } from './completion-command.ts';
import type { Settle } from './settle.ts';

/** All commands by name and purpose; those that the arguments name, all for completing a line, with what they take; none of them loaded. */
export function createProgram(argv: readonly string[], settle: Settle): Command {
  const program = new ReportCommand('report')
    .usage('<命令> [选项]')
    .description('从一份乡镇情况 YAML 生成符合 GB/T 9704 的自查报告，并核对其中的数字。')
    .version(VERSION, '-V, --version', '显示版本号')
    .helpCommand('help [命令]', '显示某个命令的用法')
    .addHelpText('after', EPILOGUE);
  const isCompleting = argv[0] === completeLineCommand.name;
  for (const entry of COMMANDS) {
    const command = program.command(entry.name, { hidden: entry.isHidden === true });
    command.usage(entry.usage).summary(entry.summary);
    if (isCompleting || argv.includes(entry.name)) entry.complete(command, settle);
  }
  return program;
}

/** The order in which the help lists them. */
const COMMANDS: readonly CommandEntry[] = [
  initCommand,
  checkCommand,
  buildCommand,
  previewCommand,
  batchCommand,
  formatCommand,
  absorbCommand,
  ledgerCommand,
  formCommand,
  rollupCommand,
  compareCommand,
  templatesCommand,
  schemaCommand,
  explainCommand,
  inspectCommand,
  doctorCommand,
  completionCommand,
  completeLineCommand,
];

const EPILOGUE = `
快速开始：
  report init 云溪镇.yaml           写一份带说明的事实文件
  report check 云溪镇.yaml          核对数字和文字
  report build 云溪镇.yaml          生成 云溪镇.docx

退出状态：0 完成；1 事实、文档或模板有错误；2 用法、配置或读写有误；70 程序自身的缺陷；130、143 被中断。
`;

class ReportCommand extends Command {
  constructor(name?: string) {
    super(name);
    this.helpOption('-h, --help', '显示用法');
    this.exitOverride();
    this.configureOutput({ outputError: () => {} });
  }

  override createCommand(name?: string): Command {
    return new ReportCommand(name);
  }

  override createHelp(): ChineseHelp {
    return Object.assign(new ChineseHelp(), this.configureHelp());
  }
}
