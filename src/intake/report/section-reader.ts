import type { CalendarDate } from '../../facts/dates.ts';
import type { DraftRecord } from '../facts-draft.ts';
import type { OutlineItem, OutlineSection } from './outline.ts';
import { placeOverview, tellsFigures } from './place-overview.ts';
import { ProblemBlock } from './problem-block.ts';
import { aspectProblems, causeItem, measureItem, planItem, problemItem, workItem } from './read-items.ts';
import { placeRectified } from './read-rectified.ts';
import { type SectionKind, sectionKind } from './section-kind.ts';
import { titleAndBody } from './sentences-in.ts';
import { splitSeriesItems } from './series-items.ts';
import type { StatedFigure } from './told-figure.ts';

export interface SectionReaderOptions {
  /** The template whose outline the report has. */
  readonly template: string;
  /** The report's date. */
  readonly date: CalendarDate | undefined;
}

/** Reads a report's sections into a draft, each as its heading and the report's outline say; what it takes of a section it takes out of it. */
export class SectionReader {
  /** Figures that sentences of nothing but figures state. */
  readonly figures: StatedFigure[] = [];
  readonly #draft: DraftRecord;
  readonly #template: string;
  readonly #date: CalendarDate | undefined;

  constructor(draft: DraftRecord, { template, date }: SectionReaderOptions) {
    this.#draft = draft;
    this.#template = template;
    this.#date = date;
  }

  readAll(sections: readonly OutlineSection[]): void {
    for (const [index, section] of sections.entries()) {
      const rest = sections.slice(index + 1);
      if (rest.length === 0) this.#takeClosing(section);
      this.#read(section, rest);
    }
  }

  /** Places the figures of some paragraphs; gives those that tell none, unless it `takesAll` as the overview's words. */
  overview(paragraphs: readonly string[], takesAll: boolean): readonly string[] {
    const { rest, figures } = placeOverview(this.#draft, paragraphs, { date: this.#date, takesAll });
    this.figures.push(...figures);
    return rest;
  }

  #read(section: OutlineSection, rest: readonly OutlineSection[]): void {
    const kind = sectionKind(section);
    if (this.#template === 'grassroots-briefing') {
      const isGap = kind === 'problems' && rest.every((each) => sectionKind(each) !== 'problems');
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
      rectified: (each) => placeRectified(this.#draft, each),
      work: (each) => this.#workSection(each),
      other: (each) => this.#otherSection(each, rest.length === 0),
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
    this.overview(paragraphs.slice(0, count), true);
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
    } else if (paragraphs.length > 0) this.#work([aloneUnder(title, paragraphs)]);
    if (problems.length > 0) this.#problems({ title, paragraphs: problems, items: [] });
  }

  /** A half-year report without plans has a heading of the first level for each item; its problems are under the last one. */
  #itemAlone(section: OutlineSection, isLast: boolean): void {
    const paragraphs = flatten(section);
    const cut = isLast ? paragraphs.findIndex((text, at) => at > 0 && TELLS_PROBLEMS.test(text)) : -1;
    const problems = cut === -1 ? [] : paragraphs.splice(cut);
    this.#work([{ title: section.title, paragraphs }]);
    if (problems.length > 0) this.#problems({ ...section, paragraphs: problems, items: [] });
  }

