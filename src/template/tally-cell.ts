import { type Cell, FigureCell } from './cell.ts';
import { escapeText } from './markup.ts';
import { isZero } from './zero.ts';

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
    for (const { name, count } of parts) if (!OWN_NAMES.has(name)) this[name] = count;
  }

  toHTML(): string {
    return this.list('');
  }

  /** 机关党支部3个、村党支部6个，没有社区党支部: `noun` is set after each name that does not end with it. */
  list(noun: string, unit?: string): string {
    const zeros = unit === undefined ? this.parts.filter(({ count }) => isZero(count)) : [];
    const told = this.parts.filter((part) => !zeros.includes(part));
    const none = zeros.map((part) => printZero(part, noun)).join('、');
    return [
      told.map((part) => printTallyPart(part, noun, unit ?? this.unit)).join('、'),
      none && `没有${none}`,
    ]
      .filter(Boolean)
      .join('，');
  }

  /** 均为村党支部, where there is one part and it is the whole; a lone one is 为村党支部. */
  sole(whole: unknown, noun: string): string | undefined {
    const [part, second] = this.parts;
    const count = part?.count;
    if (part === undefined || second !== undefined || !(count instanceof FigureCell)) return undefined;
    if (!(whole instanceof FigureCell) || whole.value !== count.value) return undefined;
    return `${whole.value === 1 ? '' : '均'}为${asFigure(part, withNoun(part.name, noun))}`;
  }
}

/** What a part may be called all the same, but cannot be reached by. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  ...['path', 'unit', 'parts', 'isPresent'],
  ...[TallyCell, Object].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)),
]);

function printTallyPart({ name, count }: TallyPart, noun: string, unit: string): string {
  const called = withNoun(name, noun);
  const link = /[0-9]$/.test(called) ? '有' : '';
  return `${escapeText(called)}${link}${count.toHTML()}${unit}`;
}

function printZero(part: TallyPart, noun: string): string {
  const called = withNoun(part.name, noun);
  return asFigure(part, /[下上岁后]$/.test(called) ? `${called}的` : called);
}

function asFigure({ count }: TallyPart, words: string): string {
  return `<data value="${escapeText(count.path)}">${escapeText(words)}</data>`;
}

/** 行政 and 编制 give 行政编制; 行政编制 stays as it is, and 机关支部 needs no 党支部 after it. */
export function withNoun(name: string, noun: string): string {
  const core = noun.slice(-2);
  return noun === '' || name.includes(noun) || name.endsWith(core) ? name : name + noun;
}
