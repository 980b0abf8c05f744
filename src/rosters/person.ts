import type { CalendarDate } from '../facts/dates.ts';
import type { Identity } from './identity-number.ts';
import type { FieldId } from './roster-fields.ts';

/** One row of 党员, 干部 or 村两委, as far as its cells can be read. */
export interface Person {
  /** The row in the sheet, from 1. */
  readonly row: number;
  /** As a message may show it. */
  readonly name: string;
  readonly identity: Identity | undefined;
  readonly sex: '男' | '女' | undefined;
  readonly born: CalendarDate | undefined;
  readonly joined: CalendarDate | undefined;
  readonly confirmed: CalendarDate | undefined;
  /** Whether a member of the Party is one already, is on probation, or is none (积极分子, 发展对象). */
  readonly status: 'full' | 'probationary' | 'none' | undefined;
  readonly isMinority: boolean | undefined;
  readonly isMobile: boolean | undefined;
  /** The remaining texts, empty where the roster has no such column or the cell is empty. */
  readonly education: string;
  readonly branch: string;
  readonly category: string;
  readonly duty: string;
  readonly holdsBothPosts: boolean | undefined;
  readonly isInTeam: boolean | undefined;
}

/** A cell that is empty, or does not say, or not surely, what its column asks for. */
export interface RosterGap {
  readonly field: FieldId;
  readonly row: number;
  readonly name: string;
  /** What is there; a message shows it by `quoteCell` alone. Empty where nothing is. */
  readonly seen: string;
  /** `month`: the cell counts as October, and may mean January. */
  readonly why?: 'cut' | 'serial' | 'month';
}
