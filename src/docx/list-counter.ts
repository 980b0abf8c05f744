import { formatNumber } from './number-formats.ts';
import type { NumberedLevel, Numbering } from './numbering.ts';

/** A number that Word sets before a paragraph. */
export interface ListNumber {
  /** As it prints, without what comes after it; empty for a bullet. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** From 0. */
  readonly level: number;
  readonly format: string;
}

/** A number that is longer is cut off; no list of a report comes near. */
const LONGEST_NUMBER = 64;

/** Counts the numbers of lists, which stand nowhere in the text, in the order of the paragraphs. */
export class ListCounter {
  /** Whether a number was too long to be printed whole. */
  hasCut = false;
  private readonly numbering: Numbering;
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(numbering: Numbering) {
    this.numbering = numbering;
  }

  /** The number of the next paragraph of that level. */
  next(level: NumberedLevel): ListNumber {
    const counts = this.counts.get(level.list.id) ?? [];
    this.counts.set(level.list.id, counts);
    counts[level.index] = this.startOf(level) ?? (counts[level.index] ?? level.start - 1) + 1;
    this.restart(level, counts);
    const { suffix, index, format } = level;
    return { text: this.print(level, counts), suffix, level: index, format };
  }

  /** A use of a list with a start of its own begins there once (17.9.26). */
  private startOf({ use, index, start }: NumberedLevel): number | undefined {
    const key = `${use.id} ${index}`;
    if (this.started.has(key)) return undefined;
    this.started.add(key);
    return use.starts.get(index) ?? (use.levels.has(index) ? start : undefined);
  }

  /** The levels below begin anew, unless they say after which level they do. */
  private restart(level: NumberedLevel, counts: (number | undefined)[]): void {
    for (let below = level.index + 1; below < counts.length; below += 1) {
      const after = this.numbering.above(level, below)?.restartAfter;
      if (after === undefined || level.index < after) counts[below] = undefined;
    }
  }

  private print(level: NumberedLevel, counts: readonly (number | undefined)[]): string {
    if (level.format === 'bullet' || level.format === 'none') return '';
    let text = '';
    for (const piece of level.text.slice(0, LONGEST_NUMBER).split(/(%[1-9])/)) {
      text += /^%[1-9]$/.test(piece) ? this.numberAt(level, Number(piece[1]) - 1, counts) : piece;
    }
    if (level.text.length > LONGEST_NUMBER || text.length > LONGEST_NUMBER) this.hasCut = true;
    return text.slice(0, LONGEST_NUMBER);
  }

  private numberAt(level: NumberedLevel, index: number, counts: readonly (number | undefined)[]): string {
    const above = index === level.index ? level : this.numbering.above(level, index);
    if (above === undefined || index > level.index) return '';
    const isPlain = level.isLegal && above.format !== 'none' && above.format !== 'bullet';
    return formatNumber(counts[index] ?? above.start, isPlain ? 'decimal' : above.format);
  }
}
