import { writeLongTable } from '../write/docx/write-long-table.ts';
import type { Properties } from '../write/writer.ts';
import type { Ledger } from './ledger.ts';
import { documentWithRows, ledgerRowGroups } from './ledger-document.ts';

/** The ledger as a .docx, however many units it has. */
export function ledgerDocx(ledger: Ledger, properties: Properties): Promise<Uint8Array> {
  return writeLongTable(
    (rows) => documentWithRows(ledger, rows),
    () => ledgerRowGroups(ledger),
    properties,
  );
}
