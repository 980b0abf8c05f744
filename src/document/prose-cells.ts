import type { Passage } from '../facts/passages.ts';
import { type Quantity, quantitiesOf } from '../prose/quantities.ts';
import type { DataFigureCell, DataTable } from './data-table.ts';
import { tableShape, withoutUnit } from './table-shape.ts';

/** A figure in prose that says otherwise than the table does of the same thing. */
export interface ProseContradiction {
  readonly passage: Passage;
  readonly quantity: Quantity;
  readonly label: string;
  readonly cell: DataFigureCell;
  /** What the cell says, with its unit. */
  readonly said: string;
}

/** A row of a table that states one figure of a unit. */
interface LabelledRow {
  readonly label: string;
  readonly cell: DataFigureCell;
  /** Without 万 or 亿. */
  readonly unit: string;
  readonly said: string;
  readonly low: number;
  readonly high: number;
}

/**
 * Holds the prose against the cells of the same label and unit. Passed over is what may speak of something else: another time, a plan,
 * a part of what the table counts, a label that the tables have twice.
 */
export function contradictions(
  tables: readonly DataTable[],
  passages: readonly Passage[],
): ProseContradiction[] {
  const figures = labelled(tables);
  if (figures.length === 0) return [];
  const prose = passages.filter(({ role, text }) => role !== 'cell' && /\d/.test(text));
  return figures.flatMap((figure) => {
    const found = prose.flatMap((passage) => statementsIn(passage, figure));
    const isSaid = found.some(({ quantity }) => agreesWithRow(quantity, figure));
    return isSaid ? [] : found.map((each) => ({ ...each, ...figure }));
  });
}

function labelled(tables: readonly DataTable[]): LabelledRow[] {
  const all = tables.flatMap(figuresIn);
  const counts = new Map<string, number>();
  for (const { label, unit } of all)
    counts.set(`${label} ${unit}`, (counts.get(`${label} ${unit}`) ?? 0) + 1);
  return all.filter(({ label, unit }) => counts.get(`${label} ${unit}`) === 1);
}

function figuresIn(table: DataTable): LabelledRow[] {
  const shape = tableShape(table);
  if (shape === undefined) return [];
  return shape.rows.flatMap((row) => {
    const own = row.levels.at(-1) ?? '';
    const label = withoutUnit(own).replace(/^(?:其中[：:]?|[一二三四五六七八九十\d]+[、.．])/, '');
    if (row.kind === 'total' || row.kind === 'subtotal' || label.length < SHORTEST_LABEL) return [];
    return shape.columns
      .filter(({ kind }) => kind !== 'apart')
      .flatMap((column) => {
        const cell = shape.figure(row, column);
        const written = cell?.value.unit || (own === label ? '' : row.unit) || column.unit || row.unit;
        return cell === undefined || written === '' ? [] : [figureOf(label, cell, written)];
      });
  });
}

function figureOf(label: string, cell: DataFigureCell, written: string): LabelledRow {
  const [, big = '', unit = ''] = /^([万亿]?)(.*)$/.exec(written) ?? [];
  const times = big === '万' ? 1e4 : big === '亿' ? 1e8 : 1;
  const { value, step } = cell.value;
  const half = step < 1 || big !== '' ? step / 2 : 0;
  const said = cell.value.unit === '' ? `${cell.text}${written}` : cell.text;
  return { label, cell, unit, said, low: (value - half) * times, high: (value + half) * times };
}

function statementsIn(
  passage: Passage,
  { label, unit }: LabelledRow,
): { passage: Passage; quantity: Quantity }[] {
  const { text } = passage;
  if (!text.includes(label)) return [];
  return quantitiesOf(text).flatMap((quantity) => {
    if (quantity.unit !== unit || quantity.isApproximate) return [];
    const ahead = text.slice(0, quantity.start);
    const link = LABEL_LINK.exec(ahead)?.[0].length ?? 0;
    const named = ahead.slice(0, ahead.length - link);
    if (!named.endsWith(label)) return [];
    const before = named.slice(
      Math.max(0, named.length - label.length - FARTHEST_LABEL),
      named.length - label.length,
    );
    const clause = before.slice(before.search(/[^，。；、：（]*$/));
    const isPlain =
      BEFORE_LABEL.test(clause) &&
      !OTHER_TIME_WORDS.test(text.slice(Math.max(0, quantity.start - FARTHEST_LABEL * 2), quantity.start));
    return isPlain ? [{ passage, quantity }] : [];
  });
}

function agreesWithRow({ low, high }: Quantity, figure: LabelledRow): boolean {
  const dust = 1e-9 * Math.max(1, Math.abs(high));
  return low <= figure.high + dust && high >= figure.low - dust;
}

const SHORTEST_LABEL = 2;
/** Characters before a label that are looked at. */
const FARTHEST_LABEL = 14;
/** What may be between a label and its figure. */
const LABEL_LINK = /(?:共计|合计|达到|累计|总数|总额|共有|[为是有共达计：:]|\s){0,3}$/;
/** Before a label, in its clause: nothing, or what does not narrow it. */
const BEFORE_LABEL =
  /^[\s　“]*(?:其中|目前|现有?|截至[^，]*|今年|本年|全年|[上下]半年|[一二三四]季度|\d{1,4}年|\d{1,2}月|以来)*(?:全[镇乡县市区村街道局系统]{1,3}|我[镇乡县市区])?(?:已?(?:累计|共)?(?:举办|开展|组织|完成|实现|新增|发展|现有|下辖|辖|有|设|建成|投入|培训|调训|选派|化解|整改|办结)?(?:了|各类|各级)?|共|累计)$/;
const OTHER_TIME_WORDS = /上年|去年|同期|上期|往年|计划|目标|预计|力争|拟|原有|此前|比|较/;
