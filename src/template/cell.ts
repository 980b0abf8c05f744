import { type CalendarDate, type Deadline, formatDate, PERMANENT } from '../facts/dates.ts';
import { type GapLog, logGap } from './gap.ts';
import { escapeText } from './markup.ts';
import { originMark } from './origin-marks.ts';

/** A fact as a template sees it: it prints itself, and presence tests ask it instead of guessing from its value. */
export interface Cell {
  /** The facts path, in English. */
  readonly path: string;
  /** False where the facts file says nothing; a real 0 and 待补 are present. */
  readonly isPresent: boolean;
  toHTML(): string;
}

/** A number; prints as it was written, with the path that it came from. */
export class FigureCell implements Cell {
  readonly isPresent = true;
  readonly path: string;
  readonly value: number;
  readonly text: string;
  readonly label: string;

  constructor(path: string, value: number, text: string, label: string) {
    this.path = path;
    this.value = value;
    this.text = text;
    this.label = label;
  }

  toHTML(): string {
    return figureMarkup(this.path, this.text);
  }
}

/** A name, an answer or another single line. */
export class TextCell implements Cell {
  readonly isPresent = true;
  readonly path: string;
  readonly text: string;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  toHTML(): string {
    return originMark(this.path, this.text, () => 0) + escapeText(this.text);
  }
}

/** A date or 长期坚持; prints as official documents write it. */
export class DateCell implements Cell {
  readonly isPresent = true;
  readonly path: string;
  readonly value: Deadline;

  constructor(path: string, value: Deadline) {
    this.path = path;
    this.value = value;
  }

  /** The date, where it is not 长期坚持. */
  get date(): CalendarDate | undefined {
    return this.value === PERMANENT ? undefined : this.value;
  }

  get text(): string {
    return this.value === PERMANENT ? PERMANENT : formatDate(this.value);
  }

  toHTML(): string {
    return figureMarkup(this.path, this.text);
  }
}

/** A fact that is absent or 待补; prints 【待补：党员总数】 and is recorded. */
export class GapCell implements Cell {
  readonly path: string;
  readonly isPresent: boolean;
  readonly label: string;
  /** Whether nothing can be in its place: a title that an entry must have. */
  readonly isNeeded: boolean;
  readonly #log: GapLog;

  constructor(
    path: string,
    label: string,
    log: GapLog,
    { isPending = false, isNeeded = false }: GapKind = {},
  ) {
    this.path = path;
    this.label = label;
    this.isPresent = isPending;
    this.isNeeded = isNeeded;
    this.#log = log;
  }

  toHTML(): string {
    logGap(this.#log, this.path, this.label);
    return `<data value="${escapeText(this.path)}"><mark>【待补：${escapeText(this.label)}】</mark></data>`;
  }
}

interface GapKind {
  readonly isPending?: boolean;
  readonly isNeeded?: boolean;
}

/** Words worked out from the facts, such as 2022年以来; absent they print nothing. */
export class PhraseCell implements Cell {
  readonly path: string;
  readonly text: string;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  get isPresent(): boolean {
    return this.text !== '';
  }

  toHTML(): string {
    return escapeText(this.text);
  }
}

/** `<data value="members.total">300</data>` */
export function figureMarkup(path: string, text: string): string {
  return `<data value="${escapeText(path)}">${escapeText(text)}</data>`;
}
