import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileKindOf } from '../../bytes/file-kind.ts';
import type { Outcome } from '../../diagnostics/outcome.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { CONTRACTS, readOutside } from '../../disk/read-outside.ts';
import type { FinishedDocument } from '../../document/finished-document.ts';
import { parseDate } from '../../facts/dates.ts';
import type { Reading } from '../../facts/read-facts.ts';
import { type OpenSource, openBeside } from '../../sources/open-beside.ts';
import { DEFAULT_TEMPLATE } from '../../template/choose-template.ts';
import { factsFrom, type MadeFacts } from '../../use/init-from.ts';
import { foldersHere } from '../templates/list-templates.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import type { InitFlags } from './init-flags.ts';
import { nextSteps, SCHEMA_NAME, writeFacts } from './write-facts.ts';

/** Makes a facts file out of rosters and finished reports; says what was placed, kept as comments and counted. */
export async function initFrom(path: string, from: readonly string[], flags: InitFlags): Promise<number> {
  const given = sortInputs(from);
  const { base } = given;
  if (flags.roll === true && base === undefined) throw nothingToRoll();
  const read = base === undefined ? {} : await readBase(base);
  if (read === undefined) return EXIT.findings;
  const { listTemplates } = await import('../../template/load-template.ts');
  const templates = (await listTemplates(await foldersHere())).value ?? [];
  const made = await factsFrom({
    ...read,
    isBeside: base !== undefined && dirname(resolve(base.path)) === dirname(resolve(path)),
    roll: flags.roll === true && base !== undefined ? { previous: previousOf(path, base.path) } : undefined,
    rosters: given.rosters.map((each) => besideOf(path, each)),
    open: mustOpen(openBeside(path)),
    asOf: dateOf(flags.asOf),
    today: today(),
    template: flags.template,
    fallbackTemplate: DEFAULT_TEMPLATE,
    headings: new Set(templates.flatMap(({ headings }) => Object.values(headings))),
    schema: `./${SCHEMA_NAME}`,
  });
  tellProblems(made);
  if (made.text === undefined) return EXIT.findings;
  const written = await writeFacts(path, made.text);
  if (flags.format === 'json') printResult(jsonOf(made));
  else {
    const name = templates.find(({ id }) => id === made.template)?.name ?? made.template;
    const told = base === undefined ? [] : [tellBase(base, made, name), ...tellRolled(made)];
    printResult([...written, ...told, ...summaryOf(made), nextSteps(path), ''].join('\n'));
  }
  return EXIT.done;
}

interface Inputs {
  readonly rosters: readonly string[];
  /** A finished report or a facts file. */
  readonly base?: Base;
}

interface Base {
  readonly path: string;
  readonly kind: 'report' | 'facts';
}

/** Tells by names, and where they do not tell by the bytes, what each input is. UserError for what there may be only one of. */
function sortInputs(from: readonly string[]): Inputs {
  const inputs = from.map((path) => ({ path, kind: kindOf(path) }));
  const rosters = inputs.flatMap(({ path, kind }) => (kind === 'roster' ? [path] : []));
  const [base, second] = inputs.flatMap(({ path, kind }) => (kind === 'roster' ? [] : [{ path, kind }]));
  if (second !== undefined) {
    throw new UserError(
      `成文的报告和事实文件一共只能给一份，${second.path} 是第二份，没有写文件。`,
      '请只用最近的一份；另一份可以另写一个事实文件。',
    );
  }
  return { rosters, ...(base !== undefined && { base }) };
}

function kindOf(path: string): 'roster' | Base['kind'] {
  const ending = extname(path).toLowerCase();
  if (ROSTERS.has(ending)) return 'roster';
  if (REPORTS.has(ending)) return 'report';
  if (FACTS.has(ending)) return 'facts';
  const kind = fileKindOf(readOutside(path, CONTRACTS.finished));
  return ['word', 'old-word', 'text', 'pdf', 'rtf', 'html'].includes(kind) ? 'report' : 'roster';
}

const ROSTERS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.csv', '.xls', '.et', '.ods']);
const FACTS: ReadonlySet<string> = new Set(['.yaml', '.yml']);
const REPORTS: ReadonlySet<string> = new Set([
  ...['.docx', '.docm', '.dotx', '.dotm', '.txt', '.doc', '.wps', '.wpt', '.rtf', '.pdf', '.odt', '.ofd'],
]);

function nothingToRoll(): UserError {
  return new UserError(
    '--roll 要有上期的报告或事实文件，没有写文件。',
    '例如 report init 今年.yaml --from 去年.yaml --roll；只有名册的，不写 --roll。',
  );
}

/** Undefined where it cannot be read, which is said. */
async function readBase({
  path,
  kind,
}: Base): Promise<{ report?: FinishedDocument; last?: Reading } | undefined> {
  const { value, diagnostics } = await (kind === 'facts' ? readFactsFile(path) : readFinishedFile(path));
  for (const { severity, message, hint, start } of diagnostics) {
    const place = kind === 'facts' ? `${path}:${start.line}:${start.column}` : path;
    tell(value === undefined ? severity : 'warning', `${place}：${message}`, hint);
  }
  if (value === undefined) printNotice('没有写文件。\n');
  return value;
}

