import type { SheetTable } from '../county/table.ts';
import type { CalendarDate } from '../facts/dates.ts';
import { propertiesOf } from '../write/properties.ts';

export type TableFormat = 'xlsx' | 'docx' | 'html';

/** Tables as a workbook, a document or a page; what writes each is loaded when it is wanted. */
export async function writeTable(
  tables: readonly SheetTable[],
  format: TableFormat,
  {
    epoch,
    date,
    unit,
  }: { readonly epoch?: string | undefined; readonly date?: CalendarDate; readonly unit?: string },
): Promise<Uint8Array> {
  if (format === 'xlsx') {
    const { writeWorkbook } = await import('../county/write-workbook.ts');
    return writeWorkbook(tables);
  }
  const [{ tableDocument }, { WRITERS }] = await Promise.all([
    import('../county/table-document.ts'),
    import('../write/writers.ts'),
  ]);
  return WRITERS[format](
    tableDocument(tables),
    propertiesOf({ unit: unit ?? tables[0]?.title, date }, epoch),
  );
}
