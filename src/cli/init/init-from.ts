import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { parseDate } from '../../facts/dates.ts';
import type { OpenSource } from '../../sources/open-beside.ts';
import { DEFAULT_TEMPLATE } from '../../template/choose-template.ts';
import { factsFrom, type MadeFacts } from '../../use/init-from.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import type { InitFlags } from './init-flags.ts';
import { nextSteps, SCHEMA_NAME, writeFacts } from './write-facts.ts';

/** Makes a facts file out of rosters, finished reports and facts files; says what was placed, kept as comments and counted. */
export async function initFrom(path: string, from: readonly string[], flags: InitFlags): Promise<number> {
  const { openBeside } = await import('../../sources/open-beside.ts');
  const made = await factsFrom({
    rosters: from.map((given) => besideOf(path, given)),
    open: mustOpen(openBeside(path)),
    asOf: dateOf(flags.asOf),
    today: today(),
    template: flags.template ?? DEFAULT_TEMPLATE,
    schema: `./${SCHEMA_NAME}`,
  });
  tellProblems(made);
  if (made.text === undefined) return EXIT.findings;
  const written = await writeFacts(path, made.text);
  if (flags.format === 'json') printResult(jsonOf(made));
  else printResult([...written, ...summaryOf(made), nextSteps(path), ''].join('\n'));
  return EXIT.done;
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
  for (const { severity, message, hint } of problems) {
    printNotice(`${severity === 'error' ? '错误' : '警告'}：${printable(message)}\n  ${printable(hint)}\n`);
  }
  if (problems.some(({ severity }) => severity === 'error')) printNotice('没有写文件。\n');
}

function summaryOf({ figures, rosters }: MadeFacts): string[] {
  return [
    ...rosters.map(
      ({ file, sheet, kind, rows, asOf }) =>
        `名册 ${printable(file)}${sheet === undefined ? '' : `「${printable(sheet)}」`}：${kind}，${rows}行，截至${asOf}`,
    ),
    ...(figures.length === 0
      ? []
      : [
          `统计出 ${figures.length} 个数字：`,
          ...figures.map((each) => `  ${printable(each.name)} ${each.value}（${printable(each.from)}）`),
        ]),
  ];
}

function jsonOf({ figures, rosters }: MadeFacts): string {
  return `${JSON.stringify({ placed: [], commented: [], figures, rosters }, null, 2)}\n`;
}
