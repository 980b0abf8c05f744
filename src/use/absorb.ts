import type { Change, ListedComment, Print } from '../absorb/change.ts';
import { commentsIn } from '../absorb/comments-in.ts';
import { type Difference, differencesOf, measureDifference } from '../absorb/differences.ts';
import { finishedPieces } from '../absorb/finished-pieces.ts';
import { type Conflict, gatherEdits, type ValueEdit } from '../absorb/gather-edits.ts';
import { type ListParts, listEdits } from '../absorb/list-edits.ts';
import { type CharacterSource, ownerOf, type Piece, type SourcedPiece } from '../absorb/piece.ts';
import { type ListProposal, NOWHERE, propose } from '../absorb/propose.ts';
import { isOfOtherUnit, LEAST_RECOGNISED, recognisedShare } from '../absorb/recognise-report.ts';
import { sourcedLines } from '../absorb/sourced-lines.ts';
import { sourcedPieces } from '../absorb/sourced-pieces.ts';
import { type SidesTold, tellSides } from '../absorb/three-sides.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Places } from '../diagnostics/finding.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { describePlace } from '../document/describe-place.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import { readFinished } from '../document/read-finished.ts';
import { decodeText } from '../facts/decode-text.ts';
import { editFactsText } from '../facts/edit/edit-facts-text.ts';
import { chinesePath, isWithin, valueAt } from '../facts/fact-path.ts';
import { type Reading, readFacts } from '../facts/read-facts.ts';
import type { Source } from '../facts/source.ts';
import { recognise } from '../fingerprint/recognise.ts';
import { layoutOf } from '../format/layout.ts';
import { judgeLayout } from '../layout/judge-layout.ts';
import { printDocument } from '../write/print-document.ts';
import { propertiesOf } from '../write/properties.ts';
import { WRITERS } from '../write/writers.ts';
import { type RenderOptions, renderReport } from './build.ts';

/** What was changed in a finished report, and the facts file with what of it the facts can say. */
export interface Absorbed {
  readonly changes: readonly Change[];
  readonly comments: readonly ListedComment[];
  /** The facts file's text before and after. */
  readonly before: string;
  readonly after: string;
  /** Warnings of reading the report, and the errors that the facts have afterwards and did not have before. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface AbsorbOptions extends RenderOptions {
  /** The report, or the facts, as they were before somebody edited the report: tells which side changed what. */
  readonly base?: Source | undefined;
  /** The report is older than the facts as they are: if it carries its fingerprint, what differs the facts changed. */
  readonly isOlder?: boolean | undefined;
  /** Facts paths, in either language, that are left as they are. */
  readonly skip?: readonly string[] | undefined;
}

/** Why nothing is taken back. */
export type Refusal =
  | { readonly why: 'other-report'; readonly share: number }
  | { readonly why: 'other-unit'; readonly unit: string }
  | { readonly why: 'conflict'; readonly conflicts: readonly Conflict[] };

/**
 * Holds an edited report against the one that its facts give today, and takes into the facts what they can say of the difference. Nothing is
 * written. After it, the facts build into the edited report's words, apart from the changes that say that they are not taken.
 */
export async function absorbReport(
  edited: Source,
  source: Source,
  options: AbsorbOptions,
): Promise<Outcome<Absorbed | Refusal>> {
  const { value: finished, diagnostics: unread } = readFinished(edited.file, edited.bytes);
  if (finished === undefined) return fail(unread);
  const format: Work['format'] = finished.word === undefined ? 'txt' : 'docx';
  const built = await printReport(source, options, format);
  if (built.value === undefined) return fail([...unread, ...built.diagnostics]);
  const pieces = finishedPieces(finished);
  const refusal = refuse(built.value, pieces);
  if (refusal !== undefined) return succeed(refusal, unread);
  const origin = await originOf(edited, pieces, options, format);
  if (origin.value === undefined && origin.diagnostics.length > 0) return fail(origin.diagnostics);
  const sides = origin.value && tellSides(built.value.pieces, pieces, origin.value);
  const work = {
    finished,
    pieces: sides?.edited ?? pieces,
    source,
    options,
    format,
    base: built.value,
    sides,
  };
  return succeed(await new Absorber(work).absorb(), unread);
}

