import type { Facts } from '../facts/facts.ts';
import { daysOverdue } from '../facts/progress.ts';
import { resolveReference } from '../facts/references.ts';
import { FigureCell, GapCell, PhraseCell, TextCell } from './cell.ts';
import { cellAt } from './cell-at.ts';
import { derive } from './derive.ts';
import { DERIVED_NAMES } from './derived-names.ts';
import type { GapLog } from './gap.ts';
import { shortfallsOf } from './post-view.ts';
import { type FindCell, type ProseCell, referencesIn } from './prose-cell.ts';
import { viewRectification } from './rectification-view.ts';
import { viewSecretaries } from './secretaries-view.ts';
import { groupUnits } from './unit-groups.ts';
import { type View, type ViewValue, viewFacts } from './view.ts';
import { withoutOwnNumbers } from './without-own-numbers.ts';

/** What a view is made of besides the facts. */
export interface ViewOptions {
  readonly facts: Facts;
  readonly written: ReadonlyMap<string, string>;
  readonly isBilingual: boolean;
  /** An addressee for facts that name none: only what the user set. */
  readonly recipient?: string | undefined;
  /** The template's own wording of its headings, by name. */
  readonly headings?: Readonly<Record<string, string>>;
}

/** The facts as cells, and beside them what is worked out from them: self, whole, period, half, aspects and the like. */
export function viewReport(options: ViewOptions, log: GapLog): View {
  const { facts, written, isBilingual } = options;
  const referring: ProseCell[] = [];
  const pathOf = (reference: string) => resolveReference(reference, facts);
  const find = (reference: string) => {
    const path = pathOf(reference);
    return path === undefined ? undefined : cellAt(view, path);
  };
  const view: View = viewFacts(withoutOwnNumbers(facts), { log, written, find, isBilingual, referring });
  const referenced = new Set<string>();
  for (const { text } of referring) for (const name of referencesIn(text)) referenced.add(pathOf(name) ?? '');
  addDerived(view, { facts, referenced, isBilingual }, log);
  resolveDenominators(view, find);
  addHeadings(view, options.headings ?? {});
  if (options.recipient !== undefined) addRecipient(view, options.recipient, isBilingual);
  return view;
}

interface ReportSources extends Pick<ViewOptions, 'facts' | 'isBilingual'> {
  /** The facts paths that prose refers to. */
  readonly referenced: ReadonlySet<string>;
}

function addDerived(view: View, { facts, referenced, isBilingual }: ReportSources, log: GapLog): void {
  const derived = derive(facts, referenced);
  const [problems, causes, measures] = [viewsOf(view.problems), viewsOf(view.causes), viewsOf(view.measures)];
  addOverdue(measures, facts);
  for (const posts of [viewsOf(view.posts), viewsOf(view.leadershipPosts)]) {
    const shortfalls = shortfallsOf(posts);
    for (const [index, post] of posts.entries()) Object.assign(post, shortfalls[index]);
  }
  const rectification = viewRectification(facts, { problems, measures }, derived.measuresOf);
  for (const [index, problem] of problems.entries()) {
    problem.causes = pick(causes, derived.causesOf[index]);
    problem.measures = pick(measures, derived.measuresOf[index]);
    Object.assign(problem, rectification.answered[index]);
  }
  const added: Record<string, ViewValue> = {
    measureProgress: rectification.measureProgress,
    problemProgress: rectification.problemProgress,
    problemGroups: rectification.problemGroups,
    openMeasures: rectification.openMeasures,
    doneMeasures: rectification.doneMeasures,
    secretaries: viewSecretaries(facts),
    postsGap: new GapCell('posts', '编制', log),
    workGap: new GapCell('work', '工作', log),
    problemsGap: new GapCell('problems', '问题', log),
    self: new PhraseCell('unit.selfName', derived.self),
    whole: new PhraseCell('unit.kind', derived.whole),
    area: new PhraseCell('unit.name', derived.area),
    period: new PhraseCell('report.from', derived.period),
    term: new PhraseCell('report.from', derived.term),
    inspectionPeriod: new PhraseCell('feedback.from', derived.inspectionPeriod),
    nextYear: new PhraseCell('report.from', derived.nextYear),
    half: new PhraseCell('report.from', derived.half === undefined ? '' : String(derived.half)),
    year: new PhraseCell('report.from', derived.year),
    aspects: derived.aspects.map((aspect) => ({
      name: new PhraseCell('', aspect.name),
      problems: pick(problems, aspect.problems),
    })),
    generalCauses: pick(causes, derived.generalCauses),
    generalMeasures: pick(measures, derived.generalMeasures),
    unitGroups: groupUnits(viewsOf(view.units)),
    otherIndicators: pick(viewsOf(view.indicators), derived.otherIndicators),
  };
  Object.assign(view, added);
  if (!isBilingual) return;
  for (const [name, value] of Object.entries(added)) view[DERIVED_NAMES[name]?.zh ?? name] = value;
}

/** Gives each measure the days since its deadline, where it was not done by the report's date. */
function addOverdue(measures: readonly View[], { measures: stated = [], report }: Facts): void {
  for (const [index, measure] of measures.entries()) {
    const days = daysOverdue(stated[index] ?? {}, report?.date);
    const path = `measures.${index}.deadline`;
    measure.overdue = days === 0 ? new PhraseCell(path, '') : new FigureCell(path, days, String(days), '');
  }
}

/** An indicator's 分母 may name another fact; then it is that fact. */
function resolveDenominators(view: View, find: FindCell): void {
  for (const indicator of viewsOf(view.indicators)) {
    const named = indicator.of instanceof TextCell ? find(indicator.of.text) : undefined;
    if (named instanceof FigureCell) indicator.of = named;
  }
}

function addHeadings(view: View, headings: Readonly<Record<string, string>>): void {
  const cells: Record<string, PhraseCell> = {};
  for (const name in headings) cells[name] = new PhraseCell('', headings[name] ?? '');
  view.headings = view.小标题 = cells;
}

function addRecipient(view: View, recipient: string, isBilingual: boolean): void {
  const report = view.report as View;
  if ((report.recipient as TextCell).isPresent) return;
  report.recipient = new TextCell('report.recipient', recipient);
  if (isBilingual) report.主送 = report.recipient;
}

function viewsOf(list: ViewValue | undefined): readonly View[] {
  return (list ?? []) as readonly View[];
}

function pick(views: readonly View[], indexes: readonly number[] = []): View[] {
  return indexes.map((index) => views[index]).filter((view) => view !== undefined);
}
