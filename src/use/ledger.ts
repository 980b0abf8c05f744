import { parse } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CalendarDate } from '../facts/dates.ts';
import type { Reading } from '../facts/read-facts.ts';
import { type Ledger, LedgerBuilder, type LeftOutUnitRow } from '../sheets/ledger.ts';
import { LEDGER_TITLE, ledgerDocument } from '../sheets/ledger-document.ts';
import { whyLeftOut } from '../sheets/why-left-out.ts';
import { propertiesOf } from '../write/properties.ts';
import type { Properties } from '../write/writer.ts';
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

/** Makes a ledger of units that come one after another; one whose problems and measures cannot be read is left out, and named in the ledger itself. */
export class LedgerMaker {
  readonly #builder: LedgerBuilder;
  readonly #leftOut: NotListed[] = [];
  #listed = 0;

  /** `asOf` is the day that deadlines are held against; that of each unit's report if absent. */
  constructor(asOf?: CalendarDate) {
    this.#builder = new LedgerBuilder(asOf);
  }

  /** Nothing of the unit is kept but its rows. */
  add(unit: LedgerUnit): void {
    const why = whyLeftOut(unit.reading?.facts, unit.diagnostics);
    if (why !== undefined) {
      this.#leftOut.push(notListed(unit, why));
    } else if (unit.reading !== undefined) {
      this.#builder.add(unit.reading);
      this.#listed += 1;
    }
  }

  /** `unread` are files that could not be read at all. */
  finish(unread: readonly string[] = []): MadeLedger {
    const leftOut = [...unread.map((file) => notListed({ file }, '事实文件读不出来')), ...this.#leftOut];
    return this.#listed === 0 ? { leftOut } : { ledger: this.#builder.ledger(leftOut), leftOut };
  }
}

/** The same for units that are all there. */
export function makeLedger(
  units: readonly LedgerUnit[],
  { asOf, unread }: { readonly asOf?: CalendarDate | undefined; readonly unread?: readonly string[] } = {},
): MadeLedger {
  const maker = new LedgerMaker(asOf);
  for (const unit of units) maker.add(unit);
  return maker.finish(unread);
}

/** The ledger as a file; `epoch` is SOURCE_DATE_EPOCH, for the date in it. */
export async function writeLedger(
  ledger: Ledger,
  format: 'docx' | 'xlsx',
  epoch?: string | undefined,
): Promise<Uint8Array> {
  if (format === 'xlsx') {
    const { ledgerSheet } = await import('../sheets/ledger-sheet.ts');
    return ledgerSheet(ledger);
  }
  const { ledgerDocx } = await import('../sheets/ledger-docx.ts');
  return ledgerDocx(ledger, ledgerProperties(ledger, epoch));
}

/** The ledger as a .docx, and what a PDF of it has to show. */
export function ledgerToPrint(ledger: Ledger, epoch?: string | undefined): ToPrint {
  const document = ledgerDocument(ledger);
  return toPrint(document, WRITERS.docx(document, ledgerProperties(ledger, epoch)));
}

function ledgerProperties({ units, asOf }: Ledger, epoch: string | undefined): Properties {
  return propertiesOf({ unit: units.length > 1 ? LEDGER_TITLE : units[0], date: asOf }, epoch);
}

function notListed({ file, reading }: Pick<LedgerUnit, 'file' | 'reading'>, why: string): NotListed {
  return { file, unit: reading?.facts.unit?.name ?? parse(file).name, why };
}
