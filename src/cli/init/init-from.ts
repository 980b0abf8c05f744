import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileKindOf } from '../../bytes/file-kind.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { CONTRACTS, readOutside } from '../../disk/read-outside.ts';
import type { FinishedDocument } from '../../document/finished-document.ts';
import { parseDate } from '../../facts/dates.ts';
import type { OpenSource } from '../../sources/open-beside.ts';
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
  const [reportFile] = given.reports;
  const report = reportFile === undefined ? undefined : await readFinishedFile(reportFile);
  if (reportFile !== undefined && report === undefined) return EXIT.findings;
  const { openBeside } = await import('../../sources/open-beside.ts');
  const { listTemplates } = await import('../../template/load-template.ts');
  const templates = (await listTemplates(await foldersHere())).value ?? [];
  const made = await factsFrom({
    report,
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
    const told = reportFile === undefined ? [] : [tellReport(reportFile, made, name)];
    printResult([...written, ...told, ...summaryOf(made), nextSteps(path), ''].join('\n'));
  }
  return EXIT.done;
}

interface Inputs {
  readonly rosters: readonly string[];
  readonly reports: readonly string[];
}

/** Tells by names, and where they do not tell by the bytes, what each input is. UserError for what there may be only one of. */
function sortInputs(from: readonly string[]): Inputs {
  const rosters = from.filter((path) => kindOf(path) === 'roster');
  const reports = from.filter((path) => kindOf(path) === 'report');
  const [, second] = reports;
  if (second !== undefined) {
    throw new UserError(
      `成文的报告只能给一份，${second} 是第二份，没有写文件。`,
      '请只用最近的一份；另一份可以另写一个事实文件。',
    );
  }
  return { rosters, reports };
}

function kindOf(path: string): 'roster' | 'report' {
  const ending = extname(path).toLowerCase();
  if (ROSTERS.has(ending)) return 'roster';
  if (REPORTS.has(ending)) return 'report';
  const kind = fileKindOf(readOutside(path, CONTRACTS.finished));
  return ['word', 'old-word', 'text', 'pdf', 'rtf', 'html'].includes(kind) ? 'report' : 'roster';
}

const ROSTERS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.csv', '.xls', '.et', '.ods']);
const REPORTS: ReadonlySet<string> = new Set([
  ...['.docx', '.docm', '.dotx', '.dotm', '.txt', '.doc', '.wps', '.wpt', '.rtf', '.pdf', '.odt', '.ofd'],
]);

/** Undefined where it cannot be read as a report, which is said. */
async function readFinishedFile(path: string): Promise<FinishedDocument | undefined> {
  const { readFinished } = await import('../../document/read-finished.ts');
  const { value, diagnostics } = readFinished(path, readOutside(path, CONTRACTS.finished));
  for (const { severity, message, hint } of diagnostics) tell(severity, `${path}：${message}`, hint);
  if (value === undefined) printNotice('没有写文件。\n');
  return value;
}

/** A roster's path as the new file names it. UserError where it is not in the file's folder. */
function besideOf(path: string, given: string): string {
  const folder = resolve(dirname(path));
  const beside = relative(folder, resolve(given));
  if (beside === '' || isAbsolute(beside) || beside.split(sep)[0] === '..') {
    throw new UserError(
      `名册“${given}”不在 ${path} 所在的文件夹里，没有写文件。`,
      '名册要与事实文件放在一起，以后核对时重新统计。请把它复制到这个文件夹里，再试。',
    );
  }
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

function tellReport(file: string, { placed, commented, template }: MadeFacts, name: string): string {
  return `报告 ${printable(file)}：提纲与“${name}”（${template}）一致；放进 ${placed.length} 处文字，${commented.length} 处留在注释里`;
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

function jsonOf({ placed, commented, figures, rosters, template }: MadeFacts): string {
  return `${JSON.stringify({ template, placed, commented, figures, rosters }, null, 2)}\n`;
}
