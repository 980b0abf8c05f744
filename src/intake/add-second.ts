import { chinesePath } from '../facts/fact-path.ts';
import { commentsOf, draftValues } from './draft-leaves.ts';
import { DraftRecord, type DraftValue } from './facts-draft.ts';

/**
 * Adds what a second source says to a draft: what that has no value for is taken over; what is said otherwise is in comments of the part that it
 * is of, with the source's name, so that nothing of either is lost.
 */
export function addSecond(draft: DraftRecord, second: DraftRecord, name: string): void {
  for (const { path, text } of commentsOf(second)) draft.note(topOf(path), `${name}：${text}`);
  for (const [key, value] of second.values) {
    const known = draft.values.get(key);
    if (known === undefined) draft.values.set(key, withoutComments(value));
    else if (known instanceof DraftRecord && value instanceof DraftRecord)
      addSecondRecord(known, value, key, { draft, name });
    else tellOthers({ draft, name }, key, value);
  }
}

interface SecondDraft {
  readonly draft: DraftRecord;
  readonly name: string;
}

function addSecondRecord(known: DraftRecord, value: DraftRecord, path: string, telling: SecondDraft): void {
  for (const [key, inner] of value.values) {
    const own = known.values.get(key);
    const at = `${path}.${key}`;
    if (own === undefined) known.values.set(key, withoutComments(inner));
    else if (own instanceof DraftRecord && inner instanceof DraftRecord)
      addSecondRecord(own, inner, at, telling);
    else if (typeof own === 'string' && typeof inner === 'string' && isShortValue(inner)) {
      if (own !== inner && !known.beside.has(key) && at !== 'report.template')
        known.beside.set(key, `${telling.name}里写的是 ${inner}`);
    } else tellOthers(telling, at, inner);
  }
}

function isShortValue(text: string): boolean {
  return text.length <= 30 && !text.includes('\n');
}

/** Texts that the draft does not have yet, as comments above the part. */
function tellOthers({ draft, name }: SecondDraft, path: string, value: DraftValue): void {
  const known = new Set(draftValues(draft).map(({ text }) => text));
  const holder = new DraftRecord();
  holder.values.set('it', value);
  const others = draftValues(holder).filter(({ text }) => !known.has(text));
  for (const { path: at, text } of others) draft.note(topOf(path), `${name}：${takenLabel(path, at)}${text}`);
}

/** 标题：, where the text is of an item. */
function takenLabel(path: string, at: string): string {
  const label = chinesePath(path + at.slice('it'.length));
  return `${label.slice(label.lastIndexOf('.') + 1)}：`;
}

function topOf(path: string): string {
  return path.split('.')[0] ?? '';
}

/** What is taken over goes without its comments: those are above the part already. */
function withoutComments(value: DraftValue): DraftValue {
  if (typeof value === 'string') return value;
  if (value instanceof DraftRecord) return plainCopy(value);
  return value.map((each) => (typeof each === 'string' ? each : plainCopy(each))) as
    | readonly string[]
    | readonly DraftRecord[];
}

function plainCopy(record: DraftRecord): DraftRecord {
  const made = new DraftRecord();
  for (const [key, value] of record.values) made.values.set(key, withoutComments(value));
  for (const [key, text] of record.beside) made.beside.set(key, text);
  return made;
}
