import { parse } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CalendarDate } from '../facts/dates.ts';
import type { Reading } from '../facts/read-facts.ts';
import { type Ledger, type LeftOutUnitRow, ledgerOf } from '../ledger/ledger.ts';
import { LEDGER_TITLE, ledgerDocument } from '../ledger/ledger-document.ts';
import { whyLeftOut } from '../ledger/why-left-out.ts';
import { propertiesOf } from '../write/properties.ts';
import { WRITERS } from '../write/writers.ts';
import { type ToPrint, toPrint } from './to-print.ts';

/** A facts file after its check; one that could not be read has no reading. */
export interface LedgerUnit {
  readonly file: string;
  readonly reading?: Reading;
  readonly diagnostics: readonly Diagnostic[];
}

/** A unit that is not in the ledger, by its name; what cannot be read is called by its file's. */
export interface NotListed extends LeftOutUnitRow {
  readonly file: string;
}

export interface MadeLedger {
  /** Absent where no unit could be listed. */
  readonly ledger?: Ledger;
  readonly leftOut: readonly NotListed[];
}

/** The ledger of some units; one whose problems and measures cannot be read is left out, and named in the ledger itself. */
export function makeLedger(
  units: readonly LedgerUnit[],
  {
    asOf,
    unread = [],
  }: { readonly asOf?: CalendarDate | undefined; readonly unread?: readonly string[] } = {},
): MadeLedger {
  const judged = units.map((unit) => ({ unit, why: whyLeftOut(unit.reading?.facts, unit.diagnostics) }));
  const listed = judged.flatMap(({ unit, why }) => (why === undefined ? (unit.reading ?? []) : []));
  const leftOut = [
    ...unread.map((file) => notListed({ file }, '事实文件读不出来')),
    ...judged.flatMap(({ unit, why }) => (why === undefined ? [] : notListed(unit, why))),
  ];
  return listed.length === 0 ? { leftOut } : { ledger: ledgerOf(listed, asOf, leftOut), leftOut };
}

/** The ledger as a file; `epoch` is SOURCE_DATE_EPOCH, for the date in it. */
export async function writeLedger(
  ledger: Ledger,
  format: 'docx' | 'xlsx',
  epoch?: string | undefined,
): Promise<Uint8Array> {
  if (format === 'xlsx') {
    const { ledgerSheet } = await import('../ledger/ledger-sheet.ts');
    return ledgerSheet(ledger);
  }
  return ledgerToPrint(ledger, epoch).docx;
}

/** The ledger as a .docx, and what a PDF of it has to show. */
export function ledgerToPrint(ledger: Ledger, epoch?: string | undefined): ToPrint {
  const [unit] = ledger.units;
  const author = ledger.units.length > 1 ? LEDGER_TITLE : unit;
  const document = ledgerDocument(ledger);
  return toPrint(document, WRITERS.docx(document, propertiesOf({ unit: author, date: ledger.asOf }, epoch)));
}

function notListed({ file, reading }: Pick<LedgerUnit, 'file' | 'reading'>, why: string): NotListed {
  return { file, unit: reading?.facts.unit?.name ?? parse(file).name, why };
}
