import type { Change, ListedComment } from '../absorb/change.ts';
import { commentsIn } from '../absorb/comments-in.ts';
import { differencesOf, measureDifference } from '../absorb/differences.ts';
import { type Conflict, gatherEdits, type ValueEdit } from '../absorb/gather-edits.ts';
import { type ListParts, listEdits } from '../absorb/list-edits.ts';
import { ownerOf, type ReportPiece } from '../absorb/piece.ts';
import { GONE_PARAGRAPH, propose } from '../absorb/propose.ts';
import type { ListProposal } from '../absorb/propose-lists.ts';
import { isNamedFact, tellChanges } from '../absorb/tell-changes.ts';
import type { SidesTold } from '../absorb/three-sides.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import { decodeFacts } from '../facts/decode-text.ts';
import { editFactsText } from '../facts/edit/edit-facts-text.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { Source } from '../facts/source.ts';
import type { RenderOptions } from './build.ts';
import { type PrintedReport, printWithSources } from './print-with-sources.ts';

/** What was changed in a finished report, and the facts file with what of it the facts can say. */
export interface Absorbed {
  readonly changes: readonly Change[];
  readonly comments: readonly ListedComment[];
  /** The facts file's text before and after. */
  readonly before: string;
  readonly after: string;
  /** The errors that the facts have afterwards and did not have before. */
  readonly diagnostics: readonly Diagnostic[];
}

/** An edited report beside the one that its facts give. */
export interface ProposalWork {
  readonly finished: FinishedDocument;
  readonly pieces: readonly ReportPiece[];
  readonly source: Source;
  readonly options: RenderOptions;
  /** Facts that are left as they are. */
  readonly skip: readonly string[];
  readonly format: 'docx' | 'txt';
  readonly base: PrintedReport;
  /** Whose the differences are, where the report is known as it was made. */
  readonly sides: SidesTold | undefined;
}

/** The facts as far as they were edited, and the report that they give. */
interface ProposalState {
  readonly text: string;
  readonly report: PrintedReport;
}

/** Takes into the facts what they can say of an edited report; a fact that the report has in two ways stops it. */
export async function takeProposals(work: ProposalWork): Promise<Absorbed | readonly Conflict[]> {
  return new Absorber(work).absorb();
}

class Absorber {
  readonly #work: ProposalWork;
  readonly #before: string;

  constructor(work: ProposalWork) {
    this.#work = work;
    this.#before = decodeFacts(work.source.bytes).text;
  }

