import { measureMeant } from '../account/counted-facts.ts';
import type { Facts } from '../facts/facts.ts';
import type { BadCell } from './cell-answers.ts';
import { type Fillable, filledOf, mark } from './fillable.ts';
import { type LedgerMeasure, type LedgerSource, ledgerMeasure, printedTexts } from './ledger.ts';
import { type MeasureChange, measureChange, withoutSpaces } from './measure-changes.ts';
import { describeRow, type ReturnedRow } from './read-returned.ts';
import { readValues, type ToldValue } from './told-values.ts';

/** What a unit takes from the ledgers that came back. */
export interface TakenUnit {
  readonly changes: readonly MeasureChange[];
  /** Cells that cannot be taken: with one of them nothing is. */
  readonly bad: readonly BadCell[];
  /** Measures of which nothing is taken, for two say different things of them. */
  readonly undecided: readonly BadCell[];
  /** Rows that are no measure of the unit, though something was filled in. */
  readonly unmatched: readonly string[];
  /** What was changed in the ledger and is not taken back from it. */
  readonly notes: readonly string[];
}

export interface TakenLedger {
  /** As the units were given. */
  readonly units: readonly TakenUnit[];
  /** Rows by the unit that they name and nobody gave; of a row that names none, by an empty name. */
  readonly strangers: ReadonlyMap<string, readonly ReturnedRow[]>;
}

/**
 * What the facts of some units take from the rows that came back: of each measure what people filled in, which is what differs from what was
 * written in the row, or where that is lost from what the facts say. A cell that was emptied takes nothing away.
 */
export function takeLedger(sources: readonly LedgerSource[], rows: readonly ReturnedRow[]): TakenLedger {
  const takings = sources.map((source) => new UnitTaking(source));
  const byName = new Map(takings.map((taking) => [withoutSpaces(taking.name), taking]));
  const [only] = takings;
  const strangers = new Map<string, ReturnedRow[]>();
  for (const row of rows) {
    const taking = row.unit === '' && takings.length === 1 ? only : byName.get(withoutSpaces(row.unit));
    if (taking !== undefined) taking.add(row);
    else strangers.set(row.unit, [...(strangers.get(row.unit) ?? []), row]);
  }
  return { units: takings.map((taking) => taking.finish()), strangers };
}

/** What was filled in for a measure, perhaps in several rows: it stands with every problem that it answers. */
interface MeasureFilling {
  readonly index: number;
  readonly measure: LedgerMeasure;
  readonly told: Map<Fillable, ToldValue[]>;
}

class UnitTaking {
  readonly name: string;
  private readonly facts: Facts;
  private readonly textsOf: (path: string) => readonly string[];
  private readonly fillings = new Map<number, MeasureFilling>();
  private readonly bad: BadCell[] = [];
  private readonly undecided = new Map<number, BadCell>();
  private readonly unmatched: string[] = [];
  private readonly notes: string[] = [];

  constructor(source: LedgerSource) {
    this.facts = source.facts;
    this.name = source.facts.unit?.name ?? '';
    this.textsOf = printedTexts(source);
  }

  add(row: ReturnedRow): void {
    const { told, bad } = readValues(row);
    const index = this.measureOf(row);
    if (typeof index === 'string') {
      const isFilled = bad.length > 0 || [...told.values()].some(({ comparable }) => comparable !== '');
      if (isFilled) this.unmatched.push(`${describeRow(row)}${index}`);
      return;
    }
    this.bad.push(...bad);
    const filling = this.fillingOf(index);
    for (const [key, each] of told) this.addValue(filling, key, each, row);
    this.noteOthers(row, filling.measure);
  }

  finish(): TakenUnit {
    const changes: MeasureChange[] = [];
    for (const { index, measure, told } of this.fillings.values()) {
      const rival = [...told].flatMap(([key, all]) => this.rivals(key, all, measure))[0];
      if (rival !== undefined) this.undecided.set(index, rival);
      if (this.undecided.has(index)) continue;
      const first = new Map(
        [...told].flatMap(([key, [value]]) => (value === undefined ? [] : [[key, value]])),
      );
      const made = measureChange({ index, measure, textsOf: this.textsOf }, first);
      if (Array.isArray(made)) changes.push(...made);
      else this.bad.push(made as BadCell);
    }
    return {
      changes: changes.sort((a, b) => a.measure - b.measure),
      bad: this.bad,
      undecided: [...this.undecided.values()],
      unmatched: this.unmatched,
      notes: [...new Set(this.notes)],
    };
  }

