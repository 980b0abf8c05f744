import type { FinishedDocument } from '../../document/finished-document.ts';
import { type CalendarDate, parseDate } from '../../facts/dates.ts';
import { DraftRecord } from '../facts-draft.ts';
import { isoDate } from '../iso-date.ts';
import { keepTheRest } from './keep-the-rest.ts';
import { linkToProblems, numberProblems } from './link-problems.ts';
import { type Outline, type OutlineSection, outlineOf } from './outline.ts';
import { placeAttached } from './place-attached.ts';
import { placeLedger } from './place-ledger.ts';
import { placeOverview, tellsFigures } from './place-overview.ts';
import { placeTold } from './place-told.ts';
import { ProblemBlock } from './problem-block.ts';
import { aspectProblems, causeItem, measureItem, planItem, problemItem, workItem } from './read-items.ts';
import { readPeriod } from './read-period.ts';
import { placeRectified } from './read-rectified.ts';
import { type ReportParts, reportParts } from './report-parts.ts';
import { type SectionKind, sectionKind, templateOf } from './section-kind.ts';
import { splitSeries } from './series-items.ts';
import { sureFigures } from './sure-figures.ts';
import type { StatedFigure } from './told-figure.ts';
import { placeUnit } from './unit-of.ts';

/** What a finished report says, as a facts file would have it. */
export interface ReadReport {
  readonly draft: DraftRecord;
  /** The id of the template whose outline it has. */
  readonly template: string;
  /** The figures that its prose plainly states. */
  readonly figures: readonly StatedFigure[];
}

/**
 * Reads a finished report into the vocabulary of facts: its outline, items and figures. Text goes in as it stands; each of its sentences is a
 * value of the draft or stands in a comment of it. `headings` are those that templates print and that need no comment. Nothing is thrown over what
 * a report looks like.
 */
export function readReport(
  document: FinishedDocument,
  headings: ReadonlySet<string> = new Set(),
): ReadReport {
  const parts = reportParts(document);
  const outline = outlineOf(parts.body);
  const template = templateOf(outline, parts.title ?? '');
  const reader = new ReportReader(parts, outline, template);
  reader.read();
  keepTheRest(reader.draft, parts, { outline: outlineOf(parts.body), headings });
  return { draft: reader.draft, template, figures: reader.figures };
}

/** Under these templates the figures stand before the first heading. */
const FIGURES_FIRST: ReadonlySet<string> = new Set([
  'half-year-summary',
  'grassroots-briefing',
  'rectification-report',
]);

class ReportReader {
  readonly draft = new DraftRecord();
  readonly figures: StatedFigure[] = [];
  readonly #parts: ReportParts;
  readonly #outline: Outline;
  readonly #template: string;
  readonly #text: string;

  constructor(parts: ReportParts, outline: Outline, template: string) {
    this.#parts = parts;
    this.#outline = outline;
    this.#template = template;
    this.#text = parts.body.map(({ text }) => text).join('\n');
  }

