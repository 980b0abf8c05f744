import { DraftRecord, type DraftValue } from '../facts-draft.ts';
import type { Outline } from './outline.ts';
import type { ReportParts } from './report-parts.ts';
import { keyOfSection } from './section-kind.ts';
import { sentencesIn } from './sentences-in.ts';

/**
 * The promise that no sentence is lost: what stands neither in a value nor in a comment of the draft is added as a comment to the key of its
 * section.
 */
export function keepTheRest(
  draft: DraftRecord,
  parts: ReportParts,
  { outline, headings }: { readonly outline: Outline; readonly headings: ReadonlySet<string> },
): void {
  const known = textKey(allTexts(draft).join('\n'));
  const add = (key: string, paragraphs: readonly string[]) => {
    const lost = paragraphs.flatMap(sentencesIn).filter((sentence) => !isIn(known, sentence));
    for (const sentence of lost) draft.note(key, `原文：${sentence}`);
  };
  add('report', [parts.title ?? '', ...parts.subtitle, parts.addressee ?? '', parts.signatory ?? '']);
  add('preamble', outline.preface);
  for (const section of outline.sections) {
    if (!headings.has(section.title) && !isIn(known, section.title))
      draft.note(keyOfSection(section), `原文的标题：${section.title}`);
    const texts = section.items.flatMap(({ title, paragraphs }) => [title, ...paragraphs]);
    add(keyOfSection(section), [...section.paragraphs, ...texts]);
  }
}

/** Whether a sentence is in a text, as one or item by item. */
function isIn(known: string, sentence: string): boolean {
  return (
    isKeptWhole(known, sentence) ||
    sentence.split(/[；;：:]/u).every((part) => isKeptWhole(known, part.trim()))
  );
}

/** With or without the number of its series before it. */
function isKeptWhole(known: string, text: string): boolean {
  const key = textKey(text);
  if (key.length < 2 || known.includes(key)) return true;
  return known.includes(key.replace(/^(?:[一二三四五六七八九十]+是|究其原因|\d+)/u, ''));
}

function textKey(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, '');
}

function allTexts(record: DraftRecord): string[] {
  const values = [...record.values.values()].flatMap(everyText);
  return [...values, ...[...record.above.values()].flat(), ...record.beside.values()];
}

function everyText(value: DraftValue): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof DraftRecord) return allTexts(value);
  return value.flatMap((each) => (typeof each === 'string' ? [each] : allTexts(each)));
}
