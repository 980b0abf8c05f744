import type { Grid } from '../docx/section.ts';
import { roundedText } from '../format/describe-measures.ts';
import type { Looks } from './looks.ts';

/** How far lines are apart, in twips; undefined where it depends on the font, then with what is said. */
export interface LinePitch {
  readonly twips: number | undefined;
  readonly said: string;
}

/** `exact` holds as it is; `auto` counts lines of the grid where there is one (17.6.5), else of the font. */
export function linePitchOf({ paragraph, size }: Looks, grid: Grid | undefined): LinePitch {
  const { line, lineRule, snapToGrid } = paragraph;
  if (line !== undefined && lineRule === 'exact')
    return { twips: line, said: `固定值${roundedText(line / 20)}磅` };
  const isOnGrid = snapToGrid !== false && grid !== undefined && GRIDS.has(grid.type);
  const step = isOnGrid ? grid.linePitch : undefined;
  if (line !== undefined && lineRule === 'atLeast') {
    const twips = step === undefined ? Math.max(line, size * 13) : Math.ceil(line / step) * step;
    return { twips, said: `最小值${roundedText(line / 20)}磅` };
  }
  const lines = (line ?? 240) / 240;
  const said = lines === 1 ? '单倍行距' : `${roundedText(lines)}倍行距`;
  if (step === undefined) return { twips: undefined, said };
  // A line of text that is higher than one of the grid takes two.
  const rows = Math.ceil((size * 10 * TALLEST_FONT) / step);
  return { twips: step * lines * rows, said: `${said}（网格${roundedText(step / 20)}磅）` };
}

/** What a type `default` names is no grid of lines (LibreOffice writes it where there was none). */
const GRIDS: ReadonlySet<string> = new Set(['lines', 'linesAndChars', 'snapToChars']);

/** The height of a line of 仿宋 and its like, by the size of its characters. */
const TALLEST_FONT = 1.15;