  async absorb(): Promise<Absorbed | readonly Conflict[]> {
    const { base, pieces } = this.#work;
    const { values, lists } = propose(base.pieces, pieces, base.reading.facts);
    const { edits, conflicts } = gatherEdits(values, base.reading.facts);
    const open = conflicts.filter(({ path }) => !this.isSkipped(path));
    if (open.length > 0) return open;
    let state: ProposalState = { text: this.#before, report: base };
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
    return paths.some((each) => isNamedFact(each, this.#work.skip));
  }

  /** All at once; where the outcome then is not what was asked for in some fact, one by one. */
  private async takeValues(
    state: ProposalState,
    edits: readonly ValueEdit[],
    taken: ValueEdit[],
  ): Promise<ProposalState> {
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
  private isMissed(state: ProposalState, edits: readonly ValueEdit[]): boolean {
    const asked = new Map(
      edits.flatMap((edit) => (edit.isFigure ? [] : [[edit.path, edit.paragraphs] as const])),
    );
    return differencesOf(state.report.pieces, this.#work.pieces).some(
      ({ sources, isLayout, paragraph }) =>
        !isLayout && sources.some((source) => asked.get(ownerOf(source) ?? '')?.includes(paragraph)),
    );
  }

  /** Of a text that is taken out the report must lose the better part: a template may say something of its own in its place. */
  private isNearer(next: ProposalState, current: ProposalState, edit: ValueEdit): boolean {
    const gain = edit.after === '' ? edit.before.length / 2 : 0;
    const [then, now] = [this.distanceAt(next, edit), this.distanceAt(current, edit) - gain];
    // Of a text that was changed in two places, here so and there so, each place then has the other's change too.
    return edit.paragraphs.length > 1 ? then <= now : then < now;
  }

  /** How far the report is from the edited one where an edit was read out of it; of what is gone, everywhere. */
  private distanceAt(state: ProposalState, { paragraphs }: ValueEdit): number {
    if (paragraphs.includes(GONE_PARAGRAPH)) return this.distanceOf(state);
    return differencesOf(state.report.pieces, this.#work.pieces)
      .filter(({ paragraph, isLayout }) => !isLayout && paragraphs.includes(paragraph))
      .reduce((sum, { size }) => sum + size, 0);
  }

  private async takeList(
    state: ProposalState,
    list: ListProposal,
  ): Promise<{ readonly state: ProposalState; readonly taken: ListProposal } | undefined> {
    const distance = this.distanceOf(state);
    for (const parts of PROPOSAL_SELECTIONS) {
      const edits = listEdits(list, parts);
      if (edits.length === 0) continue;
      const next = await this.tryEdits(state, edits);
      if (next === undefined) continue;
      if (this.distanceOf(next) >= distance && !this.hasRows(next, state, list)) continue;
      const items = parts.inserts ? list.items : list.items.filter((item) => typeof item === 'number');
      return { state: next, taken: { ...list, items, removed: parts.removes ? list.removed : [] } };
    }
    return undefined;
  }

  /** A row that became an item prints where it was added; where else the template prints items, the report follows the facts. */
  private hasRows(next: ProposalState, state: ProposalState, { items, removed }: ListProposal): boolean {
    const added = items.flatMap((item) => (typeof item === 'number' ? [] : [item]));
    if (added.length === 0 || removed.length > 0 || !added.every(({ isRow }) => isRow)) return false;
    const at = new Set(added.map(({ paragraph }) => paragraph));
    const lacking = ({ report }: ProposalState) =>
      differencesOf(report.pieces, this.#work.pieces).filter(
        ({ paragraph, whole, before }) => at.has(paragraph) && whole === 'row' && before === '',
      ).length;
    return lacking(state) > 0 && lacking(next) === 0;
  }

  private distanceOf({ report }: ProposalState): number {
    return measureDifference(report.pieces, this.#work.pieces);
  }

  private async tryEdits(
    state: ProposalState,
    edits: Parameters<typeof editFactsText>[1],
  ): Promise<ProposalState | undefined> {
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
    const { value: report } = await printWithSources(edited, options, format);
    // What a report cannot be without is not taken out.
    const isWhole =
      report !== undefined && report.reading.missing.length <= this.#work.base.reading.missing.length;
    return isWhole ? { text, report } : undefined;
  }

  private async conclude(
    state: ProposalState,
    taken: readonly ValueEdit[],
    lists: readonly ListProposal[],
  ): Promise<Absorbed> {
    const { base, finished, sides, skip } = this.#work;
    return {
      changes: tellChanges({
        facts: base.reading.facts,
        places: await base.reading.places(),
        edited: finished,
        built: base.finished,
        pieces: state.report.pieces,
        found: differencesOf(base.pieces, this.#work.pieces),
        left: differencesOf(state.report.pieces, this.#work.pieces),
        taken,
        lists,
        sides,
        skip,
      }),
      comments: commentsIn(finished),
      before: this.#before,
      after: state.text,
      diagnostics: addedErrors(base.diagnostics, state.report.diagnostics),
    };
  }
}

/** All of a list's changes, or as many as bring the facts nearer to the report. */
const PROPOSAL_SELECTIONS: readonly ListParts[] = [
  { removes: true, inserts: true, moves: true },
  { removes: true, inserts: true, moves: false },
  { removes: true, inserts: false, moves: false },
  { removes: false, inserts: true, moves: false },
  { removes: false, inserts: false, moves: true },
];

function addedErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(before.map(({ rule, message, path }) => `${rule} ${path} ${message}`));
  return after.filter(
    ({ severity, rule, message, path }) => severity === 'error' && !known.has(`${rule} ${path} ${message}`),
  );
}
