import { fileKindOf, nameOfKind } from '../bytes/file-kind.ts';
import { describeFault, OoxmlFault } from '../ooxml/ooxml-fault.ts';
import { openWorkbook, type SheetEntry, type Workbook } from '../xlsx/workbook.ts';
import { type RosterProblem, refuseSource } from './roster-problem.ts';
import type { RosterTable } from './table.ts';

interface TableOptions {
  /** The file as messages call it. */
  readonly file: string;
  /** The only sheet that is wanted. */
  readonly sheet?: string | undefined;
}

/** The tables of a file: an .xlsx or a CSV file, whatever its name says. What it is instead is said with what to do. */
export async function openTables(
  bytes: Uint8Array,
  options: TableOptions,
): Promise<readonly RosterTable[] | RosterProblem> {
  const opened = await openBytes(bytes, options);
  return 'rule' in opened ? { ...opened, message: `${options.file}：${opened.message}` } : opened;
}

async function openBytes(
  bytes: Uint8Array,
  { file, sheet }: TableOptions,
): Promise<readonly RosterTable[] | RosterProblem> {
  const kind = fileKindOf(bytes);
  if (kind === 'excel') return openSheets(bytes, file, sheet);
  if (bytes.length === 0) return refuseSource('文件是空的', '请核对是不是选错了文件。');
  if (kind !== 'text') {
    return refuseSource(`文件是${nameOfKind(kind)}，不是 .xlsx 或 .csv`, REMEDIES[kind] ?? WRONG_ROSTER_HINT);
  }
  if (sheet !== undefined)
    return refuseSource('CSV 文件没有工作表', '请去掉“工作表”，或者把表格另存为 .xlsx。');
  const { readCsv } = await import('./read-csv.ts');
  const read = readCsv(bytes);
  return 'rule' in read ? read : [{ file, ...read }];
}

const SAVE_AS_XLSX = '用 Excel 或 WPS 打开，“另存为”选“Excel 工作簿（*.xlsx）”，再把“文件”改成新的名字。';
const WRONG_ROSTER_HINT = '请核对是不是选错了文件；名册应当是 .xlsx 或 .csv。';

const REMEDIES: Readonly<Record<string, string>> = {
  'old-excel': SAVE_AS_XLSX,
  opendocument: SAVE_AS_XLSX,
  html: `有的系统导出的“.xls”其实是网页。${SAVE_AS_XLSX}`,
  mht: SAVE_AS_XLSX,
  xml: SAVE_AS_XLSX,
  encrypted: '用 Excel 或 WPS 打开，在“文件—信息”里取消打开密码，另存为 .xlsx，再试。',
  'broken-archive': '可能没有下载或拷贝完整，请重新获取；或者用 Excel、WPS 的“打开并修复”另存一份。',
};

/** All sheets of a workbook, or the one that is named. */
function openSheets(
  bytes: Uint8Array,
  file: string,
  name: string | undefined,
): readonly RosterTable[] | RosterProblem {
  const workbook = openWorkbook(bytes);
  if (workbook instanceof OoxmlFault) return refuseFault(workbook);
  const { sheets } = workbook;
  const wanted = name === undefined ? sheets : sheets.filter((sheet) => sheet.name.trim() === name.trim());
  if (wanted.length === 0) {
    return name === undefined
      ? refuseSource('工作簿里没有工作表', '请核对是不是选错了文件。')
      : refuseSource(
          `工作簿里没有叫“${name}”的工作表`,
          `有这些：${sheets.map((sheet) => sheet.name).join('、')}。`,
        );
  }
  return readSheets(workbook, file, wanted);
}

function readSheets(
  workbook: Workbook,
  file: string,
  entries: readonly SheetEntry[],
): readonly RosterTable[] | RosterProblem {
  const tables: RosterTable[] = [];
  for (const entry of entries) {
    const sheet = workbook.read(entry);
    if (sheet instanceof OoxmlFault) return refuseFault(sheet);
    tables.push({ ...sheet, file, name: entry.name, isHidden: entry.isHidden });
  }
  return tables;
}

function refuseFault(fault: OoxmlFault): RosterProblem {
  const { message, hint } = describeFault(fault);
  return refuseSource(message, hint);
}
