import type { CommanderError } from 'commander';
import { printable } from '../../diagnostics/printable.ts';

/** Commander's own errors in Chinese, with its suggestion; empty where it has already said everything (the help). */
export function describeUsageError(error: CommanderError): string {
  const wording = WORDINGS[error.code];
  if (wording === undefined)
    return error.code.startsWith('commander.help') ? '' : `${printable(`错误：${error.message}`)}\n`;
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  return `${printable(`错误：${wording(quoted, error.message)}`)}\n${commandSuggestion(error.message)}${SEE_HELP}`;
}

/** By commander's codes; `quoted` is what its message has between quotation marks. */
const WORDINGS: Readonly<Record<string, (quoted: readonly string[], message: string) => string>> = {
  'commander.unknownCommand': ([name]) => `没有“${name}”这个命令。`,
  'commander.unknownOption': ([flag]) => `没有“${flag}”这个选项。`,
  'commander.missingArgument': ([name]) => `缺少参数“${name}”。`,
  'commander.optionMissingArgument': ([flags]) => `选项“${flags}”后面缺少它的值。`,
  'commander.missingMandatoryOptionValue': ([flags]) => `必须给出选项“${flags}”。`,
  'commander.conflictingOption': ([flag, other]) => `选项“${flag}”与“${other}”不能同时使用。`,
  'commander.excessArguments': (_, message) => {
    const [expected, got] = [...message.matchAll(/\d+/g)].slice(-2);
    return `参数太多：最多 ${expected?.[0]} 个，给出了 ${got?.[0]} 个。`;
  },
  'commander.invalidArgument': (quoted, message) => {
    // Of an argument the message says the value first: error: command-argument value 'csh' is invalid for argument '终端'.
    const isArgument = message.startsWith('error: command-argument');
    const [name, value] = isArgument ? quoted.toReversed() : quoted;
    const reason =
      /is invalid(?: for argument '[^']*')?\.\s*(?<reason>[\s\S]*)$/.exec(message)?.groups?.reason ?? '';
    const choices = /^Allowed choices are (?<choices>.*)\.$/.exec(reason)?.groups?.choices;
    return `“${name}”的值“${value}”不对：${choices === undefined ? reason : `只能是 ${choices.replaceAll(', ', '、')}。`}`;
  },
};

function commandSuggestion(message: string): string {
  const names = /\(Did you mean (?:one of )?(?<names>.*)\?\)/.exec(message)?.groups?.names;
  return names === undefined ? '' : `  您要写的是不是 ${names.replaceAll(', ', '、')}？\n`;
}

const SEE_HELP = '  用法见 report --help，或 report <命令> --help。\n';
