import type { CalendarDate, Deadline } from '../facts/dates.ts';
import { PENDING } from '../facts/facts.ts';
import type { Field } from '../facts/field.ts';
import { nearestWord } from '../facts/suggest.ts';
import { quoteCell } from '../rosters/quote.ts';
import { cellText } from '../rosters/table.ts';
import { type CellValue, isReadable } from '../xlsx/cell-value.ts';
import {
  type BadCell,
  faultIn,
  NO_ANSWER,
  type ReadAnswer,
  readDay,
  readDeadlineAnswer,
} from './cell-answers.ts';
import { comparableDate } from './fillable.ts';
import { formChoices } from './form-workbook.ts';

/** What a cell of a form says for a fact of this field; one that says 待补 says nothing. */
export function readAnswer(value: CellValue, field: Field): ReadAnswer {
  if (!isReadable(value)) return refuseUnreadable(value);
  const text = cellText(value);
  if (text === PENDING) return NO_ANSWER;
  switch (field.kind) {
    case 'count':
    case 'difference':
    case 'amount':
      return readNumberAnswer(value, field);
    case 'date':
      return readDay(value, EARLIEST);
    case 'deadline':
      return readDeadlineAnswer(value);
    case 'choice':
      return readChoiceAnswer(text, formChoices(field));
    default:
      return readTextAnswer(text);
  }
}

/** People are born in it. */
const EARLIEST = 1900;

/** The same of what the facts say, to be compared. */
export function answerOf(value: unknown): string {
  if (value === undefined || value === PENDING) return '';
  return typeof value === 'object' ? comparableDate(value as CalendarDate as Deadline) : String(value);
}

function refuseUnreadable(value: CellValue): BadCell {
  const isFormula = typeof value === 'object' && value.kind === 'uncomputed';
  return {
    message: isFormula ? '是公式，文件里没有它的计算结果' : `是错误值 ${cellText(value)}`,
    hint: isFormula ? '用 Excel 或 WPS 打开，保存一次，再收回。' : '请改正这个公式，或者直接写数。',
  };
}

/** What a field of numbers says that is wanted here. */
interface NumberField {
  readonly kind: string;
  readonly unit?: string;
}

function readNumberAnswer(value: CellValue, { unit = '', kind }: NumberField): ReadAnswer {
  const digits = answeredDigits(value, unit);
  if (digits === undefined || digits.length > MOST_DIGITS) {
    return refuseAnswer(
      cellText(value),
      '不是数字',
      `只写数字${unit === '' ? '' : `，不写“${unit}”以外的字`}；没有的写 0，拿不准的空着。`,
    );
  }
  if (kind !== 'amount' && digits.includes('.')) return refuseAnswer(digits, '不是整数', '请写整数。');
  if (kind === 'count' && digits.startsWith('-'))
    return refuseAnswer(digits, '是负数', '请核对，写不小于0的数。');
  return { comparable: String(Number(digits)), value: digits };
}

/** More than a double holds exactly is no number of people, villages or yuan. */
const MOST_DIGITS = 15;

/** 1,234 名 in digits; a formula's 12.600000000000001 is 12.6. Undefined for what is no number. */
function answeredDigits(value: CellValue, unit: string): string | undefined {
  if (typeof value === 'number') {
    const text = String(Number(value.toPrecision(MOST_DIGITS - 1)));
    return text.includes('e') ? undefined : text;
  }
  const text = cellText(value).normalize('NFKC').replace(/\s/gu, '');
  const bare = unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
  return /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : undefined;
}

function refuseAnswer(text: string, why: string, hint: string): BadCell {
  return { message: `写的是“${quoteCell(text)}”，${why}`, hint };
}

function readChoiceAnswer(text: string, choices: readonly string[]): ReadAnswer {
  const chosen = choices.find((each) => each === text.replace(/\s/gu, ''));
  if (chosen !== undefined) return { comparable: chosen, value: chosen };
  const guess = nearestWord(text, choices);
  return {
    message: `写的是“${quoteCell(text)}”，不在可选的里面`,
    hint: `${guess === undefined ? '' : `您是不是想写“${guess}”？`}请从 ${choices.join('、')} 里选一个。`,
  };
}

function readTextAnswer(text: string): ReadAnswer {
  const fault = faultIn(text);
  if (fault !== undefined) return fault;
  const line = text.replace(/\s+/gu, ' ');
  return { comparable: line, value: line };
}
