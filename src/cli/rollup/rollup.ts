import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { CountyRows } from '../../county/county-table.ts';
import type { CountyText, CountyTextOptions } from '../../county/county-text.ts';
import type { County, CountyFault, LeftOutUnit } from '../../county/roll-up.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { locate } from '../../diagnostics/finding.ts';
import { printable } from '../../diagnostics/printable.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { createFile } from '../../disk/create-file.ts';
import { formatNamed } from '../../disk/output-formats.ts';
import { describePassedOver } from '../../disk/passed-over.ts';
import { quotableText } from '../../disk/read-outside.ts';
import { refuseInputAsOutput, refuseIrregularOutput } from '../../disk/refuse-output.ts';
import { type CountyPlace, countyPlace, writeCounty } from '../../disk/write-county.ts';
import { readFacts } from '../../facts/read-facts.ts';
import { countyUnit } from '../../rules/collection/county-unit.ts';
import { countyText, rollUpUnits } from '../../use/roll-up.ts';
import { collectInputs } from '../check/check-inputs.ts';
import { schemaText } from '../schema/schema.ts';
import { EXIT } from '../terminal/exit-code.ts';
import { printUserError } from '../terminal/explain-failure.ts';
import { type FindingsOptions, isForPeople } from '../terminal/findings-options.ts';
import { readSource } from '../terminal/read-source.ts';
import { saveOutput } from '../terminal/save-output.ts';
import { showFindings } from '../terminal/show-findings.ts';
import { printNotice, printResult } from '../terminal/streams.ts';
import { readUnits } from './read-units.ts';

/** The options as the command line has them. */
export interface RollupFlags extends FindingsOptions {
  readonly output?: string;
  readonly name?: string;
  readonly partial?: boolean;
  readonly table?: string;
  readonly page?: string;
  readonly force?: boolean;
}

/** Rolls the units of a county up into its facts file; with an error in a unit nothing is written, unless what there is was asked for. */
export async function rollup(paths: readonly string[], flags: RollupFlags): Promise<number> {
  const output = outputOf(flags, paths);
  const place = countyPlace(output);
  const rows = await rowsFor(flags);
  const { inputs, passedOver, failures } = await collectInputs(paths, 'facts');
  for (const failure of failures) printUserError(failure);
  for (const entry of passedOver) printNotice(describePassedOver(entry));
  refuseInputAsOutput(
    output,
    inputs.map(({ path }) => path),
  );
  if (failures.length > 0) return EXIT.usage;
  const read = readUnits(inputs);
  const { county, faults: found, leftOut, errors } = await rollUpUnits(read.units(), { ...flags, rows });
  const faults = await locateFaults(found);
  const diagnostics = [...errors, ...faults];
  await showFindings(
    { diagnostics, files: inputs.length, textOf },
    { ...flags, isResult: !isForPeople(flags) },
  );
  const status = read.hasFailed() ? EXIT.usage : diagnostics.length > 0 ? EXIT.findings : EXIT.done;
  if (county === undefined || (leftOut.length > 0 && !flags.partial)) {
    printNotice(`没有写入 ${printable(output)}：${describeRefusal(faults, leftOut)}。\n`);
    return Math.max(status, EXIT.findings);
  }
  const folders = paths.map(
    (path) =>
      relative(dirname(resolve(output)), resolve(path))
        .split(sep)
        .join('/') || '.',
  );
  const options = { isPartial: flags.partial === true, folders, schema: SCHEMA };
  const written = await textFor(county, options, output, place);
  writeCounty(output, place, written.text);
  createFile(join(dirname(output), SCHEMA), await schemaText());
  tell(county, written, { output, flags });
  if (rows === undefined) return status;
  const tableStatus = await writeCountyTable(rows, county, flags);
  return Math.max(status, tableStatus, await writeCountyPage(rows, county, flags));
}

/** What keeps the figures of each unit, where a table or a page is wanted. UserError for one that cannot be written. */
async function rowsFor({ table, page }: RollupFlags): Promise<CountyRows | undefined> {
  if (table !== undefined) {
    if (tableFormat(table) === undefined) {
      throw new UserError(
        `各单位的数字表不能写成 ${table}。`,
        '能写的是 .xlsx、.docx，例如 --table 各单位.xlsx。',
      );
    }
    refuseIrregularOutput(table);
  }
  if (page !== undefined) {
    if (!/\.html?$/i.test(page)) {
      throw new UserError(
        `一页情况不能写成 ${page}。`,
        '能写的是 .html，例如 --page 各单位.html；要 PDF，用浏览器打开后打印。',
      );
    }
    refuseIrregularOutput(page);
  }
  if (table === undefined && page === undefined) return undefined;
  const { CountyRows: Rows } = await import('../../county/county-table.ts');
  return new Rows();
}

function tableFormat(table: string) {
  return formatNamed(table, ['xlsx', 'docx']);
}