  read(): void {
    this.#placeHead();
    placeUnit(this.draft, this.#parts, this.#text);
    this.#placePeriod();
    this.#placePreface();
    const { sections } = this.#outline;
    for (const [index, section] of sections.entries()) this.#placeSection(section, index);
    this.#placeTables();
    placeAttached(this.draft, this.#parts);
    for (const { table } of this.#parts.attached) if (table !== undefined) placeLedger(this.draft, table);
    this.#link();
    this.figures.push(...placeTold(this.draft, sureFigures(this.draft)));
  }

  #placeHead(): void {
    const { title, addressee, signatory, date, subtitle, attachments } = this.#parts;
    const day = date ?? subtitle.find((line) => /\d{4}年/u.test(line));
    const known = {
      template: this.#template,
      title,
      recipient: addressee,
      date: dateText(day),
      signatory,
    };
    for (const [name, value] of Object.entries(known))
      if (value !== undefined) this.draft.set(`report.${name}`, value);
    if (attachments.length > 0) this.draft.set('attachments', attachments);
  }

  get #date(): CalendarDate | undefined {
    return parseDate(this.draft.text('report.date') ?? '');
  }

  /** The period of the title, or of the first clause that names one. */
  #placePeriod(): void {
    const title = (this.#parts.title ?? '').replace(/\s/gu, '');
    const titled = /\d{4}年(?:(?:上|下)半年|(?:\d{1,2}月)?以来)/u.exec(title)?.[0] ?? '';
    const clauses = [titled, ...this.#opening().flatMap((text) => text.split(/[，。：；]/u))];
    const year = this.#date?.year ?? Number(/\d{4}(?=年)/u.exec(title)?.[0]);
    const periods = clauses
      .flatMap((clause) => readPeriod(clause.trim(), this.#date) ?? [])
      .filter(({ from, to }) =>
        !Number.isNaN(year) ? Math.abs((to ?? from).year - year) <= (to ? 1 : 6) : from.month > 1,
      );
    const period = periods.find(({ to }) => to !== undefined) ?? periods[0];
    if (period === undefined) return;
    this.draft.set('report.from', isoDate(period.from));
    if (period.to !== undefined) this.draft.set('report.to', isoDate(period.to));
  }

  /** What stands ahead of the work. */
  #opening(): readonly string[] {
    const { preface, sections } = this.#outline;
    return [
      ...preface,
      ...sections.flatMap((each) => (sectionKind(each) === 'overview' ? each.paragraphs : [])),
    ];
  }

  #placePreface(): void {
    const { preface } = this.#outline;
    const rest = FIGURES_FIRST.has(this.#template) ? this.#overview(preface, false) : preface;
    if (rest.length > 0) this.draft.set('preamble', rest.join('\n'));
  }

  /** Places the figures of some paragraphs; gives those that tell none. */
  #overview(paragraphs: readonly string[], takesAll: boolean): readonly string[] {
    const { rest, figures } = placeOverview(this.draft, paragraphs, { date: this.#date, takesAll });
    this.figures.push(...figures);
    return rest;
  }

  #placeSection(section: OutlineSection, index: number): void {
    const isLast = index === this.#outline.sections.length - 1;
    const kind = sectionKind(section);
    if (isLast) this.#takeClosing(section);
    if (this.#template === 'grassroots-briefing') {
      const isGap =
        kind === 'problems' &&
        this.#outline.sections.slice(index + 1).every((each) => sectionKind(each) !== 'problems');
      if (isGap) this.#problems(section);
      else this.#work([{ title: section.title, paragraphs: flatten(section) }]);
      return;
    }
    const readers: Readonly<Record<SectionKind, (each: OutlineSection) => void>> = {
      overview: (each) => this.#overviewSection(each),
      problems: (each) => this.#problems(each),
      shortcomings: (each) => this.#problems(each),
      causes: (each) => this.#causes(each),
      measures: (each) => this.#measures(each),
      plans: (each) => this.#plans(each),
      organization: (each) => this.#organization(each),
      rectified: (each) => placeRectified(this.draft, each),
      work: (each) => this.#workSection(each),
      other: (each) => this.#otherSection(each, isLast),
    };
    readers[kind](section);
  }

  #otherSection(section: OutlineSection, isLast: boolean): void {
    if (this.#template === 'half-year-summary') this.#itemAlone(section, isLast);
    else this.#workSection(section);
  }

  #overviewSection({ paragraphs, items }: OutlineSection): void {
    const isWork = this.#template === 'special-report' && items.length > 0;
    const figures = paragraphs.findLastIndex((text) => tellsFigures(text, this.#date));
    const count = isWork && figures !== -1 ? figures + 1 : paragraphs.length;
    this.#overview(paragraphs.slice(0, count), true);
    this.#lead('work', paragraphs.slice(count));
    if (items.length === 0) return;
    if (isWork) this.#work(items);
    else
      this.#lead(
        'overview',
        items.flatMap(({ title, paragraphs: own }) => runIn(title, own)),
      );
  }

  #workSection(section: OutlineSection): void {
    const { title, paragraphs, items } = section;
    const isHalfYear = this.#template === 'half-year-summary';
    const last = items.at(-1)?.paragraphs ?? paragraphs;
    const cut = isHalfYear
      ? last.findIndex((text, at) => (at > 0 || items.length === 0) && TELLS_PROBLEMS.test(text))
      : -1;
    const problems = cut === -1 ? [] : last.splice(cut);
    if (items.length > 0) {
      this.#lead('work', paragraphs);
      this.#work(items);
    } else if (paragraphs.length > 0) this.#work([{ title, paragraphs }]);
    if (problems.length > 0) this.#problems({ title, paragraphs: problems, items: [] });
  }

  /** A half-year report without plans has a heading of the first level for each item; its problems stand under the last one. */
  #itemAlone(section: OutlineSection, isLast: boolean): void {
    const paragraphs = flatten(section);
    const cut = isLast ? paragraphs.findIndex((text, at) => at > 0 && TELLS_PROBLEMS.test(text)) : -1;
    const problems = cut === -1 ? [] : paragraphs.splice(cut);
    this.#work([{ title: section.title, paragraphs }]);
    if (problems.length > 0) this.#problems({ ...section, paragraphs: problems, items: [] });
  }

  #work(items: OutlineSection['items']): void {
    this.draft.list('work').push(...items.map(workItem));
  }

