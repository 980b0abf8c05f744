import { type CalendarDate, formatDate } from '../facts/dates.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { filledOf, joinItems, stageShown, writeStub } from './fillable.ts';
import { type Ledger, type LedgerMeasure, type LedgerRow, withoutEndMark } from './ledger.ts';

/** What is in a cell: a text, a number, or a date that a sheet can reckon with. */
export type LedgerValue = string | number | CalendarDate;

/** A column of the ledger, for the .docx and the sheet alike. */
export interface LedgerColumn {
  readonly title: string;
  /** Its share of the table's width; shares are scaled to 1. */
  readonly width: number;
  readonly align: 'left' | 'center';
  /** Whether it tells of the problem, and so stands once for all of its rows. */
  readonly isShared: boolean;
  value(row: LedgerRow): LedgerValue;
  /** Whether the cell is to catch the eye. */
  isMarked?(row: LedgerRow): boolean;
}

/** A column of the sheet alone. */
export interface SheetColumn extends LedgerColumn {
  /** For the program, which reads the sheet again; nobody is shown it. */
  readonly isHidden?: true;
  /** What may be chosen in its cells. */
  readonly choices?: readonly string[];
}

/** The columns of a ledger; 单位 leads where there are several units. */
export function ledgerColumns(ledger: Ledger): readonly LedgerColumn[] {
  return isLedgerOfSeveral(ledger) ? [UNIT_COLUMN, ...LEDGER_COLUMNS] : LEDGER_COLUMNS;
}

/**
 * The same for a sheet, which people fill in and `report ledger --take` reads again: what the table puts together has a column each, days
 * overdue are a number, to be sorted and summed, and the last columns say which measure of the facts it is, and what was written of it.
 */
export function sheetColumns(ledger: Ledger): readonly SheetColumn[] {
  const columns = ledgerColumns(ledger).flatMap((each): readonly SheetColumn[] => {
    if (each === STATE) return [STAGE, OVERDUE, COMPLETED, RESULTS];
    return each === CLOSED_COLUMN ? [{ ...CLOSED_COLUMN, choices: ['是', '否'] }] : [each];
  });
  return [...columns, STUB, ID_COLUMN];
}

function isLedgerOfSeveral({ units, leftOut }: Ledger): boolean {
  return units.length + leftOut.length > 1;
}

const UNIT_COLUMN: LedgerColumn = {
  title: '单位',
  width: 8,
  align: 'center',
  isShared: true,
  value: ({ unit }) => unit,
};

const STATE: LedgerColumn = {
  ...column('完成情况', 11, describeState),
  align: 'left',
  isMarked: isOverdueRow,
};

const STAGE: SheetColumn = {
  ...column('完成情况', 6.5, stageShown),
  isMarked: isOverdueRow,
  choices: VOCABULARY.measures.item.status.choices,
};

const OVERDUE: SheetColumn = {
  ...column('超期天数', 5.2, ({ overdue }) => (overdue > 0 ? overdue : '')),
  isMarked: isOverdueRow,
};

const COMPLETED = column('完成日期', 8.6, ({ facts }) => facts.completed ?? '');
const RESULTS: LedgerColumn = {
  ...column('整改成效', 10, ({ results }) => joinItems(results)),
  align: 'left',
};
const STUB: SheetColumn = {
  ...column('存根（勿改）', 1, (measure) => writeStub(measure.facts.title ?? '', filledOf(measure))),
  isHidden: true,
};
const ID_COLUMN = column('编号', 4, ({ facts }) => facts.id ?? '');

const EVIDENCE: LedgerColumn = {
  ...column('佐证', 8.2, ({ evidence }) => joinItems(evidence)),
  align: 'left',
};
const CLOSED_COLUMN = column('是否销号', 5.2, ({ facts }) =>
  facts.closed === undefined ? '' : facts.closed ? '是' : '否',
);

/** Those of one unit: the table that a report attaches (templates/tables/rectification-ledger) has them too. */
export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  { title: '序号', width: 4, align: 'center', isShared: true, value: ({ number }) => number ?? '' },
  {
    title: '反馈问题',
    width: 9,
    align: 'left',
    isShared: true,
    value: ({ problem }) => withoutEndMark(problem),
  },
  { title: '具体表现', width: 16, align: 'left', isShared: true, value: ({ signs }) => signs },
  { ...column('整改措施', 16, ({ text }) => text), align: 'left' },
  column('责任领导', 6.3, ({ facts }) => facts.leader ?? ''),
  column('责任单位', 7, ({ facts }) => facts.department ?? ''),
  column('责任人', 6, ({ facts }) => facts.owner ?? ''),
  column('整改时限', 11.3, ({ facts }) => facts.deadline ?? ''),
  STATE,
  EVIDENCE,
  CLOSED_COLUMN,
];

/** A column that tells of the measure; empty where a problem has none. */
function column(title: string, width: number, of: (measure: LedgerMeasure) => LedgerValue): LedgerColumn {
  return {
    title,
    width,
    align: 'center',
    isShared: false,
    value: ofMeasure(of),
  };
}

function ofMeasure(of: (measure: LedgerMeasure) => LedgerValue): LedgerColumn['value'] {
  return ({ measure }) => (measure === undefined ? '' : of(measure));
}

function isOverdueRow({ measure }: LedgerRow): boolean {
  return (measure?.overdue ?? 0) > 0;
}

/** 推进中，超期12天。违约金正在核算 */
function describeState(measure: LedgerMeasure): string {
  const { facts, results, overdue } = measure;
  const stage = stageShown(measure);
  const late = overdue > 0 ? `超期${overdue}天` : '';
  const state = [stage + describeDay(facts.completed, stage), late].filter((text) => text !== '').join('，');
  return [state, joinItems(results)].filter((text) => text !== '').join('。');
}

/** 已完成（2023年10月20日） */
function describeDay(completed: CalendarDate | undefined, stage: string): string {
  if (completed === undefined) return '';
  return stage === '' ? `${formatDate(completed)}完成` : `（${formatDate(completed)}）`;
}

/** 反馈问题6个，整改措施8条：已完成4条、…；超期未完成1条: the stages add up to the measures. */
export function ledgerTotalsLine({ totals }: Ledger): string {
  const { problems, measures, byStage, overdue } = totals;
  const stages = [...byStage].map(([stage, count]) => `${stage}${count}条`).join('、');
  return `反馈问题${problems}个，整改措施${measures}条，其中${stages}；超期未完成${overdue}条。`;
}

/** What is above the table: who reports, and up to when. */
export function describeLedger(ledger: Ledger): readonly [left: string, right: string] {
  const { units, asOf, leftOut } = ledger;
  const [unit = ''] = units;
  const more = leftOut.length > 0 ? `（另有${leftOut.length}个没有列入，见表末）` : '';
  return [
    isLedgerOfSeveral(ledger) ? `填报单位：${units.length}个${more}` : `填报单位：${unit}`,
    asOf === undefined ? '截至各单位报告日期' : `截至${formatDate(asOf)}`,
  ];
}

/** 没有列入的单位2个：甲镇（…）、乙乡（…）。 Empty where every unit is in it. */
export function leftOutLine({ leftOut }: Ledger): string {
  if (leftOut.length === 0) return '';
  return `没有列入的单位${leftOut.length}个：${leftOut.map(({ unit, why }) => `${unit}（${why}）`).join('、')}。`;
}
