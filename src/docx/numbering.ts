import type { ParagraphProperties, RunProperties } from './properties.ts';
import type { Styles } from './styles.ts';

/** `w:lvl`. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `%1.%2`: what is printed, the levels' numbers in the place of the signs. */
  readonly text: string;
  /** What comes between number and text. */
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** All numbers in digits, whatever their levels' formats. */
  readonly isLegal: boolean;
  /** The level (from 1) after which it starts anew; 0: never. Undefined: after any above it. */
  readonly restartAfter: number | undefined;
  /** The paragraph style whose paragraphs are of this level. */
  readonly style: string | undefined;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

/** `w:abstractNum`: levels, or the numbering style that has them. */
export interface AbstractList {
  readonly id: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly styleLink: string | undefined;
}

/** `w:num`: a list that paragraphs name, with levels that it has otherwise. */
export interface ListUse {
  readonly id: string;
  readonly list: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, ListLevel>;
}

/** A list's level as a paragraph uses it. */
export interface NumberedLevel extends ListLevel {
  /** Lists that several uses share count on together. */
  readonly list: AbstractList;
  readonly use: ListUse;
  readonly index: number;
}

/** `w:numId` 0 takes a paragraph out of its style's list. */
const NO_NUMBERING = '0';
/** ST_DecimalNumber of `w:ilvl`: nine levels (17.9.3). */
const LIST_LEVELS = 9;
/** Numbering styles that name each other are followed so far. */
const MOST_LINKS = 8;

/** `word/numbering.xml`. */
export class Numbering {
  private readonly lists: ReadonlyMap<string, AbstractList>;
  private readonly uses: ReadonlyMap<string, ListUse>;

  constructor(lists: readonly AbstractList[], uses: readonly ListUse[]) {
    this.lists = new Map(lists.map((list) => [list.id, list]));
    this.uses = new Map(uses.map((use) => [use.id, use]));
  }

  /**
   * The level that numbers a paragraph, by what it says itself and by its style; list and level are inherited each for itself.
   * Undefined where it has none, or where what it names is not there or no level at all.
   */
  levelOf(styles: Styles, own: ParagraphProperties): NumberedLevel | undefined {
    const chain = styles.chain('paragraph', own.style);
    const styled = chain.findLast(({ paragraph }) => paragraph.numberingId !== undefined)?.paragraph;
    const id = own.numberingId ?? styled?.numberingId;
    if (id === undefined || id === NO_NUMBERING) return undefined;
    const found = this.resolve(id, styles);
    if (found === undefined) return undefined;
    const index =
      own.numberingLevel === undefined ? levelByStyle(found, chain) : listLevel(own.numberingLevel);
    const level = index === undefined ? undefined : levelAt(found, index);
    return index === undefined || level === undefined ? undefined : { ...level, ...found, index };
  }

  /** The level of that index in the list that numbers `level`, for the numbers of levels above it. */
  above(level: NumberedLevel, index: number): ListLevel | undefined {
    return levelAt(level, index);
  }

  private resolve(id: string, styles: Styles): FoundLevel | undefined {
    const use = this.uses.get(id);
    let source = use;
    for (let links = 0; source !== undefined && links < MOST_LINKS; links += 1) {
      const list: AbstractList | undefined = this.lists.get(source.list);
      if (use === undefined || list === undefined) return undefined;
      if (list.styleLink === undefined) return { use, list };
      const linked: string | undefined = styles.get('numbering', list.styleLink)?.paragraph.numberingId;
      source = linked === undefined ? undefined : this.uses.get(linked);
    }
    return undefined;
  }
}

interface FoundLevel {
  readonly use: ListUse;
  readonly list: AbstractList;
}

/** `w:ilvl` as written; undefined for what is no level. */
export function listLevel(written: string): number | undefined {
  const level = /^\+?\d{1,3}$/.test(written.trim()) ? Number(written) : LIST_LEVELS;
  return level < LIST_LEVELS ? level : undefined;
}

/** Word goes by the level that names the style; other programs write the level into the style. */
function levelByStyle(found: FoundLevel, chain: ReturnType<Styles['chain']>): number | undefined {
  for (const { id, paragraph } of chain.toReversed()) {
    for (let index = 0; index < LIST_LEVELS; index += 1) {
      if (levelAt(found, index)?.style === id) return index;
    }
    if (paragraph.numberingLevel !== undefined) return listLevel(paragraph.numberingLevel);
  }
  return 0;
}

function levelAt({ use, list }: FoundLevel, index: number): ListLevel | undefined {
  return use.levels.get(index) ?? list.levels.get(index);
}

export const NO_NUMBERING_PART = new Numbering([], []);
