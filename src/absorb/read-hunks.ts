import { stepsOf } from '../facts/fact-path.ts';
import type { Scalar } from '../facts/field.ts';
import { readScalar } from '../facts/read-scalar.ts';
import { Refusal } from '../facts/refusal.ts';
import {
  type CharacterSource,
  cellsOf,
  type FigureSource,
  ownerOf,
  type ReportPiece,
  type SourcedPiece,
} from './piece.ts';
import { type Hunk, tokenHunks } from './token-hunks.ts';

/** Other words in a fact's text, in offsets of the text as the facts have it. */
export interface TextChange {
  readonly kind: 'text';
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The paragraph of the edited report that has it so. */
  readonly paragraph: number;
}

/** Another number or date in the place of a fact's. */
export interface FigureChange {
  readonly kind: 'figure';
  readonly path: string;
  readonly before: string;
  readonly value: string;
  readonly paragraph: number;
}

export type ValueChange = TextChange | FigureChange;

/** What the changes of one piece are to the facts; those of the template's own words are none. */
export function readChanges(base: SourcedPiece, edited: ReportPiece): ValueChange[] {
  if (base.kind === 'paragraph') return new PieceReader(base, edited.paragraph).read(edited.text);
  const cells = cellsOf(edited);
  return [...cellsOf(base)].flatMap(([column, [start, end]]) => {
    const [from, to] = cells.get(column) ?? [0, 0];
    const cell = { ...base, text: base.text.slice(start, end), sources: base.sources.slice(start, end) };
    const paragraph = edited.cellParagraphs?.get(column) ?? edited.paragraph;
    return new PieceReader(cell, paragraph).read(edited.text.slice(from, to));
  });
}

class PieceReader {
  private readonly text: string;
  private readonly sources: readonly CharacterSource[];
  private readonly paragraph: number;
  private readonly changes: ValueChange[] = [];

  constructor({ text, sources }: Pick<SourcedPiece, 'text' | 'sources'>, paragraph: number) {
    this.text = text;
    this.sources = sources;
    this.paragraph = paragraph;
  }

  read(edited: string): ValueChange[] {
    for (const { start, end, text } of this.joinAcrossFigures(tokenHunks(this.text, edited))) {
      this.settle(start, end, text);
    }
    return this.changes;
  }

  /** A date is one figure of several numbers: hunks inside it, and one that reaches over its edge, are one hunk over all of it. */
  private joinAcrossFigures(hunks: readonly Hunk[]): Hunk[] {
    const joined: Hunk[] = [];
    for (const hunk of hunks) {
      const [start, end] = this.widened(hunk);
      const last = joined.at(-1);
      if (last !== undefined && start < last.end) {
        const gap = this.text.slice(last.end, hunk.start);
        const rest = this.text.slice(hunk.end, Math.max(end, last.end));
        joined[joined.length - 1] = {
          start: last.start,
          end: Math.max(end, last.end),
          text: cut(last.text, last.end - hunk.start) + gap + hunk.text + rest,
        };
      } else {
        const text = this.text.slice(start, hunk.start) + hunk.text + this.text.slice(hunk.end, end);
        joined.push({ start, end, text });
      }
    }
    return joined;
  }

  private widened({ start, end }: Hunk): readonly [start: number, end: number] {
    let [from, to] = [start, end];
    const first = this.sources[from];
    const last = this.sources[to - 1];
    // What is put between two characters of a figure is in it.
    const isInside = start < end || (first?.kind === 'figure' && first === this.sources[start - 1]);
    if (isInside && first?.kind === 'figure') while (this.sources[from - 1] === first) from -= 1;
    if (isInside && start === end && first?.kind === 'figure') while (this.sources[to] === first) to += 1;
    if (start < end && last?.kind === 'figure') while (this.sources[to] === last) to += 1;
    return [from, to];
  }

  /** Takes the figures of a stretch one by one, where what stands for it has as many; what lies between them is text. */
  private settle(start: number, end: number, text: string): void {
    const before = this.text.slice(start, end);
    if (before === text) return;
    if ((before + text).trim() === '') {
      if ((before + text).includes('\n')) this.changeBreak(start, end, text);
      return;
    }
    const figures = this.figuresIn(start, end);
    const [first] = figures;
    const match = first && matchFigures(figures, text);
    if (first === undefined || match === undefined) {
      this.changeText(start, end, text);
      return;
    }
    const figureEnd = first.start + first.source.text.length;
    this.settle(start, first.start, text.slice(0, match.index));
    this.changeFigure(first, match[0]);
    this.settle(figureEnd, end, text.slice(match.index + match[0].length));
  }

  /** A paragraph of a fact's text that is cut in two, or two that are one now; between two facts it is for the template to say. */
  private changeBreak(start: number, end: number, text: string): void {
    const [left, right] = [this.sources[start - 1], this.sources[end]];
    const path = ownerOf(left);
    if (left === undefined || right === undefined || path === undefined || path !== ownerOf(right)) return;
    const [, from] = writtenOf(left);
    const [to] = writtenOf(right);
    if (isLongText(path)) this.put(path, from, to, text.includes('\n') ? '\n' : '');
  }

  private figuresIn(start: number, end: number): HunkFigure[] {
    const figures: HunkFigure[] = [];
    for (let at = start; at < end; at++) {
      const source = this.sources[at];
      if (source?.kind !== 'figure' || source === this.sources[at - 1]) continue;
      if (!source.isName && at + source.text.length <= end) figures.push({ source, start: at });
    }
    return figures;
  }

