import type { Argument, Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { cursorCandidates, VALUES, valueName } from '../../src/cli/candidates.ts';
import { atCursor } from '../../src/cli/cursor.ts';
import { createProgram } from '../../src/cli/program.ts';

const ROOT = createProgram(['__complete'], () => {});

/** What is offered at the end of a line, of which the last word is being written; `files` where those are wanted. */
async function offered(...line: string[]): Promise<string> {
  const word = line.at(-1) ?? '';
  const { candidates, takesFiles } = await cursorCandidates(atCursor(ROOT, line.slice(0, -1), word));
  return [...candidates.map(({ text }) => text), ...(takesFiles ? ['files'] : [])].join(' ');
}

describe('completing a command line', () => {
  it.each([
    [['ch'], 'check'],
    [['__'], ''],
    [['help', 'ba'], 'batch'],
    [['templates', 's'], 'show'],
    [['templates', 'check', ''], 'files'],
    [['check', ''], 'files'],
    [['check', 'a.yaml', 'b'], 'files'],
    [['check', '--form'], '--format'],
    [['check', '--format', ''], 'text short json sarif github'],
    [['check', '--format', 'sa'], 'sarif'],
    [['check', '--format=sa'], '--format=sarif'],
    [['check', '--format', '=', 'sa'], 'sarif'],
    [['check', '--format', '='], 'text short json sarif github'],
    [['check', '--unknown=s'], ''],
    [['check', '--max-warnings', ''], ''],
    [['check', '--max-warnings', '3', '--dra'], '--draft'],
    [['check', '--', '--fo'], 'files'],
    [['build', '-o', ''], 'files'],
    [['build', '--output', '=', '报'], 'files'],
    [['build', '--template', 'sp'], 'special-report'],
    [['build', '--attach', '编'], '编制表'],
    [['build', '--attach', '编制表,整'], '编制表,整改清单'],
    [['templates', 'show', 'half'], 'half-year-summary'],
    [['templates', 'show', 'half-year-summary', ''], ''],
    [['explain', 'tally'], 'tally-sum'],
    [['explain', 'tally-sum', ''], ''],
    [['completion', ''], 'bash zsh fish powershell'],
    [['schema', ''], ''],
    [['nothing-like-it', ''], ''],
  ])('%j', async (line, expected) => {
    expect(await offered(...line)).toBe(expected);
  });

  it('says what each command and option is for', async () => {
    for (const word of ['', '--']) {
      const { candidates } = await cursorCandidates(atCursor(ROOT, word === '' ? [] : ['check'], word));
      expect(candidates.filter(({ about }) => about === '')).toEqual([]);
    }
  });

  it('knows of every value in any command what it may be', () => {
    const names = new Set(valuesOf(ROOT).map(valueName));
    expect([...names].filter((name) => VALUES[name] === undefined).sort()).toEqual(FILES);
  });
});

/** What values that are names of files or folders are called. A new name belongs here, or among the VALUES. */
const FILES = [
  '上期',
  '事实',
  '事实文件',
  '事实文件或文件夹',
  '事实文件或目录',
  '报告',
  '文件',
  '本期',
  '样本',
  '目录',
  '路径',
];

function valuesOf(command: Command): (Option | Argument)[] {
  const own = [...command.registeredArguments, ...command.options.filter(({ required }) => required)];
  const open = own.filter(({ argChoices }) => argChoices === undefined);
  const shown = command.commands.filter((each) => each.name() !== '__complete');
  return [...open, ...shown.flatMap(valuesOf)];
}
