import type { Argument, Command, Option } from 'commander';

/** What a command line asks for where the cursor stands. */
export interface Cursor {
  readonly root: Command;
  /** What of the candidates is already written. */
  readonly typed: string;
  /** What goes before each candidate in the word that the shell replaces: `--format=`. */
  readonly ahead: string;
  readonly wanted:
    | { readonly kind: 'flag'; readonly command: Command }
    | { readonly kind: 'value'; readonly of: Option | Argument }
    | { readonly kind: 'command'; readonly command: Command }
    | { readonly kind: 'nothing' };
}

/** Follows the words from the program's name to the cursor; `word` is the one being written, as far as the cursor. */
export function atCursor(root: Command, before: readonly string[], word: string): Cursor {
  const line = joinAtEquals(before, word);
  const { command, option, isLiteral, positionals } = followWords(root, line.before);
  const place = { root, typed: line.word, ahead: '' };
  if (option !== undefined) return { ...place, wanted: { kind: 'value', of: option } };
  if (!isLiteral && line.word.startsWith('-')) return flagOrValue(place, command, line.isSplit);
  if (positionals === 0 && command.commands.length > 0)
    return { ...place, wanted: { kind: 'command', command } };
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  const argument = registeredArguments[positionals] ?? (last?.variadic ? last : undefined);
  return { ...place, wanted: argument === undefined ? { kind: 'nothing' } : { kind: 'value', of: argument } };
}

/** Bash takes `--format=json` for three words, and replaces the last one only. */
function joinAtEquals(before: readonly string[], word: string) {
  const [last = '', equals = ''] = [before.at(-1), before.at(-2)];
  if (word === '=' && last.startsWith('--')) {
    return { before: before.slice(0, -1), word: `${last}=`, isSplit: true };
  }
  if (last === '=' && equals.startsWith('--')) {
    return { before: before.slice(0, -2), word: `${equals}=${word}`, isSplit: true };
  }
  return { before, word, isSplit: false };
}

/** `--format=j` wants a value, `--fo` a flag. */
function flagOrValue(place: Omit<Cursor, 'wanted'>, command: Command, isSplit: boolean): Cursor {
  const [whole = '', flag = ''] = /^(--[^=]+)=/.exec(place.typed) ?? [];
  if (whole === '') return { ...place, wanted: { kind: 'flag', command } };
  const option = findOption(command, flag);
  const typed = place.typed.slice(whole.length);
  const wanted =
    option === undefined ? ({ kind: 'nothing' } as const) : ({ kind: 'value', of: option } as const);
  return { ...place, typed, ahead: isSplit ? '' : whole, wanted };
}

interface Followed {
  readonly command: Command;
  /** The option whose value comes next. */
  readonly option?: Option | undefined;
  /** How many arguments of the command are written. */
  readonly positionals: number;
  /** Whether `--` comes before: then nothing is an option any more. */
  readonly isLiteral: boolean;
}

function followWords(root: Command, words: readonly string[]): Followed {
  return words.reduce<Followed>(step, { command: root, positionals: 0, isLiteral: false });
}

function step(at: Followed, word: string): Followed {
  if (at.option !== undefined) return { ...at, option: undefined };
  if (!at.isLiteral && word === '--') return { ...at, isLiteral: true };
  if (!at.isLiteral && /^-./.test(word)) return { ...at, option: optionWithValueBehind(at.command, word) };
  const subcommand = at.positionals > 0 ? undefined : visibleCommands(at.command).find(commandNamed(word));
  if (subcommand !== undefined) return { ...at, command: subcommand };
  return { ...at, positionals: at.positionals + 1 };
}

function optionWithValueBehind(command: Command, word: string): Option | undefined {
  const option = findOption(command, word);
  return option?.required ? option : undefined;
}

function findOption(command: Command, flag: string): Option | undefined {
  return command.options.find(({ short, long }) => flag === long || flag === short);
}

/** Those that the help lists: `help` itself is among them. */
export function visibleCommands(command: Command): Command[] {
  return command.createHelp().visibleCommands(command);
}

function commandNamed(name: string): (command: Command) => boolean {
  return (command) => command.name() === name;
}
