import type { Cell } from './cell.ts';
import { TallyCell } from './tally-cell.ts';
import type { View, ViewValue } from './view.ts';

/** The cell at a facts path, where it is one that can be printed in running text. */
export function cellAt(view: View, path: string): Cell | undefined {
  let current: ViewValue | undefined = view;
  for (let from = 0, end = 0; end < path.length; from = end + 1) {
    if (current instanceof TallyCell) return tallyPartNamed(current, path.slice(from));
    const dot = path.indexOf('.', from);
    end = dot === -1 ? path.length : dot;
    const segment = path.slice(from, end);
    if (current === undefined || !Object.hasOwn(current, segment)) return undefined;
    current = (current as View)[segment];
  }
  return isCell(current) ? current : undefined;
}

export function isCell(value: unknown): value is Cell {
  return typeof value === 'object' && value !== null && 'toHTML' in value && 'isPresent' in value;
}

function tallyPartNamed(tally: TallyCell, name: string): Cell | undefined {
  return tally.parts.find((part) => part.name === name)?.count;
}
