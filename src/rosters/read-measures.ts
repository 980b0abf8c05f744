import { type CalendarDate, type Deadline, PERMANENT } from '../facts/dates.ts';
import { cellName } from '../xlsx/cell-reference.ts';
import type { MeasurePlace } from './figure.ts';
import { quoteCell } from './quote.ts';
import { readDateCell } from './read-date.ts';
import { yesOrNo } from './read-people.ts';
import type { Roster, RosterRow } from './roster.ts';
import type { FieldId } from './roster-fields.ts';
import { cellText } from './table.ts';

/** A row of a 台账: a measure with how far it is. What the row does not say plainly is absent. */
export interface RosterMeasure {
  /** The unit of a ledger of several; empty without. */
  readonly unit: string;
  /** 编号, or 序号 where there is no other; empty without. */
  readonly id: string;
  /** What the 整改措施 column says: its title, perhaps with more after it. */
  readonly text: string;
  readonly problem: string;
  readonly leader: string;
  readonly department: string;
  readonly owner: string;
  readonly deadline?: Deadline;
  readonly status?: '未开始' | '推进中' | '已完成' | '长期坚持';
  readonly evidence: string;
  readonly completed?: CalendarDate;
  readonly closed?: boolean;
  /** The column in which the day of completion stands: one of its own, or that of the state. */
  readonly completedIn: FieldId;
  placeOf(field: FieldId): MeasurePlace;
}

/** The measures of a 台账, in its order. */
export function readMeasures(roster: Roster): RosterMeasure[] {
  return roster.rows.map((row) => readMeasure(roster, row));
}

function readMeasure(roster: Roster, { number, values }: RosterRow): RosterMeasure {
  const cell = (field: FieldId) => values[roster.columns.get(field) ?? -1];
  const text = (field: FieldId) => quoteCell(cellText(cell(field)), LONGEST_MEASURE);
  const state = text('state');
  const deadline = readDeadlineCell(cell('deadline'));
  const status = stageIn(state);
  const own = dateOfCell(cell('completed'));
  const completed = own ?? dateOfCell(/（(\d{4}年\d{1,2}月(?:\d{1,2}日)?)）/u.exec(state)?.[1]);
  const closed = text('closed') === '' ? undefined : yesOrNo(text('closed'));
  return {
    unit: text('unit'),
    id: text('measureId'),
    text: text('measure'),
    problem: text('problem'),
    leader: text('leader'),
    department: text('department'),
    owner: text('owner'),
    evidence: text('evidence'),
    completedIn: own === undefined ? 'state' : 'completed',
    ...(deadline !== undefined && { deadline }),
    ...(status !== undefined && { status }),
    ...(completed !== undefined && { completed }),
    ...(closed !== undefined && { closed }),
    placeOf: (field) => ({
      file: roster.file,
      ...(roster.sheet !== undefined && { sheet: roster.sheet }),
      cells: cellName(roster.columns.get(field) ?? 0, number),
    }),
  };
}

/** Characters of a cell of prose. */
const LONGEST_MEASURE = 2000;

function dateOfCell(value: Parameters<typeof readDateCell>[0]): CalendarDate | undefined {
  const read = readDateCell(value);
  return read.kind === 'date' ? read.date : undefined;
}

function readDeadlineCell(value: Parameters<typeof readDateCell>[0]): Deadline | undefined {
  return cellText(value).replace(/\s/gu, '') === PERMANENT ? PERMANENT : dateOfCell(value);
}

/** The state that a text begins with, or is; prose about progress is none. */
function stageIn(text: string): RosterMeasure['status'] {
  return STAGE_WORDS.find(([, words]) => words.test(text))?.[0];
}

const STAGE_WORDS = [
  ['已完成', /^(?:已完成|完成整改|已整改|整改完成|已销号|已办结)/u],
  ['未开始', /^(?:未开始|未启动|尚未)/u],
  ['推进中', /^(?:推进中|正在|整改中|进行中|持续推进|阶段性)/u],
  ['长期坚持', /^(?:长期坚持|长期)/u],
] as const;
