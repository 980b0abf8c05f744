import { UserError } from '../diagnostics/user-error.ts';
import { type Press, printDocuments } from '../office/print-documents.ts';
import { describeStandIns, type PdfFacts, pdfFacts } from '../office/stand-in-fonts.ts';
import type { ToPrint } from '../use/to-print.ts';
import { listenWhile } from './terminal/signals.ts';
import { printNotice } from './terminal/streams.ts';

/** What is told of the PDF that becomes a file. */
export type NamedPdfFacts = { readonly file: string } & PdfFacts;

export interface PrintedPdf {
  /** With our fingerprint. */
  readonly bytes: Uint8Array;
  readonly facts: NamedPdfFacts;
  /** The text of each page, without white space. */
  readonly texts: readonly string[];
}

/** Prints documents as PDF for the files that are named; in their order, each printed or told why not. */
export async function printPdfs(
  documents: readonly (ToPrint & { readonly file: string })[],
  press: Press,
): Promise<readonly (PrintedPdf | UserError)[]> {
  const results = documents.map(({ file }): PrintedPdf | UserError =>
    notPrintedFile(file, 'LibreOffice 没有运行完'),
  );
  const printables = documents.map(({ docx, characters }) => ({ docx: () => docx, characters }));
  await listenWhile(
    (async () => {
      for await (const { index, printed } of printDocuments(printables, press)) {
        const file = documents[index]?.file ?? '';
        results[index] =
          'why' in printed
            ? notPrintedFile(file, printed.why)
            : {
                bytes: printed.bytes,
                facts: { file, ...pdfFacts(printed.pdf) },
                texts: printed.pdf.pages.map(({ text }) => text),
              };
      }
    })(),
  );
  return results;
}

/** What the system, or LibreOffice, failed at; the facts may be right. */
function notPrintedFile(file: string, why: string): UserError {
  return new UserError(
    `没有印成 ${file}：${why}。`,
    '请再试一次；还不行，就先生成 .docx，用 WPS 或 Word 打开后“输出为 PDF”。',
  );
}

/** Says once which fonts replace those that the standard asks for. */
export function tellStandIns(fonts: Iterable<string>): void {
  printNotice(describeStandIns(fonts));
}
