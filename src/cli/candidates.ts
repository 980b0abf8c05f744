import type { Argument, Command, Option } from 'commander';
import type { TemplateInfo } from '../template/template.ts';
import type { TemplateKind } from '../template/template-sources.ts';
import { type Cursor, visibleCommands } from './cursor.ts';

export interface Candidate {
  readonly text: string;
  readonly about: string;
}

/** What a shell offers: these, and the names of files where they are wanted. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly takesFiles: boolean;
}

/** What can be at the cursor and begins as what is written. Rejected where the configuration is wrong. */
export async function cursorCandidates(cursor: Cursor): Promise<Candidates> {
  const { wanted, root } = cursor;
  if (wanted.kind === 'command') return matching(commandsOf(wanted.command), cursor);
  if (wanted.kind === 'flag') return matching(flagsOf(wanted.command), cursor);
  if (wanted.kind === 'nothing') return { candidates: [], takesFiles: false };
  if (wanted.of.argChoices !== undefined) return matching(wanted.of.argChoices.map(nameAlone), cursor);
  const values = VALUES[valueName(wanted.of)];
  if (values === undefined) return { candidates: [], takesFiles: true };
  return matching(await values(root), cursor);
}

/** What a value is called: `<编号>` in the option's flags, or the argument's name. */
export function valueName(of: Option | Argument): string {
  if ('flags' in of) return /[<[](?<name>.+?)(?:\.{3})?[>\]]/.exec(of.flags)?.groups?.name ?? '';
  return of.name();
}

/** By the value's name what it may be; every other is a file or a folder. */
export const VALUES: Readonly<Record<string, (root: Command) => Promise<readonly Candidate[]>>> = {
  编号: templates,
  附表: tableCandidates,
  规则: rules,
  命令: async (root) => commandsOf(root),
  个数: nothing,
  端口: nothing,
  日期: nothing,
  数字: nothing,
  县名: nothing,
  事实路径: nothing,
  '段=级': nothing,
  '第几份/总份数': nothing,
};

async function templates(): Promise<Candidate[]> {
  return (await templatesHere('report')).map(({ id, name }) => ({ text: id, about: name }));
}

/** By the short names that people call tables by. */
async function tableCandidates(): Promise<Candidate[]> {
  return (await templatesHere('table')).map(({ name, aliases }) => ({
    text: aliases[0] ?? name,
    about: name,
  }));
}

async function templatesHere(kind: TemplateKind): Promise<readonly TemplateInfo[]> {
  const [{ foldersHere }, { listTemplates }] = await Promise.all([
    import('./commands/list-templates.ts'),
    import('../template/load-template.ts'),
  ]);
  return (await listTemplates(await foldersHere(), kind)).value ?? [];
}

async function rules(): Promise<Candidate[]> {
  const { ALL_RULES } = await import('./terminal/rule-list.ts');
  return ALL_RULES.map(({ id, docs }) => ({ text: id, about: docs.title }));
}

async function nothing(): Promise<Candidate[]> {
  return [];
}

function commandsOf(command: Command): Candidate[] {
  return visibleCommands(command).map((each) => ({
    text: each.name(),
    about: each.summary() || each.description(),
  }));
}

function flagsOf(command: Command): Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.map(({ long, description }) => ({ text: long ?? '', about: description }));
}

function nameAlone(text: string): Candidate {
  return { text, about: '' };
}

/** In a list (`编制表,台`) the last name is completed. */
function matching(candidates: readonly Candidate[], { typed, ahead }: Cursor): Candidates {
  const list = /^.*[,，、]/.exec(typed)?.[0] ?? '';
  const begun = typed.slice(list.length);
  const kept = candidates.filter(({ text }) => text.startsWith(begun));
  return {
    candidates: kept.map(({ text, about }) => ({ text: `${ahead}${list}${text}`, about })),
    takesFiles: false,
  };
}