  #work(items: OutlineSection['items']): void {
    this.#draft.list('work').push(...items.map(workItem));
  }

  #organization({ paragraphs, items }: OutlineSection): void {
    this.#lead('organization', paragraphs);
    const own = items.length > 1 ? items.slice(0, -1) : [];
    if (own.length > 0) this.#draft.list('organization').push(...own.map(workItem));
    this.#work(items.slice(own.length));
  }

  #lead(name: string, paragraphs: readonly string[]): void {
    const before = this.#draft.text(`leadIns.${name}`);
    const all = [...(before === undefined ? [] : [before]), ...paragraphs];
    if (all.length > 0) this.#draft.set(`leadIns.${name}`, all.join('\n'));
  }

  /** Problems by items or by a series; after them in the same section perhaps causes, measures and plans as paragraphs. */
  #problems({ paragraphs, items }: OutlineSection): void {
    if (items.length > 0) {
      this.#lead('problems', paragraphs);
      const after = ProblemBlock.after(items.at(-1)?.paragraphs ?? []);
      const isByAspect =
        this.#template === 'county-summary' && items.every(({ title }) => /方面$/u.test(title));
      if (isByAspect) for (const item of items) this.#aspect(item);
      else for (const { title, paragraphs: own } of items) this.#problem(title, own.join('\n'));
      this.#block(after);
    } else this.#block(new ProblemBlock(paragraphs));
  }

  #block(block: ProblemBlock): void {
    this.#lead('problems', block.problems.lead);
    for (const { title, body } of block.problems.items) this.#problem(title, body);
    this.#lead('causes', block.causes.lead);
    for (const text of block.causes.items) this.#draft.list('causes').push(causeItem(text));
    this.#lead('measures', block.measures.lead);
    for (const { title, body } of block.measures.items)
      this.#draft.list('measures').push(measureItem(title, body));
    this.#lead('plans', block.plans.lead);
    for (const { title, body } of block.plans.items)
      this.#draft.list('plans').push(planItem({ title, paragraphs: body === '' ? [] : [body] }));
    for (const text of block.generated) this.#draft.note('measures', `原文：${text}`);
    const closing = [...block.closing, this.#draft.text('closing') ?? ''].filter((text) => text !== '');
    if (closing.length > 0) this.#draft.set('closing', closing.join('\n'));
  }

  /** A county's problems stand by aspects, those of one in a series. */
  #aspect({ title, paragraphs }: OutlineItem): void {
    const series = splitSeriesItems(paragraphs);
    const texts = series === undefined ? [paragraphs.join('\n')] : series.items;
    for (const text of texts) {
      const { title: named, body } = titleAndBody(text);
      this.#oneProblem(named, body, false);
      const aspect = title.replace(/方面$/u, '');
      if (aspect !== '其他') this.#draft.list('problems').at(-1)?.set('aspect', aspect);
    }
  }

  #problem(title: string, body: string): void {
    for (const [at, each] of aspectProblems(title, body).entries())
      this.#oneProblem(each.title, each.body, at > 0);
  }

  #oneProblem(title: string, body: string, isOfSameAspect: boolean): void {
    const { problem, causes } = problemItem(title, body);
    const before = this.#draft.list('problems').at(-1)?.text('aspect');
    if (isOfSameAspect && before !== undefined) problem.set('aspect', before);
    const problems = this.#draft.list('problems');
    problems.push(problem);
    problem.set('id', `问题${problems.length}`);
    for (const text of causes) {
      const cause = causeItem(text);
      cause.set('problems', [`问题${problems.length}`]);
      this.#draft.list('causes').push(cause);
    }
  }

  #causes({ paragraphs, items }: OutlineSection): void {
    const causes = this.#draft.list('causes');
    const series = items.length === 0 ? splitSeriesItems(paragraphs) : undefined;
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
    this.#draft.list('measures').push(...measures.slice(0, count));
    if (count < items.length) this.#draft.list('plans').push(...items.slice(count).map(planItem));
  }

  #plans({ paragraphs, items }: OutlineSection): void {
    const measures = items.map(({ title, paragraphs: own }) => measureItem(title, own.join('\n')));
    if (measures.some(isAnswered) && this.#template === 'half-year-summary') {
      this.#lead('measures', paragraphs);
      this.#draft.list('measures').push(...measures);
      return;
    }
    if (items.length > 0) {
      this.#lead('plans', paragraphs);
      this.#draft.list('plans').push(...items.map(planItem));
      return;
    }
    if (paragraphs.length > 0 && paragraphs.every(isPlan)) {
      this.#draft.list('plans').push(...paragraphs.map(alone));
      return;
    }
    const own = paragraphs.map((text) => text.replace(OPEN_MEASURES, ''));
    for (const text of paragraphs) {
      const [told] = OPEN_MEASURES.exec(text) ?? [];
      if (told !== undefined) this.#draft.note('plans', `原文：${told}`);
    }
    const series = splitSeriesItems(own);
    this.#lead('plans', series === undefined ? own : [...series.lead, ...series.rest]);
    for (const text of series?.items ?? []) {
      const [first = '', ...rest] = text.split('。');
      this.#draft
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
    if (closing.length > 0) this.#draft.set('closing', closing.join('\n'));
  }
}

function isAnswered(measure: DraftRecord): boolean {
  return ['leader', 'department', 'owner', 'deadline', 'status'].some(
    (name) => measure.get(name) !== undefined,
  );
}

/** A paragraph with a title of its own: the only item of its section bears no number. */
function isPlan(text: string): boolean {
  const { title, body } = titleAndBody(text);
  return (
    body !== '' &&
    title.length <= LONGEST_ITEM_TITLE &&
    !/^(?:下一步|今后|接下来|下阶段|下半年，)/u.test(title)
  );
}

const LONGEST_ITEM_TITLE = 40;

function alone(text: string): DraftRecord {
  const { title, body } = titleAndBody(text);
  return planItem({ title, paragraphs: body === '' ? [] : [body] });
}

/** The only item of a section, by its own title where it has one, else by the section's. */
function aloneUnder(title: string, [first = '', ...rest]: readonly string[]): OutlineItem {
  const own = titleAndBody(first);
  if (own.body === '' || own.title.length > LONGEST_ITEM_TITLE || /[，：]$|[一二]是/u.test(own.title))
    return { title, paragraphs: [first, ...rest] };
  return { title: own.title, paragraphs: [own.body, ...rest] };
}

/** A heading with its text as paragraphs. */
function runIn(title: string, [first = '', ...rest]: readonly string[]): string[] {
  return [`${title}。${first}`, ...rest];
}

/** The items of a section as text under its heading. */
function flatten({ paragraphs, items }: OutlineSection): string[] {
  return [...paragraphs, ...items.flatMap(({ title, paragraphs: own }) => runIn(title, own))];
}

const TELLS_PROBLEMS =
  /^(?:在(?:肯定|看到|总结|取得)|对照|回顾|总的?来?看|同时|但是?|与此同时).{0,80}(?:问题|不足|差距|短板|弱项)|^.{0,60}(?:问题|不足|差距|短板|弱项).{0,30}[一1]是/u;
const CLOSES =
  /^(?:我们将|我[乡镇局部县]将|下一步，|今后，|以上(?:汇报|报告)|特此报告|总之|\p{Script=Han}{1,12}(?:党委|党工委|党组|部|局|镇|乡|街道)(?:将|一定)|在今后的)/u;

/** What a rectification report says of itself where it has no plans. */
const OPEN_MEASURES = /对(?:“[^”]+”)+(?:等措施|这项措施)，紧盯时限抓好落实[^。]*。$/u;