  /** The measure's index; a text says why there is none. */
  private measureOf({ id, measure, stub }: ReturnedRow): number | string {
    const { measures = [] } = this.facts;
    const titled = stub && measures.flatMap(({ title = '' }, at) => (mark(title) === stub.title ? [at] : []));
    const byTitle = titled?.length === 1 ? titled[0] : undefined;
    const byId = id === '' ? -1 : measures.findIndex((each) => each.id === id);
    if (byId !== -1) {
      const isOther = byTitle !== undefined && byTitle !== byId;
      return isOther ? `的编号 ${id} 现在是另一条措施` : byId;
    }
    if (id !== '') return `的编号 ${id} 在“${this.name}”的措施里没有`;
    if (byTitle !== undefined) return byTitle;
    if (measure === '') return '没有写整改措施';
    const byText = measureMeant(this.facts, { id: '', text: measure });
    return byText === -1 ? `在“${this.name}”的措施里没有，或者不止一条` : byText;
  }

  private fillingOf(index: number): MeasureFilling {
    const known = this.fillings.get(index);
    if (known !== undefined) return known;
    const measure = ledgerMeasure(this.facts.measures?.[index] ?? {}, `measures.${index}`, this.textsOf);
    const filling = { index, measure, told: new Map<Fillable, ToldValue[]>() };
    this.fillings.set(index, filling);
    return filling;
  }

  private addValue(
    { index, measure, told }: MeasureFilling,
    key: Fillable,
    value: ToldValue,
    row: ReturnedRow,
  ): void {
    const now = mark(filledOf(measure)[key]);
    const written = row.stub?.[key];
    const said = mark(value.comparable);
    if (said === now || said === written) return;
    if (value.comparable === '') {
      this.notes.push(`${value.place} 清空了，没有收回；要删去的，请在事实文件里删。`);
      return;
    }
    if (written !== undefined && written !== now) {
      this.undecided.set(index, {
        message: `${value.place} 填的与事实文件里的不同，而事实文件在生成台账以后也改过：${measureName(measure)}没有收回`,
        hint: '请核对：台账对，直接改事实文件；事实文件对，就不用管。',
      });
      return;
    }
    told.set(key, [...(told.get(key) ?? []), value]);
  }

  /** Two that say different things of one measure. */
  private rivals(key: Fillable, told: readonly ToldValue[], measure: LedgerMeasure): BadCell[] {
    const [first, ...others] = told;
    const other = others.find(({ comparable }) => mark(comparable) !== mark(first?.comparable ?? ''));
    if (first === undefined || other === undefined) return [];
    return [
      {
        message: `${first.place} 与 ${other.place} 填的${KEY_NAMES[key]}不一样：${measureName(measure)}没有收回`,
        hint: '请核对，把两处改成一样的，再收回一次。',
      },
    ];
  }

  /** What the ledger shows of the facts and does not take back. */
  private noteOthers(row: ReturnedRow, { facts, text }: LedgerMeasure): void {
    const others = [
      ['责任领导', 'leader', facts.leader ?? ''],
      ['责任单位', 'department', facts.department ?? ''],
      ['责任人', 'owner', facts.owner ?? ''],
      ['整改措施', 'measure', text],
    ] as const;
    const changed = others.flatMap(([name, field, now]) => {
      const said = row.cell(field);
      return typeof said === 'string' && mark(said) !== mark(now) ? [name] : [];
    });
    if (changed.length === 0) return;
    this.notes.push(
      `${describeRow(row)}的${changed.join('、')}与事实文件不同，没有收回；要改的，请改事实文件。`,
    );
  }
}

const KEY_NAMES: Readonly<Record<Fillable, string>> = {
  status: '完成情况',
  completed: '完成日期',
  deadline: '整改时限',
  results: '整改成效',
  evidence: '佐证',
  closed: '是否销号',
};

function measureName({ facts: { title, id = '' } }: LedgerMeasure): string {
  return `措施“${title ?? id}”`;
}