async function readFinishedFile(path: string): Promise<Outcome<{ report: FinishedDocument }>> {
  const { readFinished } = await import('../../document/read-finished.ts');
  const { value, diagnostics } = readFinished(path, readOutside(path, CONTRACTS.finished));
  return value === undefined ? { diagnostics } : { value: { report: value }, diagnostics };
}

/** What is only missing in it is no matter here. */
async function readFactsFile(path: string): Promise<Outcome<{ last: Reading }>> {
  const { readFacts } = await import('../../facts/read-facts.ts');
  const { value, diagnostics } = await readFacts({ file: path, bytes: readOutside(path, CONTRACTS.facts) });
  return value === undefined ? { diagnostics } : { value: { last: value }, diagnostics };
}

/** How the new file names last time's; undefined, and said, where it does not lie in its folder. */
function previousOf(path: string, given: string): string | undefined {
  const beside = pathBeside(path, given);
  const refused = beside === undefined ? undefined : openBeside(path)(beside);
  if (beside !== undefined && !(refused !== undefined && 'message' in refused)) return beside;
  tell(
    'warning',
    `${given} 不在 ${path} 所在的文件夹里，没有写成“上期”`,
    '要与上期核对，请把它放到这个文件夹里，再写上 上期: 文件名。',
  );
  return undefined;
}

/** A roster's path as the new file names it. UserError where it is not in the file's folder. */
function besideOf(path: string, given: string): string {
  const beside = pathBeside(path, given);
  if (beside !== undefined) return beside;
  throw new UserError(
    `名册“${given}”不在 ${path} 所在的文件夹里，没有写文件。`,
    '名册要与事实文件放在一起，以后核对时重新统计。请把它复制到这个文件夹里，再试。',
  );
}

/** A path from the folder of the new file; undefined where it leads out of it. */
function pathBeside(path: string, given: string): string | undefined {
  const beside = relative(resolve(dirname(path)), resolve(given));
  if (beside === '' || isAbsolute(beside) || beside.split(sep)[0] === '..') return undefined;
  return beside.split(sep).join('/');
}

/** What cannot be had at all stops the program before anything is read. */
function mustOpen(open: OpenSource): OpenSource {
  return (written) => {
    const opened = open(written);
    if ('message' in opened) throw new UserError(`${opened.message}，没有写文件。`, opened.hint);
    return opened;
  };
}

function dateOf(asOf: string | undefined) {
  if (asOf === undefined) return undefined;
  const date = parseDate(asOf);
  if (date === undefined) throw new UserError(`没有 ${asOf} 这一天。`, '--as-of 写成日期，如 2023-12-31。');
  return date;
}

/** SOURCE_DATE_EPOCH, else the day that it is. */
function today() {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  const now = /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  if (/^\d+$/.test(epoch))
    return { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() };
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

function tellProblems({ problems }: MadeFacts): void {
  for (const { severity, message, hint } of problems) tell(severity, message, hint);
  if (problems.some(({ severity }) => severity === 'error')) printNotice('没有写文件。\n');
}

function tell(severity: 'error' | 'warning', message: string, hint: string): void {
  printNotice(`${severity === 'error' ? '错误' : '警告'}：${printable(message)}\n  ${printable(hint)}\n`);
}

function tellBase({ path, kind }: Base, { placed, commented, template }: MadeFacts, name: string): string {
  const told = `放进 ${placed.length} 处文字，${commented.length} 处留在注释里`;
  if (kind === 'facts') return `事实文件 ${printable(path)}：${told}`;
  return `报告 ${printable(path)}：提纲与“${name}”（${template}）一致；${told}`;
}

function tellRolled({ rolled }: MadeFacts): string[] {
  if (rolled === undefined) return [];
  const { from, to, pending, done, open } = rolled;
  const period = from === undefined ? [] : [`期间移到 ${from}${to === undefined ? ' 起' : ` 至 ${to}`}`];
  const measures = [
    ...(done.length === 0 ? [] : [`${done.length} 条措施已经完成，不再列入`]),
    ...(open === 0 ? [] : [`${open} 条措施留下`]),
  ];
  return [`滚入下一期：${[...period, `${pending} 个数字改为待补`, ...measures].join('；')}`];
}

function summaryOf({ figures, rosters }: MadeFacts): string[] {
  const counted = figures.filter(({ kind }) => kind === 'counted');
  const stated = figures.filter(({ kind }) => kind === 'stated');
  return [
    ...rosters.map(
      ({ file, sheet, kind, rows, asOf }) =>
        `名册 ${printable(file)}${sheet === undefined ? '' : `「${printable(sheet)}」`}：${kind}，${rows}行，截至${asOf}`,
    ),
    ...(counted.length === 0 ? [] : [`统计出 ${counted.length} 个数字：`]),
    ...counted.map(({ name, value, from }) => `  ${printable(name)} ${value}（${printable(from)}）`),
    ...(stated.length === 0 ? [] : [`报告里写明的 ${stated.length} 个数字：`]),
    ...stated.map(({ name, value }) => `  ${printable(name)} ${value}`),
  ];
}

function jsonOf({ placed, commented, figures, rosters, template, rolled }: MadeFacts): string {
  return `${JSON.stringify({ template, placed, commented, figures, rosters, rolled }, null, 2)}\n`;
}
