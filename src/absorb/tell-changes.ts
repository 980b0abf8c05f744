import type { Places } from '../diagnostics/finding.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import { chinesePath, isWithin, valueAt } from '../facts/fact-path.ts';
import type { Facts } from '../facts/facts.ts';
import { judgeLayout } from '../layout/judge-layout.ts';
import type { Change, Print } from './change.ts';
import type { Difference } from './differences.ts';
import type { ValueEdit } from './gather-edits.ts';
import { movedItems } from './list-edits.ts';
import { type CharacterSource, ownerOf, type SourcedPiece } from './piece.ts';
import { reportPlace } from './place-in.ts';
import type { ListProposal } from './propose-lists.ts';
import type { SidesTold } from './three-sides.ts';

/** What came of holding an edited report against its facts. */
export interface ComparedReport {
  readonly facts: Facts;
  /** The places of the facts as they are. */
  readonly places: Places;
  readonly edited: FinishedDocument;
  /** The report that the facts give as they are. */
  readonly built: FinishedDocument;
  /** The one that they give after all that is taken. */
  readonly pieces: readonly SourcedPiece[];
  /** How the edited report differs from the facts as they are, and as they are to be. */
  readonly found: readonly Difference[];
  readonly left: readonly Difference[];
  readonly taken: readonly ValueEdit[];
  readonly lists: readonly ListProposal[];
  readonly sides: SidesTold | undefined;
  /** Facts that are left as they are. */
  readonly skip: readonly string[];
}

/** Puts into words what of an edited report is taken into the facts, and what is left. */
export function tellChanges(told: ComparedReport): Change[] {
  return new Teller(told).tell();
}

class Teller {
  readonly #told: ComparedReport;
  /** What differed before anything was taken. */
  readonly #known: ReadonlySet<string>;

  constructor(told: ComparedReport) {
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
        ? { file: this.#told.edited.file, line: paragraph }
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
    const { facts } = this.#told;
    const gone = removed.map((index): Change => {
      const path = `${list}.${index}`;
      return {
        kind: 'removed',
        path,
        ...this.placeOf(path),
        before: newItemText(valueAt(facts, path.split('.'))),
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

  private moves(list: string, items: ListProposal['items']): Change[] {
    return movedItems(items.filter((item) => typeof item === 'number')).map((index) => ({
      kind: 'fact',
      path: `${list}.${index}`,
      ...this.placeOf(`${list}.${index}`),
      before: `第${index + 1}项`,
      after: `第${items.indexOf(index) + 1}项`,
      isTaken: true,
      note: '次序变了',
    }));
  }

  private leftChange({ before, after, paragraph, sources, whole }: Difference): Change {
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
      ...(isNew
        ? { note: FOLLOWS_FACTS }
        : source !== undefined
          ? this.whyLeft(source, after === '')
          : owned.length > 0
            ? { note: FOLLOWS_FACTS }
            : ofTemplate(before, after, whole)),
    };
  }

  private whyLeft(
    { kind, path }: NonNullable<CharacterSource>,
    isGone: boolean,
  ): Pick<Change, 'note' | 'advice'> {
    const name = chinesePath(path);
    if (isNamedFact(path, this.#told.skip)) return { note: `按 --skip 不动“${name}”` };
    if (kind === 'figure') return { note: `模板里的话，印着“${name}”`, advice: IN_TEMPLATE };
    const prints = this.#told.pieces.filter(({ sources }) => sources.some((source) => source?.path === path));
    return isGone && prints.length > 1
      ? { note: `“${name}”别处还印着，没有删`, advice: '要删的，到事实文件里删去这一项。' }
      : { note: `出自“${name}”，没能写回`, advice: '在事实文件里照着改。' };
  }

  private inReport(paragraph: number): Pick<Change, 'file' | 'line' | 'place'> {
    return { file: this.#told.edited.file, line: paragraph, place: this.placeInReport(paragraph) };
  }

  private placeInReport(paragraph: number): string {
    return reportPlace(this.#told.edited, paragraph);
  }

  private placeOf(path: string): { readonly file: string; readonly line: number } {
    const { places } = this.#told;
    const { file = places.file, start } = places.rangeOf({ path });
    return { file, line: start.line };
  }

  /** How it looks: what the standard would have otherwise and our own report has not, and numbers that somebody set. */
  private layoutCount(numbers: number): Change[] {
    const { edited, built } = this.#told;
    const count = numbers + Math.max(0, countDeviations(edited) - countDeviations(built));
    if (count === 0) return [];
    const note = '版式、编号和空格由程序来定，不写回';
    return [{ kind: 'layout', file: edited.file, before: '', after: '', isTaken: false, count, note }];
  }
}

/** What is no fact's: the template's own words, and what is new and has no place among the facts. */
function ofTemplate(
  before: string,
  after: string,
  whole: Difference['whole'],
): Pick<Change, 'note' | 'advice'> {
  if (before !== '')
    return { note: after === '' ? '模板里的话，事实删不去' : '模板里的话', advice: IN_TEMPLATE };
  if (whole === 'row')
    return { note: '表里新的一行，读不成一项', advice: '在事实文件里照别的项加上这一行说的事。' };
  if (whole === 'heading')
    return {
      note: '新的标题，事实里没有放它的地方',
      advice: '每期都要的，写进自己的模板；只要这一次的，定稿时在 Word 里加。',
    };
  return {
    note: '新的文字，事实里没有放它的地方',
    advice: '每期都要的，写进自己的模板；只要这一次的，定稿时在 Word 里加。',
  };
}

const IN_TEMPLATE =
  '要长期改、删模板里的话，用 report templates new 做一个自己的模板；开头的话也可以写进事实的 引语、前言、结语。';
const FOLLOWS_FACTS = '事实改了以后，模板这样写';

function countDeviations(document: FinishedDocument): number {
  if (document.word === undefined) return 0;
  return judgeLayout(document, document.word.document).reduce(
    (sum, { deviations }) => sum + deviations.length,
    0,
  );
}

/** An item as one text: its title and what else it says. */
function newItemText(item: unknown): string {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null) return '';
  const { title, item: name, body } = item as Readonly<Record<string, unknown>>;
  return [title ?? name, body].filter((each) => typeof each === 'string').join('。');
}

/** Whether a fact is one of those that are named, in either language, or within one. */
export function isNamedFact(path: string, names: readonly string[]): boolean {
  const chinese = chinesePath(path);
  return names.some((name) => isWithin(path, name) || isWithin(chinese, name));
}
