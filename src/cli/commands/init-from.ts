import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import { type CalendarDate, parseDate } from '../../facts/dates.ts';
import { type OpenSource, openBeside } from '../../sources/open-beside.ts';
import { DEFAULT_TEMPLATE } from '../../template/choose-template.ts';
import { listTemplates } from '../../template/load-template.ts';
import { factsFrom } from '../../use/init-from.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { type GivenInputs, readBases, sortInputs } from './given-inputs.ts';
import type { InitFlags } from './init-flags.ts';
import { foldersHere } from './list-templates.ts';
import { tellProblem } from './tell.ts';
import { madeJson, madeSummary } from './tell-made.ts';
import { SCHEMA_NAME } from './write-editor-settings.ts';
import { nextSteps, writeFacts } from './write-facts.ts';

/** Makes a facts file out of rosters, finished reports and facts files; says what was placed, kept as comments and counted. */
export async function initFrom(path: string, from: readonly string[], flags: InitFlags): Promise<number> {
  const given = sortInputs(from);
  if (flags.roll === true && given.bases.length === 0) throw nothingToRoll();
  const bases = await readBases(given, path);
  if (bases === undefined) return stopWithout();
  const templates = (await listTemplates(await foldersHere())).value ?? [];
  const made = await factsFrom({
    bases,
    roll: flags.roll === true ? { previous: previousOf(path, given) } : undefined,
    rosters: given.rosters.map((each) => besideOf(path, each)),
    open: mustOpen(openBeside(path)),
    asOf: givenDate(flags.asOf),
    today: today(),
    template: flags.template,
    fallbackTemplate: DEFAULT_TEMPLATE,
    headings: new Set(templates.flatMap(({ headings }) => Object.values(headings))),
    schema: `./${SCHEMA_NAME}`,
  });
  for (const { severity, message, hint } of made.problems) tellProblem(severity, message, hint);
  if (made.text === undefined) return stopWithout();
  const written = await writeFacts(path, made.text, flags);
  const name = templates.find(({ id }) => id === made.template)?.name ?? made.template;
  printResult(
    flags.format === 'json'
      ? madeJson(made)
      : [...written, ...madeSummary(made, given, name), nextSteps(path), ''].join('\n'),
  );
  return EXIT.done;
}

function stopWithout(): number {
  printNotice('没有写文件。\n');
  return EXIT.findings;
}

function nothingToRoll(): UserError {
  return new UserError(
    '--roll 要有上期的报告或事实文件，没有写文件。',
    '例如 report init 今年.yaml --from 去年.yaml --roll；只有名册的，不写 --roll。',
  );
}

/** How the new file names last time's; undefined, and said, where it does not lie in its folder. */
function previousOf(path: string, { bases: [last] }: GivenInputs): string | undefined {
  if (last === undefined) return undefined;
  const beside = pathBeside(path, last.path);
  if (beside !== undefined && !('message' in openBeside(path)(beside))) return beside;
  tellProblem(
    'warning',
    `${last.path} 不在 ${path} 所在的文件夹里，没有写成“上期”`,
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

function givenDate(asOf: string | undefined): CalendarDate | undefined {
  if (asOf === undefined) return undefined;
  const date = parseDate(asOf);
  if (date === undefined) throw new UserError(`没有 ${asOf} 这一天。`, '--as-of 写成日期，如 2023-12-31。');
  return date;
}

/** SOURCE_DATE_EPOCH, else the day that it is here. */
function today(): CalendarDate {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  if (!/^\d+$/.test(epoch)) {
    const now = new Date();
    return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  }
  const then = new Date(Number(epoch) * 1000);
  return { year: then.getUTCFullYear(), month: then.getUTCMonth() + 1, day: then.getUTCDate() };
}
