import type { Cell } from './cell.ts';
import { escapeText } from './markup.ts';

/** One part of a whole and its count. */
export interface TallyPart {
  readonly name: string;
  readonly count: Cell;
}

/** The parts of a whole by kind, age or education, in the file's order; a part can also be reached by its name. */
export class TallyCell implements Cell {
  readonly path: string;
  readonly unit: string;
  readonly parts: readonly TallyPart[];
  readonly isPresent: boolean;
  /** A part by its name. */
  [name: string]: unknown;

  constructor(path: string, unit: string, parts: readonly TallyPart[]) {
    this.path = path;
    this.unit = unit;
    this.parts = parts;
    this.isPresent = parts.length > 0;
    for (const { name, count } of parts) if (!(name in this)) this[name] = count;
  }

  toHTML(): string {
    return this.list('');
  }

  /** 机关党支部3个、村党支部6个: `noun` is set behind each name that does not end with it. */
  list(noun: string, unit = this.unit): string {
    return this.parts.map((part) => print(part, noun, unit)).join('、');
  }
}

function print({ name, count }: TallyPart, noun: string, unit: string): string {
  const called = withNoun(name, noun);
  const link = /[0-9]$/.test(called) ? '有' : '';
  return `${escapeText(called)}${link}${count.toHTML()}${unit}`;
}

/** 行政 and 编制 give 行政编制; 行政编制 stays as it is, and 机关支部 needs no 党支部 behind it. */
export function withNoun(name: string, noun: string): string {
  const core = noun.slice(-2);
  return noun === '' || name.includes(noun) || name.endsWith(core) ? name : name + noun;
}