  #organization({ paragraphs, items }: OutlineSection): void {
    this.#lead('organization', paragraphs);
    const own = items.length > 1 ? items.slice(0, -1) : [];
    if (own.length > 0) this.draft.list('organization').push(...own.map(workItem));
    this.#work(items.slice(own.length));
  }

  #lead(name: string, paragraphs: readonly string[]): void {
    const before = this.draft.text(`leadIns.${name}`);
    const all = [...(before === undefined ? [] : [before]), ...paragraphs];
    if (all.length > 0) this.draft.set(`leadIns.${name}`, all.join('\n'));
  }

  /** Problems by items or by a series; after them in the same section perhaps causes, measures and plans as paragraphs. */
  #problems({ paragraphs, items }: OutlineSection): void {
    if (items.length > 0) {
      this.#lead('problems', paragraphs);
      const after = ProblemBlock.after(items.at(-1)?.paragraphs ?? []);
      for (const { title, paragraphs: own } of items) this.#problem(title, own.join('\n'));
      this.#block(after);
    } else this.#block(new ProblemBlock(paragraphs));
  }

  #block(block: ProblemBlock): void {
    this.#lead('problems', block.problems.lead);
    for (const { title, body } of block.problems.items) this.#problem(title, body);
    this.#lead('causes', block.causes.lead);
    for (const text of block.causes.items) this.draft.list('causes').push(causeItem(text));
    this.#lead('measures', block.measures.lead);
    for (const { title, body } of block.measures.items)
      this.draft.list('measures').push(measureItem(title, body));
    this.#lead('plans', block.plans.lead);
    for (const { title, body } of block.plans.items)
      this.draft.list('plans').push(planItem({ title, paragraphs: body === '' ? [] : [body] }));
    for (const text of block.generated) this.draft.note('measures', `原文：${text}`);
    const closing = [...block.closing, this.draft.text('closing') ?? ''].filter((text) => text !== '');
    if (closing.length > 0) this.draft.set('closing', closing.join('\n'));
  }

  #problem(title: string, body: string): void {
    for (const [at, each] of aspectProblems(title, body).entries())
      this.#oneProblem(each.title, each.body, at > 0);
  }

  #oneProblem(title: string, body: string, isOfSameAspect: boolean): void {
    const { problem, causes } = problemItem(title, body);
    const before = this.draft.list('problems').at(-1)?.text('aspect');
    if (isOfSameAspect && before !== undefined) problem.set('aspect', before);
    const problems = this.draft.list('problems');
    problems.push(problem);
    problem.set('id', `问题${problems.length}`);
    for (const text of causes) {
      const cause = causeItem(text);
      cause.set('problems', [`问题${problems.length}`]);
      this.draft.list('causes').push(cause);
    }
  }

  #causes({ paragraphs, items }: OutlineSection): void {
    const causes = this.draft.list('causes');
    const series = items.length === 0 ? splitSeries(paragraphs) : undefined;
    if (series !== undefined) {
      this.#lead('causes', series.lead);
      causes.push(...[...series.items, ...series.rest].map(causeItem));
    } else if (items.length === 0) causes.push(...paragraphs.map(causeItem));
    else {
      this.#lead('causes', paragraphs);
      causes.push(
        ...items.map(({ title, paragraphs: own }) =>
          causeItem([`${title}。${own[0] ?? ''}`, ...own.slice(1)].join('\n')),
        ),
      );
    }
  }

  /** Measures; items after the last one for which somebody answers are plans. */
  #measures({ paragraphs, items }: OutlineSection): void {
    if (items.length === 0) {
      this.#block(ProblemBlock.ofMeasures(paragraphs));
      return;
    }
    this.#lead('measures', paragraphs);
    const measures = items.map(({ title, paragraphs: own }) => measureItem(title, own.join('\n')));
    const last = measures.findLastIndex(isAnswered);
    const count = last === -1 ? measures.length : last + 1;
    this.draft.list('measures').push(...measures.slice(0, count));
    if (count < items.length) this.draft.list('plans').push(...items.slice(count).map(planItem));
  }

  #plans({ paragraphs, items }: OutlineSection): void {
    const measures = items.map(({ title, paragraphs: own }) => measureItem(title, own.join('\n')));
    if (measures.some(isAnswered) && this.#template === 'half-year-summary') {
      this.#lead('measures', paragraphs);
      this.draft.list('measures').push(...measures);
      return;
    }
    if (items.length > 0) {
      this.#lead('plans', paragraphs);
      this.draft.list('plans').push(...items.map(planItem));
      return;
    }
    const own = paragraphs.map((text) => text.replace(OPEN_MEASURES, ''));
    for (const text of paragraphs) {
      const [told] = OPEN_MEASURES.exec(text) ?? [];
      if (told !== undefined) this.draft.note('plans', `原文：${told}`);
    }
    const series = splitSeries(own);
    this.#lead('plans', series === undefined ? own : [...series.lead, ...series.rest]);
    for (const text of series?.items ?? []) {
      const [first = '', ...rest] = text.split('。');
      this.draft
        .list('plans')
        .push(planItem({ title: first, paragraphs: rest.length === 0 ? [] : [rest.join('。')] }));
    }
  }

  /** The last paragraphs of all, where they go on from no item. */
  #takeClosing({ paragraphs, items }: OutlineSection): void {
    const last = items.at(-1)?.paragraphs ?? paragraphs;
    const areShort = items.length > 1 && items.slice(0, -1).every(({ paragraphs: own }) => own.length < 2);
    let from = last.length;
    while (
      from > 1 &&
      !/[一二三]是/u.test(last[from - 1] ?? '') &&
      (areShort || CLOSES.test(last[from - 1] ?? ''))
    ) {
      from -= 1;
    }
    const closing = last.splice(from);
    if (closing.length > 0) this.draft.set('closing', closing.join('\n'));
  }

  #placeTables(): void {
    for (const { section, rows } of this.#outline.tables) {
      const kind =
        section === -1 ? 'preamble' : KEYS[sectionKind(this.#outline.sections[section] ?? { title: '' })];
      this.draft.note(kind ?? 'work', `原文的表：\n${rows.map((row) => `  ${row.join(' | ')}`).join('\n')}`);
    }
  }

  #link(): void {
    const problems = recordsOf(this.draft, 'problems');
    const [causes, measures] = [recordsOf(this.draft, 'causes'), recordsOf(this.draft, 'measures')];
    numberProblems(problems);
    linkToProblems(causes, problems);
    linkToProblems(measures, problems);
    for (const measure of measures) leaveOpen(measure);
  }
}

