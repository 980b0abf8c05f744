import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { LEDGER_COLUMNS } from '../src/sheets/ledger-columns.ts';

export const LEDGER_HEAD = new URL('../templates/partials/ledger-head.hbs', import.meta.url);

/** The columns and the heading row of the ledger that a report attaches, as `report ledger` has them. */
export function generateLedgerHead(): string {
  const columns = LEDGER_COLUMNS.map(({ width }) => `<col width="${width}%"/>`).join('');
  const titles = LEDGER_COLUMNS.map(({ title }) => `<th>${title}</th>`).join('');
  return `${columns}\n<tr>${titles}</tr>\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(LEDGER_HEAD, generateLedgerHead());
}
