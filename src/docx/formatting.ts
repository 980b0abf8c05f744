import type { Numbering } from './numbering.ts';
import { overlayParagraph, type ParagraphProperties, type RunProperties } from './properties.ts';
import type { WordSettings } from './settings.ts';
import type { Styles, TablePart, WordStyle } from './styles.ts';
import type { TableProperties } from './table-properties.ts';
import { scriptOf, type ThemeFonts, themeFont } from './theme.ts';

/** A paragraph, as far as its looks go: what it says itself, and the cell that it is in. */
export interface Styled {
  readonly properties: ParagraphProperties;
  readonly cell: StyledCell | undefined;
}

interface StyledCell {
  readonly table: StyledTable;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
}

interface StyledTable {
  readonly style: string | undefined;
  readonly look: Readonly<
    Record<'firstRow' | 'lastRow' | 'firstColumn' | 'lastColumn' | 'rowBands' | 'columnBands', boolean>
  >;
  readonly properties: TableProperties;
  readonly rows: { readonly length: number };
  readonly grid: { readonly length: number };
}

/** A run, as far as its looks go. */
export interface StyledRun {
  readonly properties: RunProperties;
}

/**
 * What a paragraph and a run look like in the end (ISO/IEC 29500-1, 17.7.2): defaults, table style, paragraph style, numbering,
 * character style, then what is said at the place itself. Worked out when asked for, once for all that look alike.
 */
export class Formatting {
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private readonly theme: ThemeFonts;
  private readonly script: string;
  private readonly inherited = new Map<string, Inherited>();
  private readonly paragraphs = new WeakMap<ParagraphProperties, Map<Inherited, ParagraphProperties>>();
  private readonly runs = new WeakMap<RunProperties, Map<Inherited, RunProperties>>();
  /** Whether any style hides its text. */
  private readonly hasHidingStyle: boolean;

  constructor(styles: Styles, numbering: Numbering, theme: ThemeFonts, settings: WordSettings) {
    this.styles = styles;
    this.numbering = numbering;
    this.theme = theme;
    this.script = scriptOf(settings.eastAsianLanguage);
    const hides = ({ run, conditions }: WordStyle) =>
      run.vanish === true || [...conditions.values()].some(hidesPart);
    this.hasHidingStyle = hidesPart(styles.defaults) || [...styles.all].some(hides);
  }

  paragraph({ properties, cell }: Styled): ParagraphProperties {
    const inherited = this.inheritedBy(properties.style, cell);
    return rememberFormatting(this.paragraphs, properties, inherited, () =>
      this.mergeParagraph(properties, inherited),
    );
  }

  run(paragraph: Styled, { properties }: StyledRun): RunProperties {
    const inherited = this.inheritedBy(paragraph.properties.style, paragraph.cell);
    return rememberFormatting(this.runs, properties, inherited, () => this.mergeRun(properties, inherited));
  }

  /** How wide a table is and where it stands: what its style says, then what it says itself. */
  table({ style, properties }: StyledTable): TableProperties {
    return Object.assign({}, ...this.styles.chain('table', style).map(({ table }) => table), properties);
  }

  /** Of the paragraph's mark, which its number has too. */
  mark(paragraph: Styled & { readonly mark: RunProperties }): RunProperties {
    return this.run(paragraph, { properties: paragraph.mark });
  }

  /** Whether Word hides the run, as nearly no file asks for; styles are looked at only where one of them does. */
  isHidden(paragraph: Styled, run: StyledRun): boolean {
    const { vanish } = run.properties;
    if (vanish !== undefined) return vanish;
    return this.hasHidingStyle && this.run(paragraph, run).vanish === true;
  }

  /** What a paragraph of that style, in that cell, has before it says anything itself. */
  private inheritedBy(style: string | undefined, cell: StyledCell | undefined): Inherited {
    const conditions = cell === undefined ? [] : conditionsOf(cell);
    const key = `${style ?? ''}\n${cell?.table.style ?? ''}\n${cell === undefined ? '' : conditions.join(' ')}`;
    const known = this.inherited.get(key);
    if (known !== undefined) return known;
    const inherited = this.inherit(style, cell, conditions);
    this.inherited.set(key, inherited);
    return inherited;
  }

  private inherit(
    id: string | undefined,
    cell: StyledCell | undefined,
    conditions: readonly string[],
  ): Inherited {
    const { defaults } = this.styles;
    const table = cell === undefined ? EMPTY_PART : this.tablePart(cell.table.style, conditions);
    const chain = this.styles.chain('paragraph', id);
    let paragraph = overlayParagraph(defaults.paragraph, table.paragraph);
    for (const style of chain) paragraph = this.addNumbered(paragraph, style.paragraph, id);
    const style = runOf(chain);
    return { paragraph, defaults: defaults.run, table: table.run, style };
  }

