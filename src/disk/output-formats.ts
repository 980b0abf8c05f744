import { extname } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';

/** Everything that this program writes for people, by the name that `--to` gives it, with the endings that its files may have. */
const FORMAT_ENDINGS = {
  docx: ['.docx'],
  html: ['.html', '.htm'],
  txt: ['.txt'],
  xlsx: ['.xlsx'],
  pdf: ['.pdf'],
} as const satisfies Record<string, readonly string[]>;

export type FileFormat = keyof typeof FORMAT_ENDINGS;

/** What a report can be asked for as: what there is a writer for, and a PDF, which LibreOffice makes of the .docx. */
export const REPORT_FORMATS = ['docx', 'html', 'txt', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * The format that an output's name asks for, of those that a command writes; undefined where its ending is none that anybody knows. UserError
 * where it is the ending of something else, which what is written would only pretend to be, and where `to` (`--to`) says otherwise.
 */
export function formatNamed<Format extends FileFormat>(
  output: string,
  written: readonly Format[],
  to?: Format,
): Format | undefined {
  const ending = extname(output).toLowerCase();
  const named = written.find((format) => FORMAT_ENDINGS[format].some((each) => each === ending));
  if (named === undefined && isTaken(ending)) throw refusal(output, ending, written);
  if (to !== undefined && named !== undefined && named !== to) {
    throw new UserError(`--to ${to} 与 -o ${output} 的扩展名不一致。`, '请改正其中一个，或省去 --to。');
  }
  return named;
}

function isTaken(ending: string): boolean {
  return (
    ending in OTHER_FORMATS ||
    Object.values(FORMAT_ENDINGS).some((endings) => endings.some((each) => each === ending))
  );
}

function refusal(output: string, ending: string, written: readonly FileFormat[]): UserError {
  const endings = written.map((format) => FORMAT_ENDINGS[format][0]).join('、');
  return new UserError(
    `不能写成 ${output}：能写的是 ${endings}。`,
    OTHER_FORMATS[ending] ?? '请换一个扩展名。',
  );
}

const SAVE_DOCX_AS = '先写成 .docx，再用 Word 或 WPS 打开，另存为需要的格式。';
const EXPORT_AS_PDF = '先写成 .docx，再用 Word 或 WPS 导出。';

/** Endings of what this program does not write, and how to come to it. */
const OTHER_FORMATS: Readonly<Record<string, string>> = {
  '.pdf': EXPORT_AS_PDF,
  '.ofd': EXPORT_AS_PDF,
  '.xps': EXPORT_AS_PDF,
  '.doc': SAVE_DOCX_AS,
  '.docm': SAVE_DOCX_AS,
  '.dot': SAVE_DOCX_AS,
  '.dotx': SAVE_DOCX_AS,
  '.dotm': SAVE_DOCX_AS,
  '.wps': SAVE_DOCX_AS,
  '.wpt': SAVE_DOCX_AS,
  '.rtf': SAVE_DOCX_AS,
  '.odt': SAVE_DOCX_AS,
  '.mht': SAVE_DOCX_AS,
  '.mhtml': SAVE_DOCX_AS,
  '.xls': '整改台账用 report ledger 写成 .xlsx。',
  '.et': '整改台账用 report ledger 写成 .xlsx。',
  '.csv': '整改台账用 report ledger 写成 .xlsx。',
  '.xlsx': '整改台账用 report ledger 写成 .xlsx；报告写成 .docx。',
  '.md': '要纯文字，写成 .txt。',
  '.png': EXPORT_AS_PDF,
  '.jpg': EXPORT_AS_PDF,
  '.jpeg': EXPORT_AS_PDF,
  '.zip': '请换成 .docx。',
};