async function writeCountyTable(rows: CountyRows, county: County, flags: RollupFlags): Promise<number> {
  const { table } = flags;
  if (table === undefined) return EXIT.done;
  const { writeTable } = await import('../../use/write-table.ts');
  const bytes = await writeTable([rows.table(county)], tableFormat(table) ?? 'xlsx', {
    epoch: process.env.SOURCE_DATE_EPOCH,
    unit: county.name,
    ...(county.date !== undefined && { date: county.date }),
  });
  return save(table, bytes, '--table', flags);
}

async function writeCountyPage(rows: CountyRows, county: County, flags: RollupFlags): Promise<number> {
  const { page } = flags;
  if (page === undefined) return EXIT.done;
  const { countyPage } = await import('../../county/page/county-page.ts');
  return save(page, await countyPage(county, rows), '--page', flags);
}

function save(path: string, bytes: Uint8Array, placedBy: string, flags: RollupFlags): Promise<number> {
  return saveOutput(path, bytes, {
    standing: 'final',
    isForced: flags.force === true,
    hasForce: true,
    made: '已生成',
    isResult: isForPeople(flags),
    isQuiet: flags.quiet === true,
    placedBy,
  });
}

const SCHEMA = 'report.schema.json';

function textOf(file: string) {
  const text = quotableText(file);
  return text === undefined ? undefined : { text };
}

/** The county's file lies outside of its units' folders: inside, the next roll-up would take it for a unit. */
function outputOf({ output }: RollupFlags, paths: readonly string[]): string {
  if (output === undefined)
    throw new UserError('没有写明汇总到哪里。', '用 -o 指定县的事实文件，例如 -o 县.yaml。');
  if (!/\.ya?ml$/i.test(output)) {
    throw new UserError(`汇总写成事实文件，不能写成 ${output}。`, '名字以 .yaml 结尾，例如 -o 县.yaml。');
  }
  refuseIrregularOutput(output);
  for (const path of paths) {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const way = relative(resolve(path), resolve(output));
    if (!isFolder || way.startsWith('..')) continue;
    throw new UserError(
      `不能写到 ${output}：它在所辖单位的文件夹 ${path} 里，下次会被当作一个单位。`,
      '写到文件夹外面，例如 -o ../县.yaml。',
    );
  }
  return output;
}

/** Faults are few, so their files are read again for the places. */
async function locateFaults(faults: readonly CountyFault[]): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { file, path, message, hint, other } of faults) {
    const places = (await readFacts(await readSource(file))).value?.places();
    if (places === undefined) continue;
    const finding = { rule: countyUnit.id, severity: countyUnit.severity, message, hint, at: { path } };
    const [diagnostic] = locate([finding], await places);
    if (diagnostic === undefined) continue;
    const otherPlaces = other && (await (await readFacts(await readSource(other.file))).value?.places());
    const related =
      other === undefined || otherPlaces === undefined
        ? []
        : [{ message: other.message, file: other.file, ...otherPlaces.rangeOf({ path: other.path }) }];
    found.push({ ...diagnostic, related });
  }
  return found;
}

function describeRefusal(faults: readonly Diagnostic[], leftOut: readonly LeftOutUnit[]): string {
  if (faults.length > 0) return '这些单位不能汇总到一起，见上';
  const names = leftOut.map(({ unit }) => printable(unit)).join('、');
  return `${names}有错误；改正后再汇总，或者加 --partial 先不列入`;
}

async function textFor(
  county: County,
  options: CountyTextOptions,
  output: string,
  place: CountyPlace | undefined,
): Promise<CountyText> {
  const before = place && { file: output, text: place.text };
  const made = await countyText(county, options, before);
  if (made !== undefined) return made;
  throw new UserError(
    `没有更新 ${output}：它现在有写法上的错误，或者排列改得认不出了。`,
    '先用 report check 检查并改正；或者移走它，重新汇总。',
  );
}

function tell(
  county: County,
  { kept }: CountyText,
  { output, flags }: { readonly output: string; readonly flags: RollupFlags },
): void {
  const print = isForPeople(flags) ? printResult : printNotice;
  const kinds = [...county.kinds].map(([kind, count]) => `${kind}${count}个`).join('、');
  const lines = [
    `已汇总 ${printable(output)}：${printable(county.name)}，${county.units.length} 个单位（${kinds}）`,
  ];
  for (const { unit, why } of county.leftOut) lines.push(`  没有列入：${printable(unit)}，${why}`);
  for (const [period, names] of county.mixedPeriods) lines.push(`  起止不一致：${period}（${some(names)}）`);
  for (const { place, lacking } of county.figures) {
    if (lacking.length > 0) lines.push(`  ${place.label}缺：${some(lacking)}`);
  }
  for (const { name, why } of county.indicators)
    if (why !== undefined) lines.push(`  ${printable(name)}：${printable(why)}`);
  for (const { name, stands, rolled } of kept) {
    lines.push(
      rolled === ''
        ? `  保留了改过的“${printable(name)}”`
        : `  保留了改过的${printable(name)} ${printable(stands)}，各单位汇总是 ${printable(rolled)}`,
    );
  }
  if (!flags.quiet) print(`${lines.join('\n')}\n`);
}

/** Units that a line of the listing names. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 20).map(printable).join('、');
  return names.length > 20 ? `${shown}等${names.length}个` : shown;
}
