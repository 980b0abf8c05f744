import { basename } from 'node:path';
import { findStated } from '../account/counted-facts.ts';
import { describeSheetPlace } from '../diagnostics/sheet-place.ts';
import type { CalendarDate } from '../facts/dates.ts';
import { decodeText } from '../facts/decode-text.ts';
import { chinesePath, segmentsOf, stepsOf, valueAt } from '../facts/fact-path.ts';
import type { ScalarKind } from '../facts/field.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { SourceCount } from '../rosters/source-count.ts';
import { excerptOf } from './excerpt.ts';
import { describeField, valueField } from './field-note.ts';
import type { FactNote, FieldNote } from './messages.ts';

/** Where a fact is from: its lines in the file, the rosters that count it; undefined for what is no facts path. */
export async function describeFact(
  reading: Reading,
  path: string,
  count: SourceCount | undefined,
): Promise<FactNote | undefined> {
  const known = valueField(path);
  const field = describeField(path) ?? describeWhole(path);
  if (field === undefined) return undefined;
  const { facts, source } = reading;
  const value = valueAt(facts, segmentsOf(path));
  const range = (await reading.places()).rangeOf({ path });
  const elsewhere = range.file !== undefined && range.file !== source.file ? range.file : undefined;
  return {
    ...field,
    value: valueText(value, known?.kind, reading, path),
    isThere: value !== undefined && elsewhere === undefined,
    place: { file: basename(elsewhere ?? source.file), line: range.start.line },
    lines: elsewhere === undefined ? excerptOf(decodeText(source.bytes).text, range) : [],
    ...countedIn(count, reading, path),
    ...(known === undefined && { locked: `这是由“${field.name}”的各项算出来的，请改其中的项。` }),
    ...(elsewhere !== undefined && {
      locked: `它写在 ${basename(elsewhere)} 里，是各单位共用的默认值，请在那里改。`,
    }),
  };
}

/** A list, or a division, of which a template prints how many or how much there is. */
function describeWhole(path: string): FieldNote | undefined {
  if (stepsOf(path) === undefined) return undefined;
  const name = chinesePath(path);
  return { path, label: name, name, kind: 'line', measure: '', choices: [], about: '' };
}

/** As a person would write it in the file. */
function valueText(value: unknown, kind: ScalarKind | undefined, { written }: Reading, path: string): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return written.get(path) ?? String(value);
  if (typeof value === 'string') return value;
  return kind === 'date' || kind === 'deadline' ? dateText(value as CalendarDate) : '';
}

function dateText({ year, month, day }: CalendarDate): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-');
}

function countedIn(
  count: SourceCount | undefined,
  { facts }: Reading,
  path: string,
): Pick<FactNote, 'rosters' | 'counted'> {
  const figure = count?.figures.find((each) => (findStated(facts, each)?.path ?? each.path) === path);
  if (figure === undefined) return { rosters: [] };
  return {
    rosters: figure.places.map((place) => ({
      place: basename(place.file) + describeSheetPlace(place),
      rows: place.rows.length,
    })),
    counted: String(figure.value),
  };
}