function recordsOf(draft: DraftRecord, list: string): DraftRecord[] {
  return draft.get(list) === undefined ? [] : draft.list(list);
}

/** What check asks of a measure and the report does not say is left as an open key. */
function leaveOpen(measure: DraftRecord): void {
  if (measure.get('problems') === undefined)
    measure.set('problems', '', '原文没有写明对应哪个问题，请填编号');
  const isOwned = ['leader', 'department', 'owner'].some((name) => measure.get(name) !== undefined);
  if (!isOwned) measure.set('department', '', '待补，原文没有写');
  const isLasting = measure.text('status') === '长期坚持';
  if (measure.get('deadline') === undefined && !isLasting)
    measure.set('deadline', '', '待补，如 2024-06，或 长期坚持');
}

function isAnswered(measure: DraftRecord): boolean {
  return ['leader', 'department', 'owner', 'deadline', 'status'].some(
    (name) => measure.get(name) !== undefined,
  );
}

/** A heading with its text as paragraphs. */
function runIn(title: string, [first = '', ...rest]: readonly string[]): string[] {
  return [`${title}。${first}`, ...rest];
}

/** The items of a section as text under its heading. */
function flatten({ paragraphs, items }: OutlineSection): string[] {
  return [...paragraphs, ...items.flatMap(({ title, paragraphs: own }) => runIn(title, own))];
}

