import type { CalendarDate, Deadline } from '../facts/dates.ts';
import { deadlineText, isoDate } from '../facts/dates.ts';
import { joinPath } from '../facts/fact-path.ts';
import type { Field, Fields } from '../facts/field.ts';
import type { Reading } from '../facts/read-facts.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import { DraftRecord, type DraftValue } from './facts-draft.ts';

/** What a facts file says, as a draft that can be changed; figures as they are written there. */
export function draftOf({ facts, written }: Pick<Reading, 'facts' | 'written'>): DraftRecord {
  return draftRecordOf(VOCABULARY, facts, { written, path: '' });
}

interface DraftPlace {
  readonly written: ReadonlyMap<string, string>;
  readonly path: string;
}

function draftRecordOf(fields: Fields, values: object, { written, path }: DraftPlace): DraftRecord {
  const record = new DraftRecord();
  for (const [name, field] of Object.entries(fields)) {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    if (value === undefined || name === 'version') continue;
    record.values.set(name, draftValue(field, value, { written, path: joinPath(path, name) }));
  }
  return record;
}

function draftValue(field: Field, value: unknown, place: DraftPlace): DraftValue {
  if (field.kind === 'record') return draftRecordOf(field.fields, value as object, place);
  if (value instanceof Map) return draftParts(value, place);
  if (!Array.isArray(value)) return draftText(field, value, place);
  if (field.kind !== 'list' || field.item === 'text') return value.map(String);
  const { item } = field;
  return value.map((each, index) =>
    draftRecordOf(item, each as object, { ...place, path: joinPath(place.path, index) }),
  );
}

function draftParts(parts: ReadonlyMap<string, unknown>, { written, path }: DraftPlace): DraftRecord {
  const record = new DraftRecord();
  for (const [name, value] of parts) record.values.set(name, written.get(`${path}.${name}`) ?? String(value));
  return record;
}

function draftText({ kind }: Field, value: unknown, { written, path }: DraftPlace): string {
  if (kind === 'date') return isoDate(value as CalendarDate);
  if (kind === 'deadline') return deadlineText(value as Deadline);
  if (kind === 'yesno') return value === true ? '是' : '否';
  return written.get(path) ?? String(value);
}