/**
 * The report as it was before somebody edited it, as far as that is known: the one that was given, or made of the facts that were; or the
 * edited one itself, where it was made before the facts changed and its fingerprint says that nobody touched it since. (One that was set anew
 * carries a fingerprint too, and somebody may have edited what it was made of.)
 */
async function originOf(
  edited: Source,
  pieces: readonly Piece[],
  { base, isOlder = false, ...options }: AbsorbOptions,
  format: 'docx' | 'txt',
): Promise<Outcome<readonly Piece[]>> {
  if (base === undefined) {
    const standing = isOlder ? recognise(edited.bytes) : undefined;
    return standing === 'final' || standing === 'draft' ? succeed(pieces) : fail([]);
  }
  if (/\.ya?ml$/i.test(base.file)) {
    const { value, diagnostics } = await printReport(base, options, format);
    return value === undefined ? fail(diagnostics) : succeed(value.pieces);
  }
  const { value, diagnostics } = readFinished(base.file, base.bytes);
  return value === undefined ? fail(diagnostics) : succeed(finishedPieces(value));
}

/** A report as its facts give it, with the sources of its characters. */
interface PrintedReport {
  readonly reading: Reading;
  readonly pieces: readonly SourcedPiece[];
  readonly finished: FinishedDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Read again from the kind of file that the edited one is, so that the two are cut into pieces alike. */
async function printReport(
  source: Source,
  options: RenderOptions,
  format: 'docx' | 'txt',
): Promise<Outcome<PrintedReport>> {
  const draft: RenderOptions = { ...options, isDraft: true };
  const { value: plain, diagnostics } = await renderReport(source, draft);
  const { value: traced } = await renderReport(source, { ...draft, keepsOrigins: true });
  if (plain === undefined) return fail(diagnostics);
  const { reading, document, layout } = plain;
  const { report, unit } = reading.facts;
  const properties = propertiesOf(
    { signatory: report?.signatory, unit: unit?.name, date: report?.date },
    undefined,
  );
  const bytes = WRITERS[format](document, properties, layoutOf(layout));
  const { value: finished } = readFinished(`.${format}`, bytes);
  if (finished === undefined) return fail(diagnostics);
  const lines = sourcedLines(printDocument((traced ?? plain).document), reading);
  const pieces = sourcedPieces(finishedPieces(finished), lines);
  return succeed({ reading, pieces, finished, diagnostics }, diagnostics);
}

function refuse({ reading, pieces }: PrintedReport, edited: readonly Piece[]): Refusal | undefined {
  const unit = reading.facts.unit?.name;
  if (unit !== undefined && isOfOtherUnit(unit, pieces, edited)) return { why: 'other-unit', unit };
  const share = recognisedShare(pieces, edited);
  return share < LEAST_RECOGNISED ? { why: 'other-report', share } : undefined;
}

interface Work {
  readonly finished: FinishedDocument;
  readonly pieces: readonly Piece[];
  readonly source: Source;
  readonly options: AbsorbOptions;
  readonly format: 'docx' | 'txt';
  readonly base: PrintedReport;
  /** Whose the differences are, where the report is known as it was made. */
  readonly sides: SidesTold | undefined;
}

/** The facts as far as they were edited, and the report that they give. */
interface State {
  readonly text: string;
  readonly report: PrintedReport;
}

class Absorber {
  readonly #work: Work;
  readonly #before: string;

  constructor(work: Work) {
    this.#work = work;
    this.#before = decodeText(work.source.bytes).text;
  }

