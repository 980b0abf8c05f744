import type { CalendarDate } from '../facts/dates.ts';
import type { CellValue } from '../xlsx/cell-value.ts';
import { readIdentity } from './identity-number.ts';
import type { Person, RosterGap } from './person.ts';
import { quoteCell } from './quote.ts';
import { readDateCell } from './read-date.ts';
import type { Roster, RosterRow } from './roster.ts';
import type { FieldId } from './roster-fields.ts';
import { type RowProblem, rowProblem } from './row-problem.ts';
import { cellText } from './table.ts';

/** The people of a roster, which of its cells do not say what they should, and what of single rows cannot be right. */
export interface People {
  readonly people: readonly Person[];
  readonly gaps: readonly RosterGap[];
  readonly problems: readonly RowProblem[];
}

/** Reads the rows of a roster of people. Birth and sex come from their columns, else from the identity number. */
export function readPeople(roster: Roster): People {
  const reader = new PeopleReader(roster);
  const people = roster.rows.map((row) => reader.read(row));
  return { people, gaps: reader.gaps, problems: reader.problems };
}

class PeopleReader {
  readonly gaps: RosterGap[] = [];
  readonly problems: RowProblem[] = [];
  private readonly roster: Roster;

  constructor(roster: Roster) {
    this.roster = roster;
  }

  read(row: RosterRow): Person {
    const name = personName(this.cell(row, 'name'));
    const identity = this.identity(row, name);
    const born = this.birth(row, name, identity?.born);
    return {
      row: row.number,
      name,
      identity,
      sex: this.sex(row, name) ?? identity?.sex,
      born,
      joined: this.date(row, name, 'joined'),
      confirmed: this.confirmed(row, name),
      status: this.choice(row, name, 'status', memberStatus),
      isMinority: this.choice(row, name, 'nation', isMinority),
      isMobile: this.yesNo(row, name, 'mobile'),
      education: this.text(row, 'education'),
      branch: this.text(row, 'branch'),
      category: this.text(row, 'category'),
      duty: this.text(row, 'duty'),
      holdsBothPosts: this.yesNo(row, name, 'bothPosts'),
      isInTeam: this.yesNo(row, name, 'team'),
    };
  }

  private cell({ values }: RosterRow, field: FieldId): CellValue | undefined {
    const column = this.roster.columns.get(field);
    return column === undefined ? undefined : values[column];
  }

  private text(row: RosterRow, field: FieldId): string {
    return cellText(this.cell(row, field));
  }

  private gap(row: RosterRow, name: string, field: FieldId, why?: RosterGap['why']): void {
    const seen = this.text(row, field);
    this.gaps.push({ field, row: row.number, name, seen, ...(why !== undefined && { why }) });
  }

  private identity(row: RosterRow, name: string) {
    const cell = readIdentity(this.cell(row, 'identity'));
    if (cell.kind === 'identity') return cell.identity;
    if (cell.kind === 'cut') this.gap(row, name, 'identity', 'cut');
    if (cell.kind === 'wrong') {
      const message = `公民身份号码${cell.why}`;
      this.problems.push(
        rowProblem(this.roster, { row: row.number, name }, message, '请对照身份证改正名册里的号码。', [
          'identity',
        ]),
      );
    }
    return undefined;
  }

  /** A month in the column is the number's day, where they agree: at the age it may matter. */
  private birth(row: RosterRow, name: string, told: CalendarDate | undefined): CalendarDate | undefined {
    const cell = readDateCell(this.cell(row, 'born'));
    if (cell.kind === 'date' && cell.isDoubtful !== true) {
      const { date } = cell;
      const isSame = told !== undefined && told.year === date.year && told.month === date.month;
      return date.day === undefined && isSame ? told : date;
    }
    if (told !== undefined) return told;
    if (cell.kind === 'date') {
      this.gap(row, name, 'born', 'month');
      return cell.date;
    }
    if (this.roster.columns.has('born')) {
      this.gap(row, name, 'born', cell.kind === 'serial' ? 'serial' : undefined);
    } else if (
      this.roster.columns.has('identity') &&
      readIdentity(this.cell(row, 'identity')).kind !== 'cut'
    ) {
      this.gap(row, name, 'identity');
    }
    return undefined;
  }

  private date(row: RosterRow, name: string, field: FieldId): CalendarDate | undefined {
    const cell = readDateCell(this.cell(row, field));
    if (cell.kind === 'date') return cell.date;
    if (this.roster.columns.has(field))
      this.gap(row, name, field, cell.kind === 'serial' ? 'serial' : undefined);
    return undefined;
  }

  /** A member on probation has none. */
  private confirmed(row: RosterRow, name: string): CalendarDate | undefined {
    const cell = readDateCell(this.cell(row, 'confirmed'));
    if (cell.kind === 'date') return cell.date;
    if (cell.kind !== 'empty')
      this.gap(row, name, 'confirmed', cell.kind === 'serial' ? 'serial' : undefined);
    return undefined;
  }

  private sex(row: RosterRow, name: string): '男' | '女' | undefined {
    const text = this.text(row, 'sex');
    if (text === '男' || text === '女') return text;
    const plain = /^(男|女)(?:性|士)?$/u.exec(text.normalize('NFKC').replace(/\s/gu, ''))?.[1];
    if (plain === '男' || plain === '女') return plain;
    const isKnown = readIdentity(this.cell(row, 'identity')).kind === 'identity' && text === '';
    if (!isKnown && this.roster.columns.has('sex')) this.gap(row, name, 'sex');
    return undefined;
  }

  private choice<T>(
    row: RosterRow,
    name: string,
    field: FieldId,
    read: (text: string) => T | undefined,
  ): T | undefined {
    if (!this.roster.columns.has(field)) return undefined;
    const value = read(this.text(row, field));
    if (value === undefined) this.gap(row, name, field);
    return value;
  }

  /** An empty cell says no: people tick what is so. */
  private yesNo(row: RosterRow, name: string, field: FieldId): boolean | undefined {
    return this.choice(row, name, field, (text) => (text === '' ? false : yesOrNo(text)));
  }
}

/** A name without the spaces that set two characters as wide as three; as a message may show it. */
function personName(value: CellValue | undefined): string {
  const text = cellText(value);
  return quoteCell(/[A-Za-z]/.test(text) ? text : text.replace(/\s+/gu, ''));
}

function memberStatus(text: string): Person['status'] {
  if (text === '正式党员') return 'full';
  if (text.includes('预备')) return 'probationary';
  if (/积极分子|发展对象|申请|团员|群众|非党|非中共/u.test(text)) return 'none';
  if (/正式|中共党员|^党员$|^是$/u.test(text)) return 'full';
  return text === '否' ? 'probationary' : undefined;
}

function isMinority(text: string): boolean | undefined {
  if (text === '汉族' || text === '汉') return false;
  return /^\p{Script=Han}{1,8}$/u.test(text.replace(/\s/gu, ''))
    ? !/^汉族?$/u.test(text.replace(/\s/gu, ''))
    : undefined;
}

/** 是, √, 流动 and the like; undefined for what is neither. */
export function yesOrNo(text: string): boolean | undefined {
  if (text === '否' || text === '是') return text === '是';
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  if (/^(?:否|不是|无|没有|未|0|×|✗|x|n|no|\/|-+|—+|非.*|未.*|不.*)$/iu.test(plain)) return false;
  return /^(?:是|有|√|✓|✔|1|y|yes|已.*|.*流动.*|流[出入]|外出.*|一肩挑|班子成员|销号|兼任?)$/iu.test(plain)
    ? true
    : undefined;
}