  private changeFigure({ source, start }: HunkFigure, said: string): void {
    const value = figureValue(source.path, said);
    if (value === source.text) return;
    if (value === undefined) this.changeText(start, start + source.text.length, said);
    else
      this.changes.push({
        kind: 'figure',
        path: source.path,
        before: source.text,
        value,
        paragraph: this.paragraph,
      });
  }

  /** Other words in facts' texts; of a stretch over several, the first gets what is new. */
  private changeText(start: number, end: number, text: string): void {
    const runs = this.ownedRuns(start, end);
    const [first] = runs;
    if (first === undefined) {
      this.insertBeside(start, end, text);
      return;
    }
    for (const run of runs) this.put(run.path, run.from, run.to, run === first ? text : '');
  }

  /** Stretches of one fact's text each, in its own offsets; the template's words between them go by themselves. */
  private ownedRuns(
    start: number,
    end: number,
  ): { readonly path: string; readonly from: number; to: number }[] {
    const runs: { readonly path: string; readonly from: number; to: number }[] = [];
    for (let at = start; at < end; at++) {
      const source = this.sources[at];
      const path = ownerOf(source);
      if (source === undefined || path === undefined) continue;
      const [from, to] = writtenOf(source);
      const last = runs.at(-1);
      if (last?.path === path && from >= last.from) last.to = Math.max(last.to, to);
      else runs.push({ path, from, to });
    }
    return runs;
  }

  /** What is new between the template's words belongs to the fact's text that it touches, or that ends right before its closing mark. */
  private insertBeside(start: number, end: number, text: string): void {
    const removed = this.text.slice(start, end);
    const isOnlyClosing = CLOSING_ONLY.test(removed);
    if (start < end && !isOnlyClosing) return;
    const left = this.sources[start - 1];
    const right = this.sources[end];
    if (left !== undefined && ownerOf(left) !== undefined) {
      const [, at] = writtenOf(left);
      this.put(ownerOf(left), at, at, removed === '' ? text : openEnd(text));
      return;
    }
    if (start < end) return;
    if (right !== undefined && ownerOf(right) !== undefined) {
      const [at] = writtenOf(right);
      this.put(ownerOf(right), at, at, text);
      return;
    }
    const mark = this.text[start - 1] ?? '';
    const before = this.sources[start - 2];
    const path = ownerOf(before);
    if (!CLOSING_ONLY.test(mark) || mark === '' || before === undefined || path === undefined) return;
    const [, at] = writtenOf(before);
    if (isLongText(path) || SENTENCE_LISTS.test(path)) this.put(path, at, at, mark + openEnd(text));
  }

  private put(path: string | undefined, start: number, end: number, text: string): void {
    if (path === undefined || (start === end && text === '')) return;
    const said = isLongText(path) ? text : text.replaceAll('\n', '');
    this.changes.push({ kind: 'text', path, start, end, text: said, paragraph: this.paragraph });
  }
}

interface HunkFigure {
  readonly source: FigureSource;
  readonly start: number;
}

const CLOSING_ONLY = /^[。；，、：]*$/;
/** Texts to which a sentence may be added; evidence is a list of names. */
const SENTENCE_LISTS = /\.(?:points|cases|results)\.\d+$/;

/** Its last mark is set by the template again. */
function openEnd(text: string): string {
  return text.replace(/[。；]$/, '');
}

function cut(text: string, length: number): string {
  return length > 0 ? text.slice(0, Math.max(0, text.length - length)) : text;
}

/** Where in the text of the fact that a character belongs to it stands. */
export function writtenOf(source: NonNullable<CharacterSource>): readonly [start: number, end: number] {
  if (source.kind === 'text') return [source.offset, source.offset + 1];
  return [source.within?.start ?? 0, source.within?.end ?? 0];
}

/** What the first of several figures became, where a text has as many of its form. */
function matchFigures(figures: readonly HunkFigure[], text: string): RegExpExecArray | undefined {
  const form = figureForm(figures[0]);
  const wanted = figures.filter((figure) => figureForm(figure) === form).length;
  const found = [...text.matchAll(form)];
  return found.length === wanted ? (found[0] as RegExpExecArray) : undefined;
}

/** How a figure of its kind is written. */
function figureForm(figure: HunkFigure | undefined): RegExp {
  const step = stepsOf(figure?.source.path ?? '')?.at(-1);
  const kind = step?.kind === 'field' ? step.field.kind : undefined;
  return kind === 'date' || kind === 'deadline' ? HUNK_DATE : HUNK_NUMBER;
}

const HUNK_DATE = /\d{4}年\d{1,2}月(?:\d{1,2}日)?|长期坚持/g;
const HUNK_NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/** A prose of which a report may print several paragraphs. */
export function isLongText(path: string): boolean {
  const step = stepsOf(path)?.at(-1);
  return step?.kind === 'field' && step.field.kind === 'prose' && !SHORT_TEXTS.has(step.name);
}

const SHORT_TEXTS: ReadonlySet<string> = new Set(['title', 'recipient', 'item', 'answer', 'aspect']);

/** What a fact may hold of a figure as it was typed; undefined where it is no such figure. */
export function figureValue(path: string, said: string): string | undefined {
  const step = stepsOf(path)?.at(-1);
  const text = said.replaceAll(',', '');
  const field = step?.kind === 'field' ? step.field : { kind: 'amount', zh: '', rollUp: 'sum' };
  return readScalar(field as Scalar, text) instanceof Refusal ? undefined : text;
}