  async absorb(): Promise<Absorbed | Refusal> {
    const { base, pieces } = this.#work;
    const { values, lists } = propose(base.pieces, pieces, base.reading.facts);
    const { edits, conflicts } = gatherEdits(values, base.reading.facts);
    const open = conflicts.filter(({ path }) => !this.isSkipped(path));
    if (open.length > 0) return { why: 'conflict', conflicts: open };
    let state: State = { text: this.#before, report: base };
    const taken: ValueEdit[] = [];
    const wanted = edits.filter(({ path }) => !this.isSkipped(path));
    state = await this.takeValues(state, wanted, taken);
    const takenLists: ListProposal[] = [];
    for (const list of lists.filter((each) => !this.isSkipped(each.list, each.removed))) {
      const next = await this.takeList(state, list);
      if (next === undefined) continue;
      state = next.state;
      takenLists.push(next.taken);
    }
    return this.conclude(state, taken, takenLists);
  }

  /** Whether a fact, or an item of a list, is one of those that are to stay. */
  private isSkipped(path: string, items: readonly number[] = []): boolean {
    const paths = [path, ...items.map((index) => `${path}.${index}`)];
    return paths.some((each) => isNamed(each, this.#work.options.skip ?? []));
  }

  /** All at once; where the outcome then is not what was asked for in some fact, one by one. */
  private async takeValues(state: State, edits: readonly ValueEdit[], taken: ValueEdit[]): Promise<State> {
    const all = await this.tryEdits(
      state,
      edits.map(({ edit }) => edit),
    );
    const isSure = edits.every(({ after }) => after !== '');
    if (isSure && all !== undefined && !this.isMissed(all, edits)) {
      taken.push(...edits);
      return all;
    }
    let current = state;
    for (const each of edits) {
      const next = await this.tryEdits(current, [each.edit]);
      if (next === undefined || !this.isNearer(next, current, each)) continue;
      taken.push(each);
      current = next;
    }
    return current;
  }

  /** Whether a text that was edited still prints otherwise than the edited report has it, where it was edited. */
  private isMissed(state: State, edits: readonly ValueEdit[]): boolean {
    const asked = new Map(
      edits.flatMap((edit) => (edit.isFigure ? [] : [[edit.path, edit.paragraphs] as const])),
    );
    return differencesOf(state.report.pieces, this.#work.pieces).some(
      ({ sources, isLayout, paragraph }) =>
        !isLayout && sources.some((source) => asked.get(ownerOf(source) ?? '')?.includes(paragraph)),
    );
  }

  /** Of a text that is taken out the report must lose the better part: a template may say something of its own in its place. */
  private isNearer(next: State, current: State, edit: ValueEdit): boolean {
    const gain = edit.after === '' ? edit.before.length / 2 : 0;
    const [then, now] = [this.distanceAt(next, edit), this.distanceAt(current, edit) - gain];
    // Of a text that was changed in two places, here so and there so, each place then has the other's change too.
    return edit.paragraphs.length > 1 ? then <= now : then < now;
  }

  /** How far the report is from the edited one where an edit was read out of it; of what is gone, everywhere. */
  private distanceAt(state: State, { paragraphs }: ValueEdit): number {
    if (paragraphs.includes(NOWHERE)) return this.distanceOf(state);
    return differencesOf(state.report.pieces, this.#work.pieces)
      .filter(({ paragraph, isLayout }) => !isLayout && paragraphs.includes(paragraph))
      .reduce((sum, { size }) => sum + size, 0);
  }

  private async takeList(
    state: State,
    list: ListProposal,
  ): Promise<{ readonly state: State; readonly taken: ListProposal } | undefined> {
    const distance = this.distanceOf(state);
    for (const parts of PARTS) {
      const edits = listEdits(list, parts);
      if (edits.length === 0) continue;
      const next = await this.tryEdits(state, edits);
      if (next === undefined || this.distanceOf(next) >= distance) continue;
      const items = parts.inserts ? list.items : list.items.filter((item) => typeof item === 'number');
      return { state: next, taken: { ...list, items, removed: parts.removes ? list.removed : [] } };
    }
    return undefined;
  }

  private distanceOf({ report }: State): number {
    return measureDifference(report.pieces, this.#work.pieces);
  }

  private async tryEdits(
    state: State,
    edits: Parameters<typeof editFactsText>[1],
  ): Promise<State | undefined> {
    const { text, refused } = editFactsText(state.text, edits);
    if (refused.length > 0) return undefined;
    if (text === state.text) return state;
    const { source, options, format } = this.#work;
    const edited = { file: source.file, bytes: new TextEncoder().encode(text) };
    const [{ diagnostics: unread }, { diagnostics: known }] = [
      await readFacts(edited),
      await readFacts(source),
    ];
    if (unread.length > known.length) return undefined;
    const { value: report } = await printReport(edited, options, format);
    // What a report cannot be without is not taken out.
    const isWhole =
      report !== undefined && report.reading.missing.length <= this.#work.base.reading.missing.length;
    return isWhole ? { text, report } : undefined;
  }

  private async conclude(
    state: State,
    taken: readonly ValueEdit[],
    lists: readonly ListProposal[],
  ): Promise<Absorbed> {
    const { base, finished, source, sides } = this.#work;
    const places = await base.reading.places();
    const found = differencesOf(base.pieces, this.#work.pieces);
    const left = differencesOf(state.report.pieces, this.#work.pieces);
    const teller = new Teller({
      options: this.#work.options,
      places,
      source,
      base,
      finished,
      found,
      left,
      state,
      taken,
      lists,
      sides,
    });
    return {
      changes: teller.tell(),
      comments: commentsIn(finished).map((comment) => ({ ...comment, ...placeOfComment(finished, comment) })),
      before: this.#before,
      after: state.text,
      diagnostics: newErrors(base.diagnostics, state.report.diagnostics),
    };
  }
}

function isNamed(path: string, names: readonly string[]): boolean {
  const chinese = chinesePath(path);
  return names.some((name) => isWithin(path, name) || isWithin(chinese, name));
}

/** All of a list's changes, or as many as bring the facts nearer to the report. */
const PARTS: readonly ListParts[] = [
  { removes: true, inserts: true, moves: true },
  { removes: true, inserts: true, moves: false },
  { removes: true, inserts: false, moves: false },
  { removes: false, inserts: true, moves: false },
  { removes: false, inserts: false, moves: true },
];

function placeOfComment(
  finished: FinishedDocument,
  { paragraph }: ListedComment,
): Pick<ListedComment, 'place'> {
  return paragraph === undefined ? {} : { place: placeIn(finished, paragraph) };
}

/** As people find it: “三、存在的问题”第2段. What is there is told beside it. */
function placeIn(finished: FinishedDocument, paragraph: number): string {
  const place = describePlace(finished, { line: paragraph, column: 1 });
  return place === '' ? `第${paragraph}段` : place.replace(/：“[^”]*”$/, '');
}

function newErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(before.map(({ rule, message, path }) => `${rule} ${path} ${message}`));
  return after.filter(
    ({ severity, rule, message, path }) => severity === 'error' && !known.has(`${rule} ${path} ${message}`),
  );
}

interface Told {
  readonly options: AbsorbOptions;
  readonly places: Places;
  readonly source: Source;
  readonly base: PrintedReport;
  readonly finished: FinishedDocument;
  /** How the edited report differs from the facts as they are, and as they are to be. */
  readonly found: readonly Difference[];
  readonly left: readonly Difference[];
  readonly state: State;
  readonly taken: readonly ValueEdit[];
  readonly lists: readonly ListProposal[];
  readonly sides: SidesTold | undefined;
}

/** Puts into words what was taken, and what is left. */
class Teller {
  readonly #told: Told;
  /** What differed before anything was taken. */
  readonly #known: ReadonlySet<string>;

  constructor(told: Told) {
    this.#told = told;
    this.#known = new Set(told.found.map(({ before, after }) => `${before}\n${after}`));
  }

  tell(): Change[] {
    const { taken, lists, left } = this.#told;
    const explained = new Set<Difference>();
    const facts = taken.map((edit) => this.valueChange(edit, explained));
    const items = lists.flatMap((list) => this.listChanges(list));
    const rest = left.filter((each) => !explained.has(each));
    const wording = rest.filter(({ isLayout }) => !isLayout).map((each) => this.leftChange(each));
    const layout = this.layoutCount(rest.filter(({ isLayout }) => isLayout).length);
    const changes = [...facts, ...items, ...wording];
    const { sides } = this.#told;
    if (sides === undefined) return [...changes, ...layout];
    const isBoth = ({ after }: Change) =>
      sides.byBoth.some((each) => each.after !== '' && after.includes(each.after));
    const told = changes.map(
      (change): Change => ({
        ...change,
        side: 'report',
        ...(isBoth(change) && { note: '两边都改了，以报告里的为准' }),
      }),
    );
    return [...told, ...this.factsChanges(sides), ...layout];
  }

  /** A fact that prints at several places changed once. */
  private factsChanges({ byFacts }: SidesTold): Change[] {
    const changes = new Map<string, Change>();
    for (const each of byFacts) {
      const change = this.factsChange(each);
      const key = change.path ?? `${change.before}\n${change.after}`;
      const first = changes.get(key);
      const { paragraph } = each;
      const print = {
        paragraph,
        place: this.placeInReport(paragraph),
        before: each.before,
        after: each.after,
      };
      changes.set(key, first === undefined ? change : { ...first, also: [...(first.also ?? []), print] });
    }
    return [...changes.values()];
  }

  /** What the facts say otherwise than when the report was made: `before` as the report has it, `after` as the facts do. */
  private factsChange({ before, after, paragraph, sources }: Difference): Change {
    const path = sources.map((source) => source?.path).find((each) => each !== undefined);
    return {
      kind: after === '' ? 'new' : before === '' ? 'removed' : path === undefined ? 'wording' : 'fact',
      ...(path === undefined
        ? { file: this.#told.finished.file, line: paragraph }
        : { path, ...this.placeOf(path) }),
      before: after,
      after: before,
      side: 'facts',
      isTaken: false,
    };
  }

  private valueChange(edit: ValueEdit, explained: Set<Difference>): Change {
    const { path, before, after, paragraphs } = edit;
    const also: Print[] = [];
    for (const each of this.#told.left) {
      const { sources, paragraph } = each;
      const isPrint = sources.some((source) => source?.path === path || ownerOf(source) === path);
      const isOwn = paragraphs.length === 1 && paragraphs.includes(paragraph);
      if (!isPrint || isOwn || explained.has(each)) continue;
      explained.add(each);
      also.push({ paragraph, place: this.placeInReport(paragraph), before: each.before, after: each.after });
    }
    return {
      kind: before === '' ? 'new' : after === '' ? 'removed' : 'fact',
      path,
      ...this.placeOf(path),
      before,
      after,
      isTaken: true,
      // The report as it was built had all of its prints alike.
      ...(also.length > 0 && { also, side: 'report' as const }),
    };
  }

  private listChanges({ list, items, removed }: ListProposal): Change[] {
    const { base } = this.#told;
    const gone = removed.map((index): Change => {
      const path = `${list}.${index}`;
      return {
        kind: 'removed',
        path,
        ...this.placeOf(path),
        before: itemText(valueAt(base.reading.facts, path.split('.'))),
        after: '',
        isTaken: true,
      };
    });
    const added = items.flatMap((item, at): Change[] =>
      typeof item === 'number'
        ? []
        : [
            {
              kind: 'new',
              path: `${list}.${at}`,
              ...this.placeOf(list),
              before: '',
              after: item.text,
              isTaken: true,
            },
          ],
    );
    return [...gone, ...added, ...this.moves(list, items)];
  }

  /** Items that stand before one that they came after. */
  private moves(list: string, items: ListProposal['items']): Change[] {
    const order = items.filter((item) => typeof item === 'number');
    return order.flatMap((index, at): Change[] => {
      const isBack =
        order.slice(at + 1).some((other) => other < index) &&
        !order.slice(0, at).some((other) => other > index);
      if (!isBack || order.slice(at + 1).filter((other) => other < index).length > order.length / 2 + 1)
        return [];
      const path = `${list}.${index}`;
      return [
        {
          kind: 'fact',
          path,
          ...this.placeOf(path),
          before: `第${index + 1}项`,
          after: `第${items.indexOf(index) + 1}项`,
          isTaken: true,
          note: '次序变了',
        },
      ];
    });
  }

  private leftChange({ before, after, paragraph, sources }: Difference): Change {
    const owned = sources.filter((source) => source !== undefined);
    const isChanged = ({ path }: { readonly path: string }) =>
      this.#told.taken.some((edit) => isWithin(path, edit.path));
    const source = owned.find((each) => !isChanged(each));
    const isNew = !this.#known.has(`${before}\n${after}`);
    return {
      kind: before === '' ? 'new' : after === '' ? 'removed' : 'wording',
      ...(source !== undefined && { path: source.path }),
      ...this.inReport(paragraph),
      before,
      after,
      isTaken: false,
      note:
        isNew || (source === undefined && owned.length > 0)
          ? FOLLOWS
          : source === undefined
            ? TEMPLATE
            : this.whyLeft(source, after === ''),
    };
  }

  private whyLeft({ kind, path }: NonNullable<CharacterSource>, isGone: boolean): string {
    const name = chinesePath(path);
    if (isNamed(path, this.#told.options.skip ?? [])) return `按 --skip 不动“${name}”`;
    if (kind === 'figure') return `模板里的话，印着“${name}”`;
    const prints = this.#told.state.report.pieces.filter(({ sources }) =>
      sources.some((source) => source?.path === path),
    );
    return isGone && prints.length > 1 ? `“${name}”别处还印着，没有删` : `出自“${name}”，没能写回`;
  }

  private inReport(paragraph: number): Pick<Change, 'file' | 'line' | 'place'> {
    return { file: this.#told.finished.file, line: paragraph, place: this.placeInReport(paragraph) };
  }

  private placeInReport(paragraph: number): string {
    return placeIn(this.#told.finished, paragraph);
  }

  private placeOf(path: string): { readonly file: string; readonly line: number } {
    const { places, source } = this.#told;
    const { file = source.file, start } = places.rangeOf({ path });
    return { file, line: start.line };
  }

  /** How it looks: what the standard would have otherwise and our own report has not, and numbers that somebody set. */
  private layoutCount(numbers: number): Change[] {
    const { finished, base } = this.#told;
    const count = numbers + Math.max(0, deviationsOf(finished) - deviationsOf(base.finished));
    if (count === 0) return [];
    const note = '版式、编号和空格由程序来定，不写回';
    return [{ kind: 'layout', file: finished.file, before: '', after: '', isTaken: false, count, note }];
  }
}

const TEMPLATE = '模板里的话';
const FOLLOWS = '事实改了以后，模板这样写';

function deviationsOf(document: FinishedDocument): number {
  if (document.word === undefined) return 0;
  return judgeLayout(document, document.word.document).reduce(
    (sum, { deviations }) => sum + deviations.length,
    0,
  );
}

/** An item as one text: its title and what else it says. */
function itemText(item: unknown): string {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null) return '';
  const { title, item: name, body } = item as Readonly<Record<string, unknown>>;
  return [title ?? name, body].filter((each) => typeof each === 'string').join('。');
}
