import { VOCABULARY } from '../facts/vocabulary.ts';
import { type BadCell, writeDate } from './cell-answers.ts';
import { FILLABLE, type Fillable, filledOf, ITEM_MARK, joinItems } from './fillable.ts';
import { type LedgerMeasure, withoutEndMark } from './ledger.ts';
import type { ToldValue } from './told-values.ts';

/** A fact of a measure that is to say what somebody filled in. */
export interface MeasureChange {
  /** The measure's index. */
  readonly measure: number;
  /** `measures.3.evidence` */
  readonly path: string;
  /** A list for what may have several texts. */
  readonly value: string | readonly string[];
  /** How many texts the facts have there now; undefined for what is one value. */
  readonly items?: number;
  /** For people: 措施“…”的状态. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly place: string;
}

interface Subject {
  readonly index: number;
  readonly measure: LedgerMeasure;
  readonly textsOf: (path: string) => readonly string[];
}

/** The changes that what was filled in makes of a measure, or why it cannot be so. */
export function measureChange(
  subject: Subject,
  told: ReadonlyMap<Fillable, ToldValue>,
): readonly MeasureChange[] | BadCell {
  const filled = filledOf(subject.measure);
  const contradiction = contradictionIn(filled, told);
  if (contradiction !== undefined) return contradiction;
  return FILLABLE.flatMap((key) => {
    const each = told.get(key);
    if (each === undefined) return [];
    const path = `measures.${subject.index}.${key}`;
    const isList = typeof each.value !== 'string';
    return {
      measure: subject.index,
      path,
      value: isList ? keepTexts(itemsAt(subject, key), each.value) : each.value,
      ...(isList && { items: itemsAt(subject, key).length }),
      what: `措施“${subject.measure.facts.title ?? ''}”的${VOCABULARY.measures.item[key].zh}`,
      before: dayOf(subject.measure, key) ?? filled[key],
      after: each.comparable === '' || isList ? each.comparable : String(each.value),
      place: each.place,
    };
  });
}

/** A month as a month. */
function dayOf({ facts }: LedgerMeasure, key: Fillable): string | undefined {
  const date = key === 'completed' || key === 'deadline' ? facts[key] : undefined;
  return typeof date === 'object' ? writeDate(date) : undefined;
}

/** What is done has its day, and only that. */
function contradictionIn(
  filled: ReturnType<typeof filledOf>,
  told: ReadonlyMap<Fillable, ToldValue>,
): BadCell | undefined {
  const [status, completed] = [told.get('status'), told.get('completed')];
  if (status === undefined && completed === undefined) return undefined;
  const stage = status?.comparable ?? filled.status;
  const day = completed?.comparable ?? filled.completed;
  if (stage === '已完成' && day === '' && status !== undefined) {
    return {
      message: `${status.place} 写的是“已完成”，却没有完成日期`,
      hint: '请在“完成日期”一列写上是哪一天，例如 2024-03-05。',
    };
  }
  if (day === '' || stage === '已完成' || stage === '') return undefined;
  const place = (completed ?? status)?.place ?? '';
  return {
    message: `${place} 对不上：有完成日期，完成情况却是“${stage}”`,
    hint:
      completed === undefined
        ? '完成日期是事实文件里的；要改回没有完成，请在事实文件里改状态、删去完成日期。'
        : '已经完成的，完成情况写“已完成”；没有完成的，不写完成日期。',
  };
}

interface MeasureItem {
  /** As the facts have it, references and closing marks with it. */
  readonly text: string;
  /** As the ledger shows it. */
  readonly shown: string;
}

function itemsAt({ index, measure, textsOf }: Subject, key: Fillable): readonly MeasureItem[] {
  const texts = key === 'results' || key === 'evidence' ? (measure.facts[key] ?? []) : [];
  return texts.map((text, at) => ({ text, shown: joinItems(textsOf(`measures.${index}.${key}.${at}`)) }));
}

/** The texts that were filled in; one that the facts have already stays as it is written there. */
function keepTexts(items: readonly MeasureItem[], filled: readonly string[]): readonly string[] {
  const left = new Set(items);
  const kept: string[] = [];
  for (let at = 0; at < filled.length; ) {
    const found = [...left].find(({ shown }) => partsStartAt(filled, at, partsShown(shown)));
    if (found === undefined) kept.push(filled[at] ?? '');
    else left.delete(found);
    if (found !== undefined) kept.push(found.text);
    at += found === undefined ? 1 : partsShown(found.shown).length;
  }
  return kept;
}

/** A text of the facts may have the mark that parts texts. */
function partsShown(shown: string): readonly string[] {
  return shown
    .split(ITEM_MARK)
    .map((part) => withoutEndMark(part.trim()))
    .filter((part) => part !== '');
}

function partsStartAt(texts: readonly string[], at: number, parts: readonly string[]): boolean {
  return (
    parts.length > 0 &&
    parts.every((part, index) => withoutSpaces(part) === withoutSpaces(texts[at + index] ?? ''))
  );
}

export function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}
