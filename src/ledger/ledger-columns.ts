import { type CalendarDate, formatDate, PERMANENT } from '../facts/dates.ts';
import { type Ledger, type LedgerMeasure, type LedgerRow, open } from './ledger.ts';

/** What stands in a cell: a text, a number, or a date that a sheet can reckon with. */
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

/** The columns of a ledger; 单位 leads where there are several units. */
export function ledgerColumns({ units }: Ledger): readonly LedgerColumn[] {
  return units.length > 1 ? [UNIT, ...COLUMNS] : COLUMNS;
}

const UNIT: LedgerColumn = {
  title: '单位',
  width: 8,
  align: 'center',
  isShared: true,
  value: ({ unit }) => unit,
};

const COLUMNS: readonly LedgerColumn[] = [
  { title: '序号', width: 4, align: 'center', isShared: true, value: ({ number }) => number ?? '' },
  { title: '反馈问题', width: 9, align: 'left', isShared: true, value: ({ problem }) => open(problem) },
  { title: '具体表现', width: 16, align: 'left', isShared: true, value: ({ signs }) => signs },
  { ...column('整改措施', 16, ({ text }) => text), align: 'left' },
  column('责任领导', 6.3, ({ facts }) => facts.leader ?? ''),
  column('责任单位', 7, ({ facts }) => facts.department ?? ''),
  column('责任人', 6, ({ facts }) => facts.owner ?? ''),
  column('整改时限', 11.3, ({ facts }) => facts.deadline ?? ''),
  {
    ...column('完成情况', 11, describeState),
    align: 'left',
    isMarked: ({ measure }) => (measure?.overdue ?? 0) > 0,
  },
  { ...column('佐证', 8.2, ({ evidence }) => evidence.map(open).join('；')), align: 'left' },
  column('是否销号', 5.2, ({ facts }) => (facts.closed === undefined ? '' : facts.closed ? '是' : '否')),
];

/** A column that tells of the measure; empty where a problem has none. */
function column(title: string, width: number, of: (measure: LedgerMeasure) => LedgerValue): LedgerColumn {
  return {
    title,
    width,
    align: 'center',
    isShared: false,
    value: ({ measure }) => (measure === undefined ? '' : of(measure)),
  };
}

/** 推进中，超期12天。违约金正在核算 */
function describeState({ facts, results, overdue }: LedgerMeasure): string {
  const { status = '', deadline, completed } = facts;
  const stage = status === '' && deadline === PERMANENT ? PERMANENT : status;
  const late = overdue > 0 ? `超期${overdue}天` : '';
  const state = [stage + describeDay(completed, stage), late].filter((text) => text !== '').join('，');
  return [state, results.map(open).join('；')].filter((text) => text !== '').join('。');
}

/** 已完成（2023年10月20日） */
function describeDay(completed: CalendarDate | undefined, stage: string): string {
  if (completed === undefined) return '';
  return stage === '' ? `${formatDate(completed)}完成` : `（${formatDate(completed)}）`;
}

/** 反馈问题6个，整改措施8条：已完成4条、…；超期未完成1条: the stages add up to the measures. */
export function describeTotals({ totals }: Ledger): string {
  const { problems, measures, byStage, overdue } = totals;
  const stages = [...byStage].map(([stage, count]) => `${stage}${count}条`).join('、');
  return `反馈问题${problems}个，整改措施${measures}条，其中${stages}；超期未完成${overdue}条。`;
}

/** What stands above the table: who reports, and up to when. */
export function describeLedger({ units, asOf }: Ledger): readonly [left: string, right: string] {
  const [unit = ''] = units;
  return [
    units.length > 1 ? `填报单位：${units.length}个` : `填报单位：${unit}`,
    asOf === undefined ? '截至各单位报告日期' : `截至${formatDate(asOf)}`,
  ];
}
