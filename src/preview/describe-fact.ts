import { basename } from 'node:path';
import { findStated } from '../account/counted-facts.ts';
import { describeSheetPlace } from '../diagnostics/sheet-place.ts';
import { decodeFacts } from '../facts/decode-text.ts';
import { chinesePath, segmentsOfPath, stepsOf, valueAt } from '../facts/fact-path.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { SourceCount } from '../rosters/source-count.ts';
import { excerptLines } from './excerpt.ts';
import { describeField } from './field-note.ts';
import { listParts, trailOf } from './list-parts.ts';
import type { FactNote, FieldNote } from './messages.ts';
import { valueText } from './value-text.ts';

/**
 * Where a fact is from: its lines in the file, the rosters that count it; of what holds other facts, these. Undefined for what is no facts path;
 * the empty one is the file.
 */
export async function describeFact(
  reading: Reading,
  path: string,
  count: SourceCount | undefined,
): Promise<FactNote | undefined> {
  const field = describeField(path) ?? describeWhole(path);
  if (field === undefined) return undefined;
  const { facts, source } = reading;
  const value = valueAt(facts, segmentsOfPath(path));
  const range = (await reading.places()).rangeOf({ path });
  const elsewhere = range.file !== undefined && range.file !== source.file ? range.file : undefined;
  return {
    ...field,
    value: valueText(reading, path),
    isThere: value !== undefined && elsewhere === undefined,
    place: { file: basename(elsewhere ?? source.file), line: range.start.line },
    lines: elsewhere === undefined && path !== '' ? excerptLines(decodeFacts(source.bytes).text, range) : [],
    trail: path === '' ? [] : trailOf(path),
    ...listParts(reading, path),
    ...countedIn(count, reading, path),
    ...(elsewhere !== undefined && {
      locked: `它写在 ${basename(elsewhere)} 里，是各单位共用的默认值，请在那里改。`,
    }),
  };
}

/** What holds other facts. */
function describeWhole(path: string): FieldNote | undefined {
  if (path !== '' && stepsOf(path) === undefined) return undefined;
  const name = path === '' ? '全部事实' : chinesePath(path).replaceAll('.', ' ');
  return { path, label: name, name, kind: 'line', measure: '', choices: [], about: '' };
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