function dateText(line: string | undefined): string | undefined {
  if (line === undefined) return undefined;
  const digits = fromHan(line.replace(/[（()）\s]/gu, ''));
  const date = parseDate(digits);
  return date === undefined ? digits : isoDate(date);
}

/** 二〇二四年十一月八日 in digits. */
function fromHan(text: string): string {
  if (/\d/u.test(text)) return text;
  return text.replace(/[〇零○一二三四五六七八九十]+/gu, (word) => {
    const [before = '', after = ''] = word.split('十');
    const digit = (each: string) => String(Math.max(0, '〇一二三四五六七八九'.indexOf(each)));
    if (!word.includes('十'))
      return [...word].map((each) => digit(each === '零' || each === '○' ? '〇' : each)).join('');
    return String(
      (before === '' ? 1 : Number(digit(before))) * 10 + (after === '' ? 0 : Number(digit(after))),
    );
  });
}

const TELLS_PROBLEMS =
  /^(?:在(?:肯定|看到|总结|取得)|对照|回顾|总的?来?看|同时|但是?|与此同时).{0,80}(?:问题|不足|差距|短板|弱项)|^.{0,60}(?:问题|不足|差距|短板|弱项).{0,30}[一1]是/u;
const CLOSES =
  /^(?:我们将|我[乡镇局部县]将|下一步，|今后，|以上(?:汇报|报告)|特此报告|总之|\p{Script=Han}{1,12}(?:党委|党工委|党组|部|局|镇|乡|街道)(?:将|一定)|在今后的)/u;

/** What a rectification report says of itself where it has no plans. */
const OPEN_MEASURES = /对(?:“[^”]+”)+(?:等措施|这项措施)，紧盯时限抓好落实[^。]*。$/u;

const KEYS: Readonly<Record<string, string>> = {
  overview: 'overview',
  work: 'work',
  problems: 'problems',
  shortcomings: 'problems',
  causes: 'causes',
  measures: 'measures',
  plans: 'plans',
  organization: 'organization',
  rectified: 'problems',
  other: 'work',
};
