import { type Argument, type Command, Help, type Option } from 'commander';
import { displayWidth } from '../diagnostics/display-width.ts';

/** Commander's help with Chinese headings, and columns that stay straight under wide characters. */
export class ChineseHelp extends Help {
  override displayWidth(text: string): number {
    return displayWidth(text);
  }

  override styleTitle(title: string): string {
    return HELP_TITLES[title] ?? title;
  }

  override formatHelp(command: Command, helper: Help): string {
    return super.formatHelp(command, helper).replace(`${HELP_TITLES['Usage:']} `, `${HELP_TITLES['Usage:']}`);
  }

  override commandUsage(command: Command): string {
    return super.commandUsage(command).replace(' [options]', ' [选项]').trimEnd();
  }

  override subcommandTerm(command: Command): string {
    return `${command.name()} ${command.usage().replace(/ ?\[(?:options|选项)\]/, '')}`.trimEnd();
  }

  override optionDescription(option: Option): string {
    const choices = option.argChoices === undefined ? '' : `可选：${option.argChoices.join('、')}`;
    const preset =
      option.defaultValueDescription === undefined ? '' : `默认：${option.defaultValueDescription}`;
    const extra = [choices, preset].filter((text) => text !== '').join('；');
    return extra === '' ? option.description : `${option.description}（${extra}）`;
  }

  override argumentDescription(argument: Argument): string {
    return argument.description;
  }
}

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};
