import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { CountyRows } from '../county/county-table.ts';
import { describeCounty } from '../county/describe-county.ts';
import type { County } from '../county/roll-up.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { createFile } from '../disk/create-file.ts';
import { formatNamed } from '../disk/output-formats.ts';
import { refuseInputAsOutput, refuseIrregularOutput } from '../disk/refuse-output.ts';
import { type CountyPlace, countyPlace, writeCounty } from '../disk/write-county.ts';
import { countyText } from '../use/roll-up.ts';

/** What a county is to be made into. */
export interface CountyOrder {
  /** The county's facts file. */
  readonly output: string;
  /** The county's name; found in the units' names if absent. */
  readonly name?: string;
  /** Adds up what there is where units lack a figure, and says that it is not all. */
  readonly isPartial: boolean;
  /** Sub-totals by the units' kind. */
  readonly isByKind: boolean;
  /** A sheet or document of each unit's figures. */
  readonly table?: string;
  /** A page with charts. */
  readonly page?: string;
}

/** What writing needs of its surroundings. */
export interface CountyDesk {
  /** Writes a table or a page, or says why not; the exit status. */
  save(path: string, bytes: Uint8Array, placedBy: string): Promise<number>;
  /** The facts' JSON Schema, which the editor wants beside the county's file. */
  schema(): Promise<string>;
  /** SOURCE_DATE_EPOCH. */
  readonly epoch: string | undefined;
}

/** What stands where the county's facts are to go. UserError, before anything is done, where one of the files cannot be written. */
export function placeOfCounty(order: CountyOrder, paths: readonly string[]): CountyPlace | undefined {
  const { output, table, page } = order;
  if (!/\.ya?ml$/i.test(output)) {
    throw new UserError(`汇总写成事实文件，不能写成 ${output}。`, '名字以 .yaml 结尾，例如 县.yaml。');
  }
  refuseIrregularOutput(output);
  for (const path of paths) refuseInside(output, path);
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
  return countyPlace(output);
}

/** The county's file lies outside of its units' folders: inside, the next roll-up would take it for a unit. */
function refuseInside(output: string, path: string): void {
  if (!(statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
    refuseInputAsOutput(output, [path]);
    return;
  }
  const way = relative(resolve(path), resolve(output));
  if (way === '..' || way.startsWith(`..${sep}`)) return;
  throw new UserError(
    `不能写到 ${output}：它在所辖单位的文件夹 ${path} 里，下次会被当作一个单位。`,
    '写到文件夹外面，例如 ../县.yaml。',
  );
}

/** What keeps the figures of each unit, where a table or a page is wanted. */
export async function rowsFor({ table, page }: CountyOrder): Promise<CountyRows | undefined> {
  if (table === undefined && page === undefined) return undefined;
  const { CountyRows: Rows } = await import('../county/county-table.ts');
  return new Rows();
}

/** A county with where it goes and where it comes from. */
export interface CountyToWrite {
  readonly county: County;
  readonly rows: CountyRows | undefined;
  readonly place: CountyPlace | undefined;
  /** The units' folders and files, as given. */
  readonly paths: readonly string[];
}

/** Writes or renews the county's facts; what there is to say of them. UserError where what is there can no longer be read. */
export async function writeCountyFacts(
  { county, place, paths }: CountyToWrite,
  { output, isPartial }: CountyOrder,
  desk: CountyDesk,
): Promise<string> {
  const folder = dirname(resolve(output));
  const folders = paths.map((path) => relative(folder, resolve(path)).split(sep).join('/') || '.');
  const before = place && { file: output, text: place.text };
  const text = await countyText(county, { isPartial, folders, schema: SCHEMA }, before);
  if (text === undefined) {
    throw new UserError(
      `没有更新 ${output}：它现在有写法上的错误，或者排列改得认不出了。`,
      '先用 report check 检查并改正；或者移走它，重新汇总。',
    );
  }
  writeCounty(output, place, text.text);
  createFile(join(dirname(output), SCHEMA), await desk.schema());
  return describeCounty(county, text.kept, output);
}

const SCHEMA = 'report.schema.json';

/** Writes the table and the page, where they are wanted; the graver exit status of the two. What makes them is loaded only then. */
export async function writeCountyViews(
  { county, rows }: CountyToWrite,
  { table, page }: CountyOrder,
  { save, epoch }: CountyDesk,
): Promise<number> {
  let status = 0;
  if (rows !== undefined && table !== undefined) {
    const { writeTable } = await import('../use/write-table.ts');
    const date = county.date === undefined ? {} : { date: county.date };
    const origin = { epoch, unit: county.name, ...date };
    const bytes = await writeTable([rows.table(county)], tableFormat(table) ?? 'xlsx', origin);
    status = await save(table, bytes, '--table');
  }
  if (rows !== undefined && page !== undefined) {
    const { countyPage } = await import('../county/county-page.ts');
    status = Math.max(status, await save(page, await countyPage(county, rows), '--page'));
  }
  return status;
}

function tableFormat(table: string) {
  return formatNamed(table, ['xlsx', 'docx']);
}
