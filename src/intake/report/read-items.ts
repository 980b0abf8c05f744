import { DraftRecord } from '../facts-draft.ts';
import type { OutlineItem } from './outline.ts';
import { type Duties, splitDuties } from './read-duties.ts';
import { sentencesIn, titleAndBody } from './sentences-in.ts';
import { splitSeriesItems } from './series-items.ts';

/** An item of work or of organisation: its text, and its series 一是…二是… as points. */
export function workItem({ title, paragraphs }: OutlineItem): DraftRecord {
  const record = new DraftRecord();
  record.set('title', title);
  const series = splitSeriesItems(paragraphs);
  const isSplit =
    series !== undefined && series.rest.length === 0 && !series.items.some((item) => item.includes('\n'));
  const body = isSplit ? series.lead : paragraphs;
  if (body.length > 0) record.set('body', body.join('\n'));
  if (isSplit) record.set('points', series.items);
  return record;
}

/** A plan: all of its text is its content. */
export function planItem({ title, paragraphs }: OutlineItem): DraftRecord {
  const record = new DraftRecord();
  record.set('title', title);
  if (paragraphs.length > 0) record.set('body', paragraphs.join('\n'));
  return record;
}

/** A problem out of its text: 从…来看 as its aspect, what 比如 leads at the end as cases, what 究其原因 leads as its causes. */
export function problemItem(
  title: string,
  body: string,
): { problem: DraftRecord; causes: readonly string[] } {
  const { text, causes } = splitCauses(body);
  const aspect = ASPECT_LEAD.exec(title);
  const { main, cases } = splitCases(text);
  const problem = new DraftRecord();
  problem.set('title', aspect === null ? title : title.slice(aspect[0].length));
  if (aspect !== null) problem.set('aspect', aspect[1] ?? '');
  if (main !== '') problem.set('body', main);
  if (cases.length > 0) problem.set('cases', cases);
  return { problem, causes };
}

const ASPECT_LEAD = /^从(.{2,15}?)来看[，,：:](?=.)/u;

/** The problems of one aspect, of which 同时， and at the last 此外， begin those after the first. */
export function aspectProblems(title: string, body: string): readonly { title: string; body: string }[] {
  if (!ASPECT_LEAD.test(title)) return [{ title, body }];
  const starts = [...body.matchAll(/(?<=^|[。\n])(同时|此外)，(?=.)/gu)];
  const last = starts.length - 1;
  if (starts.length === 0 || !starts.every(([, word], at) => (word === '此外') === (at === last)))
    return [{ title, body }];
  const ends = [...starts.slice(1).map(({ index }) => index), body.length];
  const others = starts.map(({ index, 0: word }, at) =>
    titleAndBody(body.slice(index + word.length, ends[at]).trim()),
  );
  return [{ title, body: body.slice(0, starts[0]?.index).trim() }, ...others];
}

/** 究其原因，…: one cause, or a series of them. */
function splitCauses(body: string): { text: string; causes: readonly string[] } {
  const at = body.search(/(?<=^|[。！？\n])究其原因[，,：:]/u);
  if (at === -1) return { text: body, causes: [] };
  const led = body.slice(at).replace(/^究其原因[，,：:]\s*(?:主要是|主要在于)?/u, '');
  const series = splitSeriesItems(led.split('\n'));
  const isWhole = series !== undefined && series.lead.length === 0 && series.rest.length === 0;
  return { text: body.slice(0, at).trim(), causes: isWhole ? series.items : [led] };
}

/** From the first 比如 to the end, where no series goes on after it. */
function splitCases(text: string): { main: string; cases: readonly string[] } {
  const lines = text.split('\n');
  const sentences = sentencesIn(lines.at(-1) ?? '');
  const first = sentences.findIndex((sentence) => LEADS_CASE.test(sentence));
  const rest = sentences.slice(first);
  if (first === -1 || rest.some((sentence) => /^[一二三四五六七八九十]+是/u.test(sentence)))
    return { main: text, cases: [] };
  const cases: string[] = [];
  for (const sentence of rest) {
    if (LEADS_CASE.test(sentence) || cases.length === 0) cases.push(sentence);
    else cases.push((cases.pop() ?? '') + sentence);
  }
  const main = [...lines.slice(0, -1), sentences.slice(0, first).join('')].filter((line) => line !== '');
  return { main: main.join('\n'), cases: cases.map((each) => each.replace(/。$/u, '')) };
}

const LEADS_CASE = /^(?:比如|例如|再如|又如|譬如)/u;

/** A cause: its first sentence is its title. */
export function causeItem(text: string): DraftRecord {
  const { title, body } = titleAndBody(text);
  const record = new DraftRecord();
  record.set('title', title);
  if (body !== '') record.set('body', body);
  return record;
}

/** A measure, with who answers for it and until when taken out of its text; what is not said is left open. */
export function measureItem(title: string, body: string): DraftRecord {
  const inTitle = splitDuties(title);
  const inBody = splitDuties(body);
  const record = new DraftRecord();
  record.set('title', inTitle.text);
  if (inBody.text !== '') record.set('body', inBody.text);
  setDuties(record, { ...inTitle.duties, ...inBody.duties }, inTitle.taken + inBody.taken);
  return record;
}

/** Writes duties into a measure; the sentence that said them stays beside them as a comment. */
export function setDuties(record: DraftRecord, duties: Duties, taken: string): void {
  const known = Object.entries(duties).filter(([, value]) => value !== undefined && value !== '');
  for (const [name, value] of known) record.set(name, value as string | readonly string[]);
  if (taken !== '') record.note(firstField(known.map(([name]) => name)), `原文：${taken}`);
}

/** The first of some keys in a measure's order. */
function firstField(names: readonly string[]): string {
  return ITEM_FIELD_ORDER.find((name) => names.includes(name)) ?? 'title';
}

const ITEM_FIELD_ORDER = [
  'leader',
  'department',
  'owner',
  'deadline',
  'status',
  'evidence',
  'results',
  'completed',
  'closed',
];
