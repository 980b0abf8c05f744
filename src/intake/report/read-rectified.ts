import type { DraftRecord } from '../facts-draft.ts';
import type { OutlineSection } from './outline.ts';
import { type Duties, dutiesIn } from './read-duties.ts';
import { causeItem, measureItem, problemItem, setDuties } from './read-items.ts';
import { sentencesIn, titleAndBody } from './sentences-in.ts';
import { splitSeriesItems } from './series-items.ts';

/**
 * Places the section of a rectification report that goes through the problems one by one: each with its causes, measures (整改措施), results
 * (整改成效) and how far they are (完成情况).
 */
export function placeRectified(draft: DraftRecord, { paragraphs, items }: OutlineSection): void {
  const lead = paragraphs.filter((text) => !SUMMARY.test(text));
  for (const text of paragraphs.filter((each) => SUMMARY.test(each))) placeSummary(draft, text);
  if (lead.length > 0) draft.set('leadIns.problems', lead.join('\n'));
  for (const { title, paragraphs: own } of items) {
    const groups = numberedGroups(own);
    if (title === GENERAL_MEASURES) {
      for (const group of groups ?? []) placeMeasure(draft, group.join('\n'));
      placeGeneralCauses(draft, []);
    } else if (groups === undefined) placeProblem(draft, title, own, undefined);
    else {
      const aspect = title === '其他方面' ? undefined : title.replace(/方面$/u, '');
      for (const [first = '', ...rest] of groups) {
        const { title: named, body } = titleAndBody(first);
        placeProblem(draft, named, body === '' ? rest : [body, ...rest], aspect);
      }
    }
  }
}

const SUMMARY = /^(?:巡察反馈问题|本报告所列|制定整改措施)\d+[个条]/u;
const GENERAL_MEASURES = '综合性整改措施';

/** Counts that the template makes itself; the number of problems is a fact. */
function placeSummary(draft: DraftRecord, text: string): void {
  const total = /^巡察反馈问题(\d+)个/u.exec(text)?.[1];
  if (total !== undefined) draft.set('feedback.total', total);
  draft.note('problems', `原文：${text}`);
}

/** Paragraphs by the 1. 2. … that they begin with; undefined where the first has none. */
function numberedGroups(paragraphs: readonly string[]): string[][] | undefined {
  const groups: string[][] = [];
  for (const text of paragraphs) {
    const number = /^\d{1,2}[.．、]\s*/u.exec(text);
    if (number !== null) groups.push([text.slice(number[0].length)]);
    else if (groups.length === 0) return undefined;
    else groups.at(-1)?.push(text);
  }
  return groups.length === 0 ? undefined : groups;
}

function placeProblem(
  draft: DraftRecord,
  title: string,
  paragraphs: readonly string[],
  aspect: string | undefined,
): void {
  const first = paragraphs.findIndex((text) => LABEL.test(text));
  const told = first === -1 ? paragraphs : paragraphs.slice(0, first);
  const { problem, causes } = problemItem(title, told.join('\n'));
  const problems = draft.list('problems');
  problems.push(problem);
  const id = `问题${problems.length}`;
  problem.set('id', id);
  if (aspect !== undefined) problem.set('aspect', aspect);
  for (const text of causes) {
    const cause = causeItem(text);
    cause.set('problems', [id]);
    draft.list('causes').push(cause);
  }
  const reader = new AnswerReader(draft, id);
  for (const text of first === -1 ? [] : paragraphs.slice(first)) reader.read(text);
}

const LABEL = /^(?:整改措施|整改成效|完成情况)[：:]|^同时，与前面的问题一并整改/u;

/** Reads what was done about one problem. */
class AnswerReader {
  readonly #draft: DraftRecord;
  readonly #id: string;
  readonly #own: DraftRecord[] = [];
  readonly #shared: DraftRecord[] = [];

  constructor(draft: DraftRecord, id: string) {
    this.#draft = draft;
    this.#id = id;
  }