  private tablePart(id: string | undefined, conditions: readonly string[]): TablePart {
    let { paragraph, run } = EMPTY_PART;
    for (const style of this.styles.chain('table', id)) {
      paragraph = overlayParagraph(paragraph, style.paragraph);
      run = { ...run, ...style.run };
      for (const condition of conditions) {
        const part = style.conditions.get(condition);
        if (part === undefined) continue;
        paragraph = overlayParagraph(paragraph, part.paragraph);
        run = { ...run, ...part.run };
      }
    }
    return { paragraph, run };
  }

  /** Who names a list has its level's indents, unless he says others himself (17.9.22). */
  private addNumbered(
    base: ParagraphProperties,
    own: ParagraphProperties,
    styleId: string | undefined,
  ): ParagraphProperties {
    const merged = overlayParagraph(base, own);
    if (own.numberingId === undefined) return merged;
    const level = this.numbering.levelOf(this.styles, { ...merged, style: styleId });
    return level === undefined ? merged : overlayParagraph(overlayParagraph(base, level.paragraph), own);
  }

  private mergeParagraph(own: ParagraphProperties, inherited: Inherited): ParagraphProperties {
    return this.addNumbered(inherited.paragraph, own, own.style);
  }

  private mergeRun(own: RunProperties, { defaults, table, style }: Inherited): RunProperties {
    const chain = own.style === undefined ? [] : this.styles.chain('character', own.style);
    const character = runOf(chain);
    const merged = { ...defaults, ...table, ...style, ...character, ...own };
    const toggles: Record<string, boolean> = {};
    for (const toggle of TOGGLES) {
      if (merged[toggle] === undefined) continue;
      const isOdd = [table, style, character].filter((level) => level[toggle] === true).length % 2 === 1;
      toggles[toggle] = own[toggle] ?? (defaults[toggle] === true || isOdd);
    }
    return { ...merged, ...toggles, ...this.fontsOf(merged) };
  }

  private fontsOf(run: RunProperties): RunProperties {
    const font = (name: string | undefined, theme: string | undefined) =>
      (theme === undefined ? undefined : themeFont(this.theme, theme, this.script)) ?? name;
    return {
      ascii: font(run.ascii, run.asciiTheme),
      hAnsi: font(run.hAnsi, run.hAnsiTheme),
      eastAsia: font(run.eastAsia, run.eastAsiaTheme),
      cs: font(run.cs, run.csTheme),
    };
  }
}

/** What is inherited, the levels of toggle properties apart: on at two of them is off (17.7.3). */
interface Inherited {
  readonly paragraph: ParagraphProperties;
  readonly defaults: RunProperties;
  readonly table: RunProperties;
  readonly style: RunProperties;
}

const EMPTY_PART: TablePart = { paragraph: {}, run: {} };

const TOGGLES = [
  'bold',
  'italic',
  'caps',
  'smallCaps',
  'strike',
  'outline',
  'shadow',
  'emboss',
  'imprint',
  'vanish',
] as const;

/** What a style and those it is based on say of runs. */
function runOf(chain: readonly WordStyle[]): RunProperties {
  return Object.assign({}, ...chain.map(({ run }) => run));
}

function hidesPart({ run }: TablePart): boolean {
  return run.vanish === true;
}

/** The parts of a table style that hold for a cell, the weaker first (17.7.6). */
function conditionsOf({ table, row, column, columnSpan }: StyledCell): readonly string[] {
  const { look, rows, grid } = table;
  const isFirstRow = look.firstRow && row === 0;
  const isLastRow = look.lastRow && row === rows.length - 1;
  const isFirstColumn = look.firstColumn && column === 0;
  const isLastColumn = look.lastColumn && grid.length > 0 && column + columnSpan >= grid.length;
  const conditions = ['wholeTable'];
  if (look.columnBands && !isFirstColumn && !isLastColumn)
    conditions.push((column - (look.firstColumn ? 1 : 0)) % 2 === 0 ? 'band1Vert' : 'band2Vert');
  if (look.rowBands && !isFirstRow && !isLastRow)
    conditions.push((row - (look.firstRow ? 1 : 0)) % 2 === 0 ? 'band1Horz' : 'band2Horz');
  if (isFirstColumn) conditions.push('firstCol');
  if (isLastColumn) conditions.push('lastCol');
  if (isFirstRow) conditions.push('firstRow');
  if (isLastRow) conditions.push('lastRow');
  if (isFirstRow && isFirstColumn) conditions.push('nwCell');
  if (isFirstRow && isLastColumn) conditions.push('neCell');
  if (isLastRow && isFirstColumn) conditions.push('swCell');
  if (isLastRow && isLastColumn) conditions.push('seCell');
  return conditions;
}

function rememberFormatting<K extends object, V>(
  memory: WeakMap<K, Map<Inherited, V>>,
  own: K,
  inherited: Inherited,
  make: () => V,
): V {
  let known = memory.get(own);
  if (known === undefined) {
    known = new Map();
    memory.set(own, known);
  }
  let value = known.get(inherited);
  if (value === undefined) {
    value = make();
    known.set(inherited, value);
  }
  return value;
}