  read(text: string): void {
    const [label = '', words] = /^([^：:]{4})[：:]([\s\S]*)$/u.exec(text)?.slice(1) ?? [];
    const shared = /与前面的问题一并整改，落实(.*)(?:等措施|这项措施)/u.exec(text)?.[1];
    if (shared !== undefined) this.#share(shared);
    else if (label === '整改措施') this.#measures(words ?? '');
    else if (label === '整改成效') this.#results(words ?? '');
    else if (label === '完成情况') this.#progress(words ?? '');
    else if (!PARAGRAPH_OF_CAUSES.test(text)) this.#draft.note('problems', `原文：${text}`);
    else placeGeneralCauses(this.#draft, [text]);
  }

  /** “甲”“乙” are measures of earlier problems. */
  #share(titles: string): void {
    const all = this.#draft.get('measures') === undefined ? [] : this.#draft.list('measures');
    for (const [, title] of titles.matchAll(/“([^”]+)”/gu)) {
      const measure = all.find((each) => each.text('title') === title);
      if (measure === undefined) continue;
      const known = measure.get('problems');
      measure.set('problems', [...(Array.isArray(known) ? (known as string[]) : []), this.#id]);
      this.#shared.push(measure);
    }
  }

  #measures(words: string): void {
    const series = splitSeriesItems(words.split('\n'));
    for (const text of series?.items ?? [words]) {
      const measure = placeMeasure(this.#draft, text);
      measure.set('problems', [this.#id]);
      this.#own.push(measure);
    }
  }

  /** One each where there are as many as measures; else all with the first. */
  #results(words: string): void {
    const results = splitSeriesItems(words.split('\n'))?.items ?? [words.replace(/。$/u, '')];
    if (results.length === this.#own.length) {
      for (const [at, measure] of this.#own.entries()) measure.set('results', [results[at] ?? '']);
    } else this.#own[0]?.set('results', results);
    if (this.#own.length === 0) this.#draft.note('measures', `原文：整改成效：${words}`);
  }

  #progress(words: string): void {
    this.#draft.note('measures', `原文：完成情况：${words}`);
    let last = this.#own.length + this.#shared.length === 1 ? (this.#own[0] ?? this.#shared[0]) : undefined;
    let counts: readonly string[] = [];
    let ofSome: Duties | undefined;
    for (const sentence of sentencesIn(words)) {
      const named = /^“([^”]+)”/u.exec(sentence);
      const measure = named === null ? undefined : this.#all.find((each) => each.text('title') === named[1]);
      if (measure !== undefined) last = measure;
      const duties = dutiesIn(named === null ? sentence : sentence.slice(named[0].length));
      if (duties !== undefined && last !== undefined) setDuties(last, duties, '');
      else if (duties !== undefined) ofSome = duties;
      else counts = [...counts, ...statusesIn(sentence, this.#all.length)];
    }
    this.#allot(counts);
    const done = this.#all.find((measure) => measure.text('status') === '已完成') ?? this.#all[0];
    if (ofSome !== undefined && done !== undefined) setDuties(done, ofSome, '');
  }

  get #all(): readonly DraftRecord[] {
    return [...this.#own, ...this.#shared];
  }

  /** Gives the states that were only counted to the measures of which nothing else is said, lasting ones to those without an end. */
  #allot(counts: readonly string[]): void {
    const left = [...counts];
    for (const measure of this.#all) takeStatus(left, measure.text('status'));
    const open = this.#all.filter((measure) => measure.text('status') === undefined);
    for (const measure of open) {
      if (measure.text('deadline') === '长期坚持' && takeStatus(left, '长期坚持'))
        measure.set('status', '长期坚持');
    }
    for (const measure of open) {
      if (measure.text('status') !== undefined) continue;
      const next = wasOverdue(measure) ? (left.find((status) => status !== '已完成') ?? left[0]) : left[0];
      if (next !== undefined && takeStatus(left, next)) measure.set('status', next);
    }
  }
}

/** Its text says that its time is over, which is said of none that is done. */
function wasOverdue(measure: DraftRecord): boolean {
  return [...measure.above.values()].flat().some((text) => text.includes('已逾期'));
}

function takeStatus(left: string[], status: string | undefined): boolean {
  const at = status === undefined ? -1 : left.indexOf(status);
  if (at !== -1) left.splice(at, 1);
  return at !== -1;
}

/** 2条措施中，已完成1条、正在推进1条; 2条措施均已完成. */
function statusesIn(sentence: string, count: number): string[] {
  const common = COMMON_STATUS.find(([words]) => sentence.includes(words))?.[1];
  if (common !== undefined) return Array.from({ length: count }, () => common);
  return [...sentence.matchAll(/(已完成|正在推进|尚未开始|需长期坚持)(\d+)条/gu)].flatMap(
    ([, words = '', number]) => Array.from({ length: Number(number) }, () => STATUS.get(words) ?? ''),
  );
}

const COMMON_STATUS = [
  ['均已完成', '已完成'],
  ['均在推进', '推进中'],
  ['均未开始', '未开始'],
  ['均需长期坚持', '长期坚持'],
] as const;

const STATUS: ReadonlyMap<string, string> = new Map([
  ['已完成', '已完成'],
  ['正在推进', '推进中'],
  ['尚未开始', '未开始'],
  ['需长期坚持', '长期坚持'],
]);

const PARAGRAPH_OF_CAUSES = /^分析(?:存在|产生)上述问题的共性原因，(?:主要是)?/u;

function placeGeneralCauses(draft: DraftRecord, paragraphs: readonly string[]): void {
  for (const text of paragraphs) {
    const words = text.replace(PARAGRAPH_OF_CAUSES, '');
    for (const item of splitSeriesItems([words])?.items ?? [words])
      draft.list('causes').push(causeItem(item));
  }
}

function placeMeasure(draft: DraftRecord, text: string): DraftRecord {
  const { title, body } = titleAndBody(text);
  const measure = measureItem(title, body);
  draft.list('measures').push(measure);
  return measure;
}
